using System.Collections.Immutable;
using Tthc.RuleLanguage.RuleSets.Tables;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Reading;

/// <summary>Reads GlobalParams and LocalParams.</summary>
internal static class ParameterReader
{
    public static ImmutableArray<ParameterDefinition> Read(ObjectReader body, string name) => body.Array(name, Read);

    /// <summary>Reports names that were written before, or that differ from one in case alone: expressions are read without case.</summary>
    public static void Unique(JsonCursor cursor, ImmutableArray<Located<string>> names)
    {
        foreach (var group in names.GroupBy(name => name.Value, StringComparer.OrdinalIgnoreCase))
        {
            var first = group.First();
            foreach (var again in group.Skip(1))
                cursor.Bag.Report(again.Problem(RuleSetDiagnostics.DuplicateParameter, again.Value).WithRelated(first.Location, "tên thứ nhất", "the first"));
        }
    }

    /// <summary>The name, reported where an expression could not read it.</summary>
    public static Located<string>? Name(ObjectReader body)
    {
        if (body.RequiredString("Name") is not { } name)
            return null;
        if (IsName(name.Value))
            return name;
        body.Cursor.Bag.Report(name.Problem(RuleSetDiagnostics.NotAName, name.Value));
        return null;
    }

    private static ParameterDefinition? Read(JsonCursor cursor)
    {
        if (cursor.Object() is not { } body)
            return null;
        var name = Name(body);
        var table = body.Object("Table", TableReader.Read);
        var expression = body.Optional("Table") is null ? body.RequiredString("Expression") : body.Optional("Expression")?.String();
        if (table is not null && expression is not null)
            cursor.Bag.Report(expression.Problem(RuleSetDiagnostics.ValueTwice));
        body.Finish();
        return name is null || (expression is null && table is null) ? null : new ParameterDefinition(name, table is null ? expression : null, table);
    }

    private static bool IsName(string name) =>
        (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}
