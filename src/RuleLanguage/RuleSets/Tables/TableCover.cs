using System.Collections.Immutable;
using System.Globalization;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Tables;

/// <summary>
/// Looks for cases that several rows or no row of a table take. Where cells compare with constants only, every case is like one of finitely many: a constant, a value
/// between two, or one beyond them all. Other tables are left to the evaluation.
/// </summary>
internal static class TableCover
{
    private const int MostCases = 4_096;

    public static void Report(TableDefinition table, ImmutableArray<BoundRow> rows, DiagnosticBag bag)
    {
        var columns = table.Inputs.Select((_, i) => CoverCases.Of(rows.Select(row => row.Cells[i]))).OfType<IReadOnlyList<object>>().ToList();
        if (columns.Count < table.Inputs.Length || columns.Aggregate(1L, (count, column) => Math.Min(count * column.Count, MostCases + 1)) > MostCases)
            return;
        var used = new HashSet<int>();
        var reported = new HashSet<(int, int)>();
        var gap = false;
        foreach (var values in Product(columns))
        {
            var hits = Enumerable.Range(0, rows.Length).Where(r => Applies(rows[r], values)).ToList();
            used.UnionWith(table.Policy.Value == HitPolicy.First ? hits.Take(1) : hits);
            var example = string.Join(", ", table.Inputs.Zip(values, (input, value) => $"{input.Value} = {Shown(value)}"));
            if (hits.Count > 1 && table.Policy.Value == HitPolicy.Unique && reported.Add((hits[0], hits[1])))
                bag.Report(Place(table, hits[1]).Problem(TableDiagnostics.Overlap, hits[0] + 1, hits[1] + 1, example));
            if (hits.Count == 0 && table.Policy.Value is HitPolicy.Unique or HitPolicy.First && !gap)
            {
                gap = true;
                bag.Report(table.Policy.Problem(TableDiagnostics.Gap, example));
            }
        }
        foreach (var row in Enumerable.Range(0, rows.Length).Where(r => !used.Contains(r)))
            bag.Report(Place(table, row).Problem(TableDiagnostics.Unreachable, row + 1));
    }

    private static Located<string> Place(TableDefinition table, int row) => table.Rows[row].When[0];

    private static bool Applies(BoundRow row, object[] values) =>
        row.Cells.Zip(values).All(pair => pair.First is null || CoverCases.Holds(pair.First, pair.Second));

    private static string Shown(object value) => value switch
    {
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static IEnumerable<object[]> Product(List<IReadOnlyList<object>> columns)
    {
        var at = new int[columns.Count];
        while (true)
        {
            yield return [.. columns.Select((column, i) => column[at[i]])];
            var column = columns.Count - 1;
            while (column >= 0 && ++at[column] == columns[column].Count)
                at[column--] = 0;
            if (column < 0)
                yield break;
        }
    }
}
