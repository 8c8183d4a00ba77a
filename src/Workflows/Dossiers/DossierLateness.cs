using Tthc.Workflows.Calendars;
using Tthc.Workflows.Deadlines;

namespace Tthc.Workflows.Dossiers;

/// <summary>One verdict with the working minutes beyond the due moment; no verdict before receipt.</summary>
public readonly record struct LatenessFigure(Timeliness? Verdict, long LateMinutes);

/// <summary>Two figures that are never mixed: lateness in fact, by when it happened, and lateness on the system, by when it was recorded.</summary>
/// <remarks>In time in fact but late on the system: the office forgot to record it. The other way round is a matter for inspection.</remarks>
public readonly record struct DossierLateness(LatenessFigure InFact, LatenessFigure OnSystem)
{
    /// <summary>Both figures as of an instant, in the calendar of the deciding agency.</summary>
    public static DossierLateness Of(Dossier dossier, WorkCalendar calendar, DateTimeOffset asOf)
    {
        if (dossier.Clock is not { } clock)
            return default;
        var recorded = clock.StoppedAt is not null && dossier.EndRecordedAt is { } end ? clock with { StoppedAt = end } : clock;
        return new(Judge(clock, calendar, asOf), Judge(recorded, calendar, asOf));
    }

    private static LatenessFigure Judge(Clock clock, WorkCalendar calendar, DateTimeOffset asOf) => new(
        clock.Judge(asOf, calendar),
        clock.WorkingTimeLate(asOf, calendar).TryGet(out var late, out _) ? late.Ticks / TimeSpan.TicksPerMinute : 0);
}
