using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Values;

namespace Tthc.RuleLanguage.Evaluation.Interpreting.Lists;

/// <summary>Orderings by one key or several: a further key stands after the ordering it refines.</summary>
internal static class Orderings
{
    public static Outcome Of(Interpreter walk, BoundQuery e)
    {
        var keys = new List<BoundQuery> { e };
        while (keys[^1] is { Operator: QueryOperator.ThenBy or QueryOperator.ThenByDescending, Source: BoundQuery before })
            keys.Add(before);
        keys.Reverse();
        var source = walk.Evaluate(keys[0].Source);
        if (source.IsMissing)
            return source with { IsFailed = walk.IsTwoValued };
        var (until, columns) = (source.Until, new List<object?[]>(keys.Count));
        foreach (var key in keys)
        {
            var column = Column(walk, key, source, ref until);
            if (column is not { Value: object?[] values })
                return column;
            columns.Add(values);
        }
        return Filters.ListOf(e, Sorted(source.Value!, keys, columns), until);
    }

    /// <summary>The key of every element; missing when one is.</summary>
    private static Outcome Column(Interpreter walk, BoundQuery key, in Outcome source, ref NextChange until)
    {
        using var elements = new ElementWalk(walk, key.Lambda, source);
        var (values, i) = (new object?[elements.Count], 0);
        while (elements.Next())
        {
            if (elements.Said.IsFailed || (elements.Said.IsMissing && !walk.IsTwoValued))
                return elements.Said with { Course = Timing.Course.Standing(elements.Until) };
            values[i++] = elements.Said.Value;
        }
        until = NextChange.Earlier(until, elements.Until);
        return elements.IsSpent ? Queries.Spent(walk, key, elements) : new Outcome(values);
    }

    private static List<object?> Sorted(object list, List<BoundQuery> keys, List<object?[]> columns)
    {
        var items = Items.Of(list);
        var order = Enumerable.Range(0, items.Count).ToList();
        order.Sort((a, b) => Compare(a, b, keys, columns));
        return order.ConvertAll(i => items[i]);
    }

    private static int Compare(int a, int b, List<BoundQuery> keys, List<object?[]> columns)
    {
        for (var k = 0; k < keys.Count; k++)
        {
            var side = Ordering.Instance.Compare(columns[k][a], columns[k][b]);
            if (side != 0)
                return keys[k].Operator is QueryOperator.OrderByDescending or QueryOperator.ThenByDescending ? (side < 0 ? 1 : -1) : side;
        }
        // Stable: equals stay in the order of the list.
        return a.CompareTo(b);
    }
}
