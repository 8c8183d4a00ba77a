using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;
using Tthc.RuleLanguage.Evaluation.Values;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Interpreting.Lists;

/// <summary>Sums, means, smallest and greatest values.</summary>
internal static class Totals
{
    public static Outcome Sum(Interpreter walk, BoundQuery e, in Outcome source)
    {
        using var elements = new ElementWalk(walk, e.Lambda, source);
        object? total = null;
        var count = 0;
        while (elements.Next())
        {
            if (elements.Said.IsFailed || (elements.Said.IsMissing && !walk.IsTwoValued))
                return Gap(walk, e, elements);
            // RulesEngine leaves nulls out.
            if (elements.Said.IsMissing)
                continue;
            count++;
            total = Plus(walk, e, total, elements.Said.Value!);
            if (total is null)
                return walk.Missing(MissingKind.Overflow, e, Course.Standing(elements.Until));
        }
        return elements.IsSpent ? Queries.Spent(walk, e, elements) : Finished(walk, e, total, count, Course.Standing(elements.Until));
    }

    public static Outcome Extreme(Interpreter walk, BoundQuery e, in Outcome source)
    {
        using var elements = new ElementWalk(walk, e.Lambda, source);
        object? best = null;
        var wanted = e.Operator == QueryOperator.Min ? -1 : 1;
        while (elements.Next())
        {
            if (elements.Said.IsFailed || (elements.Said.IsMissing && !walk.IsTwoValued))
                return Gap(walk, e, elements);
            if (elements.Said.Value is { } value && (best is null || Math.Sign(Ordering.Instance.Compare(value, best)) == wanted))
                best = value;
        }
        var course = Course.Standing(elements.Until);
        return elements.IsSpent ? Queries.Spent(walk, e, elements)
            : best is null ? walk.Missing(MissingKind.NoElement, e, course)
            : new Outcome(Conversions.Apply(best, e.Type, walk.Context), null, course);
    }

    private static Outcome Gap(Interpreter walk, BoundQuery e, ElementWalk elements)
    {
        var course = Course.Standing(elements.Until);
        return elements.Said.Reason is null ? walk.Missing(MissingKind.MissingFact, e, course) : elements.Said with { Course = course };
    }

    private static object? Plus(Interpreter walk, BoundQuery e, object? total, object value)
    {
        var next = Conversions.Apply(value, e.Type, walk.Context);
        return next is null || total is null ? next : Arithmetic.Apply(BinaryOperator.Add, total, next, out _);
    }

    private static Outcome Finished(Interpreter walk, BoundQuery e, object? total, int count, Course? course)
    {
        if (e.Operator == QueryOperator.Sum)
            return new Outcome(total ?? Activator.CreateInstance(e.Type.Clr), null, course);
        if (total is null)
            return walk.Missing(MissingKind.NoElement, e, course);
        var divisor = e.Type.Kind == TypeKind.Duration ? (double)count : Conversions.ToNumber(count, e.Type.Clr)!;
        return new Outcome(Arithmetic.Apply(BinaryOperator.Divide, total, divisor, out _), null, course);
    }
}
