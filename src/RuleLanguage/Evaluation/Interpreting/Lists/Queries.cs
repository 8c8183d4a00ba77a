using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;

namespace Tthc.RuleLanguage.Evaluation.Interpreting.Lists;

/// <summary>Queries over lists.</summary>
internal static class Queries
{
    public static Outcome Of(Interpreter walk, BoundQuery e)
    {
        if (e.Operator is QueryOperator.OrderBy or QueryOperator.OrderByDescending or QueryOperator.ThenBy or QueryOperator.ThenByDescending)
            return Orderings.Of(walk, e);
        var source = walk.Evaluate(e.Source);
        if (source.IsMissing)
            return source with { IsFailed = walk.IsTwoValued };
        var argument = e.Argument is null ? default : walk.Evaluate(e.Argument);
        if (argument.IsFailed)
            return argument;
        return e.Operator switch
        {
            QueryOperator.Any => Tests.AnyOrAll(walk, e, source, isAny: true),
            QueryOperator.All => Tests.AnyOrAll(walk, e, source, isAny: false),
            QueryOperator.Contains => Tests.Contains(walk, e, source, argument),
            QueryOperator.Count => Filters.Count(walk, e, source),
            QueryOperator.Where => Filters.Where(walk, e, source),
            QueryOperator.Select or QueryOperator.SelectMany => Filters.Select(walk, e, source),
            QueryOperator.Sum or QueryOperator.Average => Totals.Sum(walk, e, source),
            QueryOperator.Min or QueryOperator.Max => Totals.Extreme(walk, e, source),
            QueryOperator.First or QueryOperator.FirstOrDefault or QueryOperator.Last or QueryOperator.LastOrDefault
                or QueryOperator.Single or QueryOperator.SingleOrDefault => Picks.Of(walk, e, source),
            QueryOperator.GroupBy => Groupings.Of(walk, e, source),
            _ => Rearrangements.Of(walk, e, source, argument),
        };
    }

    /// <summary>The budget ended: nothing can be said, whatever time brings.</summary>
    public static Outcome Spent(Interpreter walk, BoundQuery e, ElementWalk elements) =>
        walk.Missing(MissingKind.Budget, e, Course.Standing(elements.Until));
}
