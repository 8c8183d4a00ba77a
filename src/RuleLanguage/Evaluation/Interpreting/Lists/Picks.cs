using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;

namespace Tthc.RuleLanguage.Evaluation.Interpreting.Lists;

/// <summary>Queries for one element.</summary>
internal static class Picks
{
    public static Outcome Of(Interpreter walk, BoundQuery e, in Outcome source)
    {
        using var elements = new ElementWalk(walk, e.Lambda, source);
        var (found, picked) = (0, default(object));
        while (elements.Next())
        {
            if (e.Lambda is not null && (elements.Said.IsFailed || (elements.Said.IsMissing && !walk.IsTwoValued)))
                return elements.Said with { Course = Course.Standing(elements.Until) };
            if (e.Lambda is not null && !elements.Said.IsTrue)
                continue;
            (found, picked) = (found + 1, elements.Element);
            if (found == EnoughFor(e.Operator))
                break;
        }
        return elements.IsSpent ? Queries.Spent(walk, e, elements) : Result(walk, e, found, picked, Course.Standing(elements.Until));
    }

    private static int EnoughFor(QueryOperator op) => op switch
    {
        QueryOperator.First or QueryOperator.FirstOrDefault => 1,
        QueryOperator.Single or QueryOperator.SingleOrDefault => 2,
        _ => int.MaxValue,
    };

    private static Outcome Result(Interpreter walk, BoundQuery e, int found, object? picked, Course? course)
    {
        if (found == 0)
        {
            return e.Operator is QueryOperator.First or QueryOperator.Last or QueryOperator.Single
                ? walk.Missing(MissingKind.NoElement, e, course)
                : new Outcome(null, MissingTexts.Of(MissingKind.NoElement, e.Span), course);
        }
        if (found > 1 && e.Operator is QueryOperator.Single or QueryOperator.SingleOrDefault)
            return walk.Missing(MissingKind.SeveralElements, e, course);
        return picked is null ? walk.Missing(MissingKind.MissingFact, e, course) : new Outcome(picked, null, course);
    }
}
