using System.Collections.Immutable;

namespace Tthc.Workflows.Calendars;

/// <summary>A working calendar as it was written. <see cref="WorkCalendar.Compile"/> turns it into what runs.</summary>
/// <param name="Id">Stable name, the one agencies refer to.</param>
/// <param name="NameVi">Name for people, Vietnamese.</param>
/// <param name="NameEn">Name for people, English.</param>
/// <param name="UtcOffset">Local time minus UTC; Viet Nam has +07:00 the whole year.</param>
/// <param name="WorkingDayMinutes">What "one working day" is worth when a part of a day is granted, for instance 480 (8 hours).</param>
/// <param name="Periods">Office hours; together they leave no covered day out and do not overlap.</param>
/// <param name="Days">Days that differ from their weekday, each date at most once.</param>
/// <param name="CoversFrom">First day the calendar knows about.</param>
/// <param name="CoversTo">Last day the calendar knows about; nothing is reckoned beyond it.</param>
public sealed record CalendarDefinition(
    string Id,
    string NameVi,
    string NameEn,
    TimeSpan UtcOffset,
    int WorkingDayMinutes,
    ImmutableArray<OfficePeriod> Periods,
    ImmutableArray<CalendarDay> Days,
    DateOnly CoversFrom,
    DateOnly CoversTo);
