using System.Collections.Immutable;
using System.Globalization;
using System.Text;
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
    /// <summary>The procedure by itself: what a linked child takes is not known.</summary>
    public static void Run(CompiledProcedure compiled, StepPlaces places, DiagnosticBag bag) =>
        Report(TimeArithmetic.Check(compiled, childCase: _ => null), places, bag);

    /// <summary>What the limits of linked children add to what the procedure by itself has been told.</summary>
    public static void RunWithChildren(CompiledProcedure compiled, StepPlaces places, Func<string, ProcedureCase?> childCase, DiagnosticBag bag)
    {
        var told = TimeArithmetic.Check(compiled, childCase: _ => null).Select(o => (o.Bound, o.Key, o.Given)).ToHashSet();
        Report(TimeArithmetic.Check(compiled, childCase).Where(o => !told.Contains((o.Bound, o.Key, o.Given))), places, bag);
    }

    private static void Report(IEnumerable<TimeOverrun> overruns, StepPlaces places, DiagnosticBag bag)
    {
        foreach (var overrun in overruns)
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
                Listed(overrun),
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
        foreach (var total in procedure.LimitWhen.Concat(procedure.Cases.SelectMany(c => c.LimitWhen)).Select(a => a.Value))
            Check(total.Limit.Value, total.Commitment, bag);
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

    private static BilingualText About(TimeOverrun overrun)
    {
        var which = (overrun.Bound, overrun.Key) switch
        {
            (_, "") => new("", ""),
            (TimeBound.Phase, var key) => Both($" \"{key}\""),
            var (_, key) => new BilingualText($" của trường hợp \"{key}\"", $" of the case \"{key}\""),
        };
        return new(which.Vietnamese + overrun.Given.Vietnamese, which.English + overrun.Given.English);
    }

    private static BilingualText Listed(TimeOverrun overrun)
    {
        const int Shown = 24;
        var vietnamese = new StringBuilder();
        var english = new StringBuilder();
        foreach (var (step, minutes) in overrun.Path.Take(Shown))
        {
            var amount = Both(Amount(overrun, Math.Abs(minutes), "0.####"));
            var sign = english.Length == 0 ? "" : minutes < 0 ? " - " : " + ";
            vietnamese.Append(sign).Append(minutes < 0 ? $"{amount.Vietnamese} (được kéo dài khi sang {step})" : $"{step} {amount.Vietnamese}");
            english.Append(sign).Append(minutes < 0 ? $"{amount.English} (added by law on the way to {step})" : $"{step} {amount.English}");
        }
        var more = overrun.Path.Length > Shown ? " + …" : "";
        var needs = string.Join(", ", overrun.Needs);
        return needs.Length == 0
            ? new BilingualText(vietnamese + more, english + more)
            : new BilingualText($"{vietnamese}{more} [khi {needs}]", $"{english}{more} [when {needs}]");
    }

    private static string Amount(TimeOverrun overrun, long minutes, string format) =>
        (minutes / (overrun.InHours ? 60m : StepCost.MinutesPerWorkingDay)).ToString(format, CultureInfo.InvariantCulture);

    private static BilingualText Both(string text) => new(text.Replace('.', ','), text);
}
