using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.RuleSets.Tables;

/// <summary>What comes of the rows that apply.</summary>
internal static class HitPolicies
{
    private static readonly TextSpan s_place = new(0, 0);

    /// <summary>The value of the first row that applies. A row before it that cannot be told makes the value missing: it might have been that one.</summary>
    public static BoundExpression First(ImmutableArray<(BoundExpression Condition, BoundExpression Value)> rows)
    {
        var type = rows[0].Value.Type.AsNullable();
        return Balanced.First(rows.AsSpan(), type, new BoundConstant(type, s_place, Value: null));
    }

    /// <summary>The other policies are queries over the list of the values of the rows that apply: two in a unique table are an error of the query.</summary>
    public static BoundExpression Of(HitPolicy policy, ImmutableArray<(BoundExpression Condition, BoundExpression Value)> rows)
    {
        var element = rows.Any(r => r.Value.Type.IsNullable) ? rows[0].Value.Type.AsNullable() : rows[0].Value.Type;
        var list = RuleType.ListOf(element);
        var whole = rows.Any(r => r.Condition.Type.IsNullable) ? list.AsNullable() : list;
        BoundExpression[] chosen = [.. rows.Select(row => new BoundConditional(
            whole, s_place, row.Condition, new BoundNewList(Array(element), s_place, [row.Value]), new BoundNewList(Array(element), s_place, [])))];
        var values = Balanced.Join(chosen, (all, next) => new BoundQuery(whole, s_place, QueryOperator.Concat, all, Lambda: null, next));
        return policy switch
        {
            HitPolicy.Unique => Query(QueryOperator.SingleOrDefault, element.AsNullable(), values),
            HitPolicy.CollectSum => Query(QueryOperator.Sum, whole.IsNullable ? element.AsNullable() : element, values, element),
            HitPolicy.CollectMin => Query(QueryOperator.Min, element.AsNullable(), values, element),
            HitPolicy.CollectMax => Query(QueryOperator.Max, element.AsNullable(), values, element),
            HitPolicy.CollectCount => Query(QueryOperator.Count, whole.IsNullable ? RuleType.Int32.AsNullable() : RuleType.Int32, values),
            _ => values,
        };
    }

    private static RuleType Array(RuleType element) => RuleType.ListOf(element, element.ClrType.MakeArrayType());

    private static BoundQuery Query(QueryOperator query, RuleType type, BoundExpression list, RuleType? selected = null)
    {
        if (selected is null)
            return new BoundQuery(type, s_place, query, list, Lambda: null, Argument: null);
        var value = new Variable("value", selected, VariableKind.Element);
        return new BoundQuery(type, s_place, query, list, new BoundLambda(value, new BoundVariable(selected, s_place, value)), Argument: null);
    }
}
