using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;
using Tthc.RuleLanguage.Evaluation.Values;

namespace Tthc.RuleLanguage.Evaluation.Interpreting.Lists;

/// <summary>Counting, filtering, selecting.</summary>
internal static class Filters
{
    public static Outcome Count(Interpreter walk, BoundQuery e, in Outcome source)
    {
        if (e.Lambda is null)
            return new Outcome(Items.Of(source.Value!).Count, null, Course.Standing(source.Until));
        using var elements = new ElementWalk(walk, e.Lambda, source);
        var count = 0;
        while (elements.Next())
        {
            if (elements.Said.IsFailed || (elements.Said.IsMissing && !walk.IsTwoValued))
                return elements.Said with { Course = Course.Standing(elements.Until) };
            count += elements.Said.IsTrue ? 1 : 0;
        }
        return elements.IsSpent ? Queries.Spent(walk, e, elements) : new Outcome(count, null, Course.Standing(elements.Until));
    }

    public static Outcome Where(Interpreter walk, BoundQuery e, in Outcome source)
    {
        using var elements = new ElementWalk(walk, e.Lambda, source);
        var kept = new List<object?>();
        while (elements.Next())
        {
            if (elements.Said.IsFailed || (elements.Said.IsMissing && !walk.IsTwoValued))
                return elements.Said with { Course = Course.Standing(elements.Until) };
            if (elements.Said.IsTrue)
                kept.Add(elements.Element);
        }
        return elements.IsSpent ? Queries.Spent(walk, e, elements) : ListOf(e, kept, elements.Until);
    }

    public static Outcome Select(Interpreter walk, BoundQuery e, in Outcome source)
    {
        using var elements = new ElementWalk(walk, e.Lambda, source);
        var selected = new List<object?>();
        var isMany = e.Operator == QueryOperator.SelectMany;
        while (elements.Next())
        {
            var said = elements.Said;
            if (said.IsFailed || (said.IsMissing && (isMany || !e.Type.Element!.IsNullable)))
                return said with { Course = Course.Standing(elements.Until), IsFailed = walk.IsTwoValued };
            if (!isMany)
                selected.Add(said.Value);
            else if (!TryAddAll(walk, said.Value!, selected))
                return walk.Missing(MissingKind.Budget, e, Course.Standing(elements.Until));
        }
        return elements.IsSpent ? Queries.Spent(walk, e, elements) : ListOf(e, selected, elements.Until);
    }

    public static Outcome ListOf(BoundQuery e, IReadOnlyList<object?> values, NextChange until) =>
        new(Items.ArrayOf(e.Type.Element!.ClrType, values), null, Course.Standing(until));

    private static bool TryAddAll(Interpreter walk, object list, List<object?> selected)
    {
        var items = Items.Of(list);
        for (var i = 0; i < items.Count; i++)
        {
            if (!walk.Context.Step())
                return false;
            selected.Add(items[i]);
        }
        return true;
    }
}
