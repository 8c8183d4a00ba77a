using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;
using Tthc.RuleLanguage.Evaluation.Values;

namespace Tthc.RuleLanguage.Evaluation.Interpreting.Lists;

/// <summary>Queries that say yes or no.</summary>
internal static class Tests
{
    public static Outcome AnyOrAll(Interpreter walk, BoundQuery e, in Outcome source, bool isAny)
    {
        if (e.Lambda is null)
            return Outcome.Of(Items.Of(source.Value!).Count > 0, Course.Standing(source.Until));
        using var elements = new ElementWalk(walk, e.Lambda, source);
        Outcome? unknown = null;
        while (elements.Next())
        {
            var said = elements.Said;
            if (said.IsFailed)
                return said with { Course = Course.Standing(elements.Until) };
            if (said.IsMissing && !walk.IsTwoValued)
                unknown ??= said;
            else if (said.IsTrue == isAny)
                return Outcome.Of(isAny, Course.Standing(Decided(walk, e, elements, source, said)));
        }
        return elements.IsSpent ? Queries.Spent(walk, e, elements)
            : unknown is { } missing ? missing with { Course = Course.Standing(elements.Until) }
            : Outcome.Of(!isAny, Course.Standing(elements.Until));
    }

    public static Outcome Contains(Interpreter walk, BoundQuery e, in Outcome source, in Outcome argument)
    {
        var until = NextChange.Earlier(source.Until, Standing.Of(walk, e.Argument!, argument));
        if (argument.IsMissing && !walk.IsTwoValued)
            return argument with { Course = Course.Standing(until) };
        using var elements = new ElementWalk(walk, null, source);
        var hasGap = false;
        while (elements.Next())
        {
            if (Ordering.Instance.Equals(elements.Element, argument.Value))
                return Outcome.Of(true, Course.Standing(until));
            hasGap |= elements.Element is null;
        }
        return elements.IsSpent ? Queries.Spent(walk, e, elements)
            : hasGap && !walk.IsTwoValued ? walk.Missing(MissingKind.MissingFact, e, Course.Standing(until))
            : Outcome.Of(false, Course.Standing(until));
    }

    // One element decides while it stays; where errors count, those before it must stay as well.
    private static NextChange Decided(Interpreter walk, BoundQuery e, ElementWalk elements, in Outcome source, in Outcome said) =>
        walk.Follows && walk.IsTwoValued && Errors.MayCome(e) ? elements.Until : NextChange.Earlier(source.Until, said.Until);
}
