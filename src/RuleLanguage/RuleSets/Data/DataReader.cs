using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Types;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Data;

/// <summary>Reads JSON as the shape of data it is to have.</summary>
/// <param name="bag">Where problems go.</param>
internal sealed class DataReader(DiagnosticBag bag)
{
    public object? Record(RuleType type, JsonNode node, JsonPath path)
    {
        var shape = type.Record!;
        if (shape.Clr != typeof(DataRecord))
            return Wrong(DataDiagnostics.HostOnly, node, path, shape.Name);
        if (node is not JsonObject body)
            return Wrong(DataDiagnostics.WrongType, node, path, type.ToString(), "{ … }");
        var values = new object?[shape.Members.Length];
        foreach (var field in JsonFacts.FieldsOf(body).Where(f => !f.Name.Value.StartsWith('$')))
        {
            var to = path.Property(field.Name.Value);
            if (shape.Find(field.Name.Value) is { } member)
                values[shape.Members.IndexOf(member)] = Value(member.Type, field.Value, to);
            else if (!shape.IsOpen)
                bag.Report(DataDiagnostics.UnknownFact.At(field.Name.Location, to.ToString(), shape.Name, field.Name.Value)
                    .WithNearest(NameSuggestion.Nearest(field.Name.Value, shape.Members.Select(m => m.Name))));
        }
        return new DataRecord(shape, values);
    }

    private object? Value(RuleType type, JsonNode node, JsonPath path) => (node, type.Kind) switch
    {
        (JsonNull or JsonInvalid, _) => null,
        (_, TypeKind.Record) => Record(type, node, path),
        (_, TypeKind.List) => List(type, node, path),
        _ => JsonScalars.Read(type, node) ?? Wrong(DataDiagnostics.WrongType, node, path, type.AsRequired().ToString(), JsonScalars.Example(type)),
    };

    private object? List(RuleType type, JsonNode node, JsonPath path)
    {
        if (node is not JsonArray list)
            return Wrong(DataDiagnostics.WrongType, node, path, type.AsRequired().ToString(), "[ … ]");
        var element = type.Element!;
        var values = Array.CreateInstance(element.ClrType, list.Items.Length);
        for (var i = 0; i < values.Length; i++)
        {
            var value = Value(element, list.Items[i], path.Item(i));
            if (value is null && !element.IsNullable && list.Items[i] is JsonNull)
                Wrong(DataDiagnostics.WrongType, list.Items[i], path.Item(i), element.ToString(), JsonScalars.Example(element));
            if (value is not null)
                values.SetValue(value, i);
        }
        return values;
    }

    private object? Wrong(DiagnosticDescriptor descriptor, JsonNode node, JsonPath path, params object[] arguments)
    {
        bag.Report(descriptor.At(node.Location, path.ToString(), arguments));
        return null;
    }
}
