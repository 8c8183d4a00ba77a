using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;
using Tthc.RuleLanguage.Evaluation.Values;

namespace Tthc.RuleLanguage.Evaluation.Interpreting.Lists;

/// <summary>Queries that give some elements of one list, or those of two, in another order.</summary>
internal static class Rearrangements
{
    public static Outcome Of(Interpreter walk, BoundQuery e, in Outcome source, in Outcome argument)
    {
        // Of none but DefaultIfEmpty may the argument be missing.
        if (e.Argument is not null && argument.IsMissing && e.Operator != QueryOperator.DefaultIfEmpty)
            return argument with { IsFailed = walk.IsTwoValued };
        var until = NextChange.Earlier(source.Until, e.Argument is null ? NextChange.Never : Standing.Of(walk, e.Argument, argument));
        if (!TryRead(walk, source.Value!, out var first))
            return walk.Missing(MissingKind.Budget, e, Course.Standing(until));
        IReadOnlyList<object?> second = [];
        if (e.Operator is QueryOperator.Concat or QueryOperator.Except or QueryOperator.Union or QueryOperator.Intersect && !TryRead(walk, argument.Value!, out second))
            return walk.Missing(MissingKind.Budget, e, Course.Standing(until));
        return Filters.ListOf(e, [.. Rearranged(e.Operator, first, second, argument.Value)], until);
    }

    private static IEnumerable<object?> Rearranged(QueryOperator op, IReadOnlyList<object?> first, IReadOnlyList<object?> second, object? argument) => op switch
    {
        QueryOperator.Skip => first.Skip(Whole(argument)),
        QueryOperator.Take => first.Take(Whole(argument)),
        QueryOperator.Distinct => first.Distinct(Ordering.Instance),
        QueryOperator.Reverse => first.Reverse(),
        QueryOperator.Concat => first.Concat(second),
        QueryOperator.Except => first.Except(second, Ordering.Instance),
        QueryOperator.Union => first.Union(second, Ordering.Instance),
        QueryOperator.Intersect => first.Intersect(second, Ordering.Instance),
        QueryOperator.DefaultIfEmpty => first.Count == 0 ? [argument] : first,
        _ => throw new InvalidOperationException($"{op} is no rearrangement."),
    };

    private static int Whole(object? number) => Conversions.ToNumber(number!, typeof(int)) as int? ?? int.MaxValue;

    private static bool TryRead(Interpreter walk, object list, out IReadOnlyList<object?> values)
    {
        var items = Items.Of(list);
        var read = new List<object?>();
        values = read;
        for (var i = 0; i < items.Count; i++)
        {
            if (!walk.Context.Step())
                return false;
            read.Add(items[i]);
        }
        return true;
    }
}
