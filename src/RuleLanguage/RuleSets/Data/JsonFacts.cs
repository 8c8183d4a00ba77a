using System.Collections.Immutable;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Types;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;

namespace Tthc.RuleLanguage.RuleSets.Data;

/// <summary>Facts given as JSON: with a schema inferred from them, or in the place of typed ones.</summary>
public static class JsonFacts
{
    /// <summary>
    /// Infers a schema as RulesEngine does: objects are records, a list takes the union of the fields of its elements, whole numbers are int, then long, others
    /// double. Every member may be missing, and one that is not there is a missing fact.
    /// </summary>
    /// <param name="inputs">Facts by the names rules know them by, such as <c>input1</c>.</param>
    public static InferredFacts Infer(params IReadOnlyList<(string Name, JsonNode Value)> inputs)
    {
        var shape = DataRecord.ShapeOf("facts", inputs.Select(input => (input.Name, InferredShape.Of(input.Value, input.Name), InferredShape.Description)));
        var values = inputs.Select((input, i) => InferredShape.Read(shape.Members[i].Type, input.Value)).ToArray();
        return new InferredFacts(new FactSchema(shape), new DataRecord(shape, values));
    }

    /// <summary>The same with every field of an object as one fact.</summary>
    public static InferredFacts Infer(JsonObject inputs) => Infer([.. FieldsOf(inputs).Select(p => (p.Name.Value, p.Value))]);

    /// <summary>
    /// The same facts as data: the same names and types, every member possibly missing, held as <see cref="DataRecord"/>. Functions belong to their class, so those
    /// of a record given as data are always missing.
    /// </summary>
    /// <param name="typed">The facts of a host.</param>
    /// <param name="given">Names at the top that stay what they are, because the host gives them: a calendar with its functions.</param>
    public static FactSchema AsData(FactSchema typed, params IReadOnlyCollection<string> given) => typed with { Root = DataShapes.Of(typed.Root, given) };

    /// <summary>
    /// Facts of a shape of <see cref="AsData"/>. Texts become instants, days, spans and named values where the shape wants them. Unknown fields and values of
    /// another type are reported; what is not given is missing.
    /// </summary>
    /// <returns>The facts; null when there was an error.</returns>
    public static DataRecord? Read(RecordShape shape, JsonNode json, DiagnosticBag bag)
    {
        var before = bag.ErrorCount;
        var record = new DataReader(bag).Record(RuleType.Of(shape), json, JsonPath.Root);
        return bag.ErrorCount == before ? record as DataRecord : null;
    }

    internal static ImmutableArray<JsonProperty> FieldsOf(JsonObject json) => [.. json.Properties.Where(p => json.Find(p.Name.Value) == p)];
}
