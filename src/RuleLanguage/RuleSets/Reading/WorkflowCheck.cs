using System.Collections.Immutable;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Reading;

/// <summary>What must hold of one rule set on its own.</summary>
internal static class WorkflowCheck
{
    public static void Run(JsonCursor cursor, RuleSetDefinition set, bool named)
    {
        if (named && set.Rules.IsEmpty && set.Injects.IsEmpty && !HasRulesThatFailed(cursor))
            cursor.Bag.Report(set.Name.Problem(RuleSetDiagnostics.NothingToJudge, set.Name.Value));
        Unique(cursor, set.Rules.Where(rule => rule.IsEnabled).Select(rule => rule.Name));
        ParameterReader.Unique(cursor, [.. set.Parameters.Select(p => p.Name), .. set.GlobalParams.Select(p => p.Name)]);
    }

    // A rule that could not be read was reported; that nothing is left is no second mistake.
    private static bool HasRulesThatFailed(JsonCursor cursor) =>
        cursor.Node is Text.Json.JsonObject body && body.Properties.Any(p =>
            p.Name.Value.Equals("Rules", StringComparison.OrdinalIgnoreCase) && p.Value is Text.Json.JsonArray { Items.Length: > 0 } or Text.Json.JsonInvalid);

    private static void Unique(JsonCursor cursor, IEnumerable<Located<string>> names)
    {
        foreach (var group in names.GroupBy(name => name.Value, StringComparer.Ordinal))
        {
            var first = group.First();
            foreach (var again in group.Skip(1))
                cursor.Bag.Report(again.Problem(RuleSetDiagnostics.DuplicateRule, again.Value)
                    .WithRelated(first.Location, "quy tắc thứ nhất", "the first rule"));
        }
    }
}
