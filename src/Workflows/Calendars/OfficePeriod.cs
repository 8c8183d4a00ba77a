using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Tthc.Workflows.Calendars;

/// <summary>One unbroken stretch of office hours on a day: time counts from <paramref name="From"/> up to, not including, <paramref name="To"/>.</summary>
/// <param name="From">Opening, local time, whole minutes.</param>
/// <param name="To">Closing, local time, whole minutes, later than <paramref name="From"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OfficeSpan(TimeOnly From, TimeOnly To);

/// <summary>Office hours in force over a period, for instance summer or winter hours.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; null while no end is known.</param>
/// <param name="Hours">
/// Spans of each weekday, in order and not overlapping; a weekday that is missing is closed. A Saturday listed here counts as
/// a working day for limits in days, so a morning that is open for receiving only must not be listed.
/// </param>
/// <param name="MakeUpHours">Spans of a rest day that is worked (<see cref="CalendarDayKind.SwapWork"/>).</param>
public sealed record OfficePeriod(
    DateOnly From,
    DateOnly? To,
    ImmutableDictionary<DayOfWeek, ImmutableArray<OfficeSpan>> Hours,
    ImmutableArray<OfficeSpan> MakeUpHours)
{
    /// <summary>Whether the act that fixes these hours has been read. Not part of <see cref="WorkCalendar.DependsOnUnconfirmed"/>, which is about days.</summary>
    public bool Confirmed { get; init; }

    /// <summary>The act or publication the hours rest on.</summary>
    public string Source { get; init; } = "";

    internal bool Contains(DateOnly date) => From <= date && (To is not { } to || date <= to);
}
