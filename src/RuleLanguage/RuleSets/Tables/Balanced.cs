using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.RuleSets.Tables;

/// <summary>
/// Joins the rows of a table to one expression. Every walk over expressions recurses, and a table may have thousands of rows: joined one by one they would make a tree
/// as deep as the table is long, so halves are joined.
/// </summary>
internal static class Balanced
{
    private const int ShortTable = 32;

    /// <summary>All items joined in their order by an operation for which brackets make no difference.</summary>
    public static BoundExpression Join(ReadOnlySpan<BoundExpression> items, Func<BoundExpression, BoundExpression, BoundExpression> join) =>
        items.Length == 1 ? items[0] : join(Join(items[..(items.Length / 2)], join), Join(items[(items.Length / 2)..], join));

    /// <summary>Conditions joined by an operator.</summary>
    public static BoundExpression Join(ReadOnlySpan<BoundExpression> conditions, BinaryOperator connective) =>
        Join(conditions, (left, right) => TableBinder.Connect(connective, left, right));

    /// <summary>The value of the first row that applies, or what comes after all of them.</summary>
    public static BoundExpression First(ReadOnlySpan<(BoundExpression Condition, BoundExpression Value)> rows, RuleType type, BoundExpression rest)
    {
        if (rows.Length > ShortTable)
        {
            // Whether any of the first half applies is asked before which one: the answers are the same, missing ones too.
            var half = rows[..(rows.Length / 2)];
            BoundExpression any = Join(half.ToImmutableArray().Select(row => row.Condition).ToArray(), BinaryOperator.Or);
            return new BoundConditional(type, half[0].Value.Span, any, First(half, type, Nothing(type, rest)), First(rows[half.Length..], type, rest));
        }
        for (var i = rows.Length - 1; i >= 0; i--)
            rest = new BoundConditional(type, rows[i].Value.Span, rows[i].Condition, rows[i].Value, rest);
        return rest;
    }

    private static BoundConstant Nothing(RuleType type, BoundExpression rest) => new(type, rest.Span, Value: null);
}
