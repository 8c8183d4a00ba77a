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

/// <summary>Why a named day differs from its weekday.</summary>
public enum CalendarDayKind
{
    /// <summary>Public holiday (Labour Code 45/2019/QH14 art. 112): closed.</summary>
    Holiday,

    /// <summary>Weekday off because a holiday fell on the weekly rest (nghỉ bù): closed.</summary>
    Compensatory,

    /// <summary>Weekday given free against a worked day elsewhere (hoán đổi): closed.</summary>
    SwapOff,

    /// <summary>Rest day that is worked against a freed weekday (làm bù): open, with the make-up hours of the period.</summary>
    SwapWork,
}

/// <summary>One day that differs from its weekday, with the ground for it.</summary>
/// <param name="Date">The day, local.</param>
/// <param name="Kind">What the day is.</param>
/// <param name="Confirmed">Whether the source is an act that has been read; a due date that depends on an unconfirmed day is shown as such.</param>
/// <param name="Source">The act or publication the day rests on.</param>
/// <param name="NameVi">Name for people, Vietnamese.</param>
/// <param name="NameEn">Name for people, English.</param>
public sealed record CalendarDay(DateOnly Date, CalendarDayKind Kind, bool Confirmed, string Source, string NameVi, string NameEn);
