using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Json.Fields;

namespace Tthc.Workflows.Calendars;

/// <summary>One calendar file as it was written, places kept, before the calendars it extends are added.</summary>
internal sealed record CalendarFile(
    Located<string> Id,
    BilingualText Name,
    Located<string>? Extends,
    TimeSpan? UtcOffset,
    int? WorkingDayMinutes,
    ImmutableArray<WrittenPeriod> Periods,
    ImmutableArray<WrittenYear> Years,
    bool IsSound);

/// <param name="Place">Where the period begins in the file.</param>
/// <param name="Period">The hours.</param>
internal sealed record WrittenPeriod(Located<DateOnly> Place, OfficePeriod Period);

/// <param name="Year">The year, placed at its name.</param>
/// <param name="Days">Its days that differ from their weekday.</param>
internal sealed record WrittenYear(Located<int> Year, ImmutableArray<CalendarDay> Days);
