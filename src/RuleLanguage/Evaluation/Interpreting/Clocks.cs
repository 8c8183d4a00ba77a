using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;

namespace Tthc.RuleLanguage.Evaluation.Interpreting;

/// <summary>Readings of the evaluation clock.</summary>
internal static class Clocks
{
    private static readonly Course s_linear = new(NextChange.Never, Motion.LinearRising);
    private static readonly Course s_rising = new(NextChange.Never, Motion.Rising);

    public static Outcome Read(Interpreter walk, BoundClock clock) => new(
        Value(walk.Context, clock.Reading), null, !walk.Follows ? null : clock.Reading == ClockReading.Today ? s_rising : s_linear);

    private static object Value(EvaluationContext context, ClockReading reading) => reading switch
    {
        ClockReading.Instant => (object)context.Now,
        ClockReading.Local => context.Now.DateTime,
        ClockReading.Utc => context.Now.UtcDateTime,
        ClockReading.Today => context.Now.Date,
        _ => context.Now.ToUniversalTime(),
    };
}
