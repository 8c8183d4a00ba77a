using System.Collections.Immutable;
using Tthc.RuleLanguage.RuleSets.Tables;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Reading;

/// <summary>Reads a decision table.</summary>
internal static class TableReader
{
    public static readonly NamedValues<HitPolicy> PolicyNames = new(
        ("unique", HitPolicy.Unique), ("first", HitPolicy.First), ("collect", HitPolicy.Collect), ("collect sum", HitPolicy.CollectSum),
        ("collect min", HitPolicy.CollectMin), ("collect max", HitPolicy.CollectMax), ("collect count", HitPolicy.CollectCount));

    public static TableDefinition? Read(ObjectReader body)
    {
        var inputs = body.Array("Inputs", input => input.NonBlankString());
        var policy = body.OptionalEnum("HitPolicy", PolicyNames) ?? body.Cursor.Locate(HitPolicy.Unique);
        var rows = body.Required("Rows")?.Items().Select(Row).OfType<TableRow>().ToImmutableArray() ?? [];
        body.Finish();
        return new TableDefinition(inputs, policy, rows);
    }

    private static TableRow? Row(JsonCursor cursor)
    {
        if (cursor.Object() is not { } body)
            return null;
        var row = new TableRow(Cells(body.Optional("When")), Cells(body.Optional("Then")), cursor);
        body.Finish();
        return row;
    }

    /// <summary>A cell may be written as text, or as a plain number, truth value or a single cell without brackets.</summary>
    private static ImmutableArray<Located<string>> Cells(JsonCursor? cursor) => cursor?.Node switch
    {
        null => [],
        JsonArray => [.. cursor.Items().Select(Cell).OfType<Located<string>>()],
        _ => Cell(cursor) is { } only ? [only] : [],
    };

    private static Located<string>? Cell(JsonCursor cursor) => cursor.Node switch
    {
        JsonNumber number => cursor.Locate(number.Text),
        JsonBoolean truth => cursor.Locate(truth.Value ? "true" : "false"),
        _ => cursor.NonBlankString(),
    };
}
