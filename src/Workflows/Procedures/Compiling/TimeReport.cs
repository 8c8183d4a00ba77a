using System.Collections.Immutable;
using System.Globalization;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Soundness;
using static Tthc.Workflows.Procedures.Compiling.SoundnessDiagnostics;

namespace Tthc.Workflows.Procedures.Compiling;

/// <summary>Says in figures where the steps take longer than they may.</summary>
internal static class TimeReport
{
    public static void Run(CompiledProcedure compiled, StepPlaces places, Func<string, Limit?> childLimit, DiagnosticBag bag)
    {
        foreach (var overrun in TimeArithmetic.Check(compiled, childLimit))
        {
            var descriptor = overrun.Bound switch
            {
                TimeBound.Commitment => StepsExceedCommitment,
                TimeBound.Phase => StepsExceedPhase,
                _ => StepsExceedLimit,
            };
            bag.Report(places.LimitOf(overrun.OverflowsAt).Problem(
                descriptor,
                About(overrun),
                Both(string.Join(" + ", Listed(overrun))),
                Both(Amount(overrun, overrun.Total, "0.0###")),
                Both(Amount(overrun, overrun.Budget, "0.####")),
                Both(Amount(overrun, overrun.Total - overrun.Budget, "0.####")),
                overrun.InHours ? new BilingualText("giờ làm việc", "working hours") : new BilingualText("ngày làm việc", "working days")));
        }
    }

    /// <summary>A promise longer than the law allows is none.</summary>
    public static void CheckCommitments(Procedure procedure, DiagnosticBag bag)
    {
        Check(procedure.Limit.Value, procedure.Commitment, bag);
        foreach (var variant in procedure.Cases)
            Check(variant.Limit?.Value ?? procedure.Limit.Value, variant.Commitment, bag);
    }

    private static void Check(Limit limit, Located<Limit>? commitment, DiagnosticBag bag)
    {
        if (commitment is null || limit is Limit.CalendarDays != commitment.Value is Limit.CalendarDays)
            return;
        var allowed = StepCost.Budget(limit);
        var promised = StepCost.Budget(commitment.Value);
        if (allowed is { } most && (promised is not { } length || length > most))
            bag.Report(commitment.Problem(CommitmentLonger));
    }

    private static BilingualText About(TimeOverrun overrun) => (overrun.Bound, overrun.Key) switch
    {
        (_, "") => new("", ""),
        (TimeBound.Phase, var key) => Both($" \"{key}\""),
        var (_, key) => new($" của trường hợp \"{key}\"", $" of the case \"{key}\""),
    };

    private static IEnumerable<string> Listed(TimeOverrun overrun)
    {
        const int Shown = 24;
        foreach (var step in overrun.Path.Take(Shown))
            yield return $"{step.Step} {Amount(overrun, step.Minutes, "0.####")}";
        if (overrun.Path.Length > Shown)
            yield return "…";
    }

    private static string Amount(TimeOverrun overrun, long minutes, string format) =>
        (minutes / (overrun.InHours ? 60m : StepCost.MinutesPerWorkingDay)).ToString(format, CultureInfo.InvariantCulture);

    private static BilingualText Both(string text) => new(text.Replace('.', ','), text);
}
