using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;
using Tthc.RuleLanguage.Evaluation.Values;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Interpreting;

/// <summary>Calls and conversions.</summary>
internal static class Calls
{
    public static Outcome Of(Interpreter walk, BoundCall e)
    {
        var (outcomes, values) = (new Outcome[e.Arguments.Length], new object?[e.Arguments.Length]);
        var lacking = -1;
        for (var i = 0; i < values.Length; i++)
        {
            outcomes[i] = walk.Evaluate(e.Arguments[i]);
            if (outcomes[i].IsFailed)
                return outcomes[i] with { Course = Sooner(outcomes) };
            values[i] = outcomes[i].Value;
            if (lacking < 0 && values[i] is null && !e.Function.Parameters[i].Type.IsNullable)
                lacking = i;
        }
        if (lacking >= 0)
            return Lacking(walk, outcomes, lacking);
        var result = e.Function.Invoke(walk.Context, values);
        if (result is null or double.NaN or double.PositiveInfinity or double.NegativeInfinity)
            return walk.IsTwoValued && !Functions.FailsWithoutResult(e.Function) && result is null
                ? new Outcome(null, MissingTexts.Call(e), Sooner(outcomes))
                : walk.Missing(MissingTexts.Call(e), Unsure(outcomes));
        return new Outcome(result, null, walk.Follows ? CallMotions.Of(walk, e, outcomes, values) : null);
    }

    public static Outcome Convert(Interpreter walk, BoundConversion e)
    {
        var operand = walk.Evaluate(e.Operand);
        if (operand.IsMissing)
            return operand;
        if (Conversions.Apply(operand.Value!, e.Type, walk.Context) is not { } value)
            return walk.Missing(e.Operand.Type.Kind == TypeKind.String ? MissingKind.BadText : MissingKind.Overflow, e, Unsure([operand]));
        return new Outcome(value, null, walk.Follows ? MotionConversions.Of(walk, e, operand) : null);
    }

    /// <summary>A receiver or argument that is needed is not there: RulesEngine would have thrown.</summary>
    private static Outcome Lacking(Interpreter walk, Outcome[] outcomes, int lacking) => outcomes[lacking] with
    {
        IsFailed = walk.IsTwoValued,
        Course = walk.IsTwoValued ? Sooner(outcomes) : Course.Standing(outcomes[lacking].Until),
    };

    private static Course? Sooner(ReadOnlySpan<Outcome> outcomes)
    {
        var until = NextChange.Never;
        foreach (var outcome in outcomes)
            until = NextChange.Earlier(until, outcome.Until);
        return Course.Standing(until);
    }

    /// <summary>There is no value: where something moves there may be one at any time.</summary>
    private static Course? Unsure(ReadOnlySpan<Outcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            if (outcome.Motion is not null)
                return Course.Standing(NextChange.Unknown);
        }
        return Sooner(outcomes);
    }
}
