namespace Tthc.Workflows.Calendars;

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
