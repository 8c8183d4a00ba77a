using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;
using Tthc.RuleLanguage.Evaluation.Values;

namespace Tthc.RuleLanguage.Evaluation.Interpreting.Lists;

/// <summary>Groups of one key, in the order in which the keys are met.</summary>
internal static class Groupings
{
    public static Outcome Of(Interpreter walk, BoundQuery e, in Outcome source)
    {
        using var elements = new ElementWalk(walk, e.Lambda, source);
        var groups = new OrderedDictionary<GroupKey, List<object?>>();
        while (elements.Next())
        {
            if (elements.Said.IsFailed || (elements.Said.IsMissing && !walk.IsTwoValued))
                return elements.Said with { Course = Course.Standing(elements.Until) };
            var key = new GroupKey(elements.Said.Value);
            if (!groups.TryGetValue(key, out var members))
                groups.Add(key, members = []);
            members.Add(elements.Element);
        }
        if (elements.IsSpent)
            return Queries.Spent(walk, e, elements);
        var group = e.Type.Element!;
        return Filters.ListOf(e, [.. groups.Select(g => Activator.CreateInstance(group.Clr, g.Key.Value, Items.ArrayOf(group.Element!.ClrType, g.Value)))], elements.Until);
    }

    /// <summary>A key that may be null.</summary>
    private readonly record struct GroupKey(object? Value)
    {
        public bool Equals(GroupKey other) => Ordering.Instance.Equals(Value, other.Value);

        public override int GetHashCode() => Ordering.Instance.GetHashCode(Value);
    }
}
