using System.Globalization;
using System.Text.Json.Nodes;

namespace Tthc.Bench.RuleFuzz.Generating;

/// <summary>Writes rule files.</summary>
public sealed class DocumentGrammar
{
    private readonly Chance chance;
    private readonly Mutations mutations;
    private readonly ExpressionGrammar expressions;
    private readonly bool spoils;
    private int names;

    /// <param name="chance">Chance.</param>
    /// <param name="spoils">Whether some of the expressions are spoilt.</param>
    public DocumentGrammar(Chance chance, bool spoils)
    {
        (this.chance, this.spoils) = (chance, spoils);
        mutations = new Mutations(chance);
        expressions = new ExpressionGrammar(chance);
    }

    /// <summary>A file of one set or of several.</summary>
    public string Write()
    {
        if (!chance.OneIn(4))
            return Set("set0", 1).ToJsonString();
        var count = 2 + chance.Next(3);
        return new JsonArray([.. Enumerable.Range(0, count).Select(i => Set(string.Create(CultureInfo.InvariantCulture, $"set{i}"), count))]).ToJsonString();
    }

    private JsonObject Set(string name, int sets)
    {
        expressions.Forget(0);
        var set = new JsonObject { ["WorkflowName"] = name };
        if (chance.OneIn(2))
            set["MissingFacts"] = chance.Of("Undetermined", "Null", "Null");
        if (sets > 1 && chance.OneIn(2))
            set["WorkflowsToInject"] = new JsonArray(Target(sets));
        if (chance.OneIn(3))
            set["Parameters"] = new JsonArray(new JsonObject { ["Name"] = $"limit_{name}", ["Values"] = new JsonArray(new JsonObject { ["value"] = chance.Next(100) }) });
        if (chance.OneIn(3))
            set["GlobalParams"] = Parameters();
        var declared = expressions.Declared;
        set["Rules"] = new JsonArray([.. Enumerable.Range(0, 1 + chance.Next(3)).Select(_ => Rule(2, sets, declared))]);
        return set;
    }

    private string Target(int sets) => string.Create(CultureInfo.InvariantCulture, $"set{chance.Next(sets + (chance.OneIn(9) ? 1 : 0))}");

    private string Name(string start) => string.Create(CultureInfo.InvariantCulture, $"{start}{names++}");

    private JsonArray Parameters() => new([.. Enumerable.Range(0, 1 + chance.Next(3)).Select(_ => Parameter())]);

    private JsonObject Parameter()
    {
        var (name, sort) = (Name("p"), chance.Of(Enum.GetValues<Sort>()));
        var parameter = new JsonObject { ["Name"] = name, ["Expression"] = Expression(sort, 3) };
        expressions.Declare(name, sort);
        return parameter;
    }

    private JsonObject Rule(int depth, int sets, int declared)
    {
        var rule = new JsonObject { ["RuleName"] = Name("R") };
        if (chance.OneIn(3))
            rule["LocalParams"] = Parameters();
        if (depth > 0 && chance.OneIn(5))
        {
            rule["Operator"] = chance.Of("And", "Or", "AndAlso", "OrElse", "and");
            var inner = expressions.Declared;
            rule["Rules"] = new JsonArray([.. Enumerable.Range(0, 1 + chance.Next(3)).Select(_ => Rule(depth - 1, sets, inner))]);
        }
        else if (chance.OneIn(10))
            rule["Table"] = Table();
        else
            rule["Expression"] = Expression(Sort.Condition, 1 + chance.Next(5));
        if (chance.OneIn(4))
            rule["ErrorMessage"] = chance.Of("$(dossier.Code) sai", "$(p0)", "$(dossier) $(x) $(", "trễ $(dossier.Due) $(dossier.Parts)");
        if (chance.OneIn(6))
            rule["Actions"] = new JsonObject { [chance.Of("OnSuccess", "OnFailure")] = Action(sets) };
        if (chance.OneIn(9))
            rule["Enabled"] = chance.OneIn(2);
        expressions.Forget(declared);
        return rule;
    }

    private JsonObject Table() => new()
    {
        ["Inputs"] = new JsonArray(Expression(Sort.Whole, 2), Expression(Sort.Text, 2)),
        ["HitPolicy"] = chance.Of("unique", "first"),
        ["Rows"] = new JsonArray([.. Enumerable.Range(0, 1 + chance.Next(3)).Select(_ => new JsonObject
        {
            ["When"] = new JsonArray(chance.Of<JsonNode>("-", "< 5", ">= 5", "1..3", chance.Next(5)), chance.Of("-", "\"a\"", "in (\"A1\", \"b\")", "!= \"a\"")),
            ["Then"] = new JsonArray(chance.OneIn(2)),
        })]),
    };

    private JsonObject Action(int sets)
    {
        if (chance.OneIn(2))
            return new JsonObject { ["Name"] = "OutputExpression", ["Context"] = new JsonObject { ["Expression"] = Expression(chance.Of(Enum.GetValues<Sort>()), 3) } };
        var context = new JsonObject { ["workflowName"] = Target(sets), ["ruleName"] = string.Create(CultureInfo.InvariantCulture, $"R{chance.Next(names + 1)}") };
        if (chance.OneIn(3))
            context["inputFilter"] = new JsonArray(chance.Of("dossier", "parts", "calendar"));
        if (chance.OneIn(3))
            context["additionalInputs"] = new JsonArray(new JsonObject { ["Name"] = Name("a"), ["Expression"] = Expression(Sort.Whole, 2) });
        return new JsonObject { ["Name"] = "EvaluateRule", ["Context"] = context };
    }

    private string Expression(Sort sort, int depth)
    {
        var text = expressions.Write(sort, depth);
        return spoils && chance.OneIn(2) ? mutations.OfExpression(text) : text;
    }
}
