using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Checking.Operators;
using Tthc.RuleLanguage.RuleSets.Compiling;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.RuleSets.Tables;

/// <summary>Checks what the rows give, and brings it to one type.</summary>
/// <param name="scope">Names visible to the table.</param>
internal sealed class TableOutputs(RuleScope scope)
{
    /// <summary>One value a row; null: something was wrong.</summary>
    public ImmutableArray<BoundExpression>? Bind(TableDefinition table)
    {
        var before = scope.Bag.ErrorCount;
        var values = new List<BoundExpression>();
        foreach (var row in table.Rows)
        {
            if (row.Then.Length != 1)
            {
                scope.Bag.Report(row.Place.Locate(row).Problem(TableDiagnostics.OutputCount, row.Then.Length));
                continue;
            }
            if (scope.Expression(row.Then[0]) is { } value)
                values.Add(value);
        }
        return scope.Bag.ErrorCount == before && values.Count == table.Rows.Length ? Alike(table, values) : null;
    }

    private ImmutableArray<BoundExpression>? Alike(TableDefinition table, List<BoundExpression> values)
    {
        var common = values.Select(v => v.Type).Where(t => t.Kind != TypeKind.Null).FirstOrDefault(type => values.TrueForAll(v => Conversions.Cost(v, type) is not null))
            ?? values[0].Type;
        var before = scope.Bag.ErrorCount;
        foreach (var (value, row) in values.Zip(table.Rows))
        {
            if (Conversions.Cost(value, common) is null)
                scope.Bag.Report(row.Then[0].Problem(TableDiagnostics.OutputTypes, value.Type.ToString(), common.ToString()));
            else if (table.Policy.Value is HitPolicy.CollectSum or HitPolicy.CollectMin or HitPolicy.CollectMax && common.Kind != TypeKind.Number)
                scope.Bag.Report(row.Then[0].Problem(TableDiagnostics.NotANumber, value.Type.ToString()));
        }
        return scope.Bag.ErrorCount == before ? [.. values.Select(v => Conversions.As(v, common))] : null;
    }
}
