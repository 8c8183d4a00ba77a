using Tthc.RuleLanguage.Facts;
using Tthc.Workflows.Calendars;

namespace Tthc.Workflows.Facts;

/// <summary>The working calendar of an agency as rules see it. Beyond the years loaded every answer is missing.</summary>
/// <param name="calendar">The calendar; null: the agency has none on that day.</param>
[FactRecord("calendar")]
public sealed class CalendarFacts(WorkCalendar? calendar)
{
    /// <summary>Minutes of a working day.</summary>
    [RuleFact("Số phút của một ngày làm việc", "Minutes of a working day", Unit = FactUnits.WorkingMinutes)]
    public long? WorkingDay => calendar?.Definition.WorkingDayMinutes;

    /// <summary>Whether the office is open on the local day of an instant.</summary>
    [FactFunction("Cơ quan có làm việc trong ngày đó không", "Whether the office is open on that day")]
    [ChangesAt("at", nameof(NextMidnight))]
    public bool? IsWorkingDay(DateTimeOffset at) => calendar is { } c && c.LocalDate(at) is var day && c.Covers(day) ? c.IsWorkingDay(day) : null;

    /// <summary>Whole working minutes between two instants; negative when the second is earlier.</summary>
    [FactFunction("Số phút làm việc giữa hai thời điểm", "Working minutes between two instants", Unit = FactUnits.WorkingMinutes)]
    [MovesWith("to", nameof(ToReaching))]
    [MovesWith("from", nameof(FromFallingTo), Falling = true)]
    public long? WorkingMinutesBetween(DateTimeOffset from, DateTimeOffset to) => Known(calendar?.WorkingMinutesBetween(from, to));

    /// <summary>Working days after the day of the first instant up to and including that of the second.</summary>
    [FactFunction("Số ngày làm việc sau ngày thứ nhất đến hết ngày thứ hai", "Working days after the first day up to and including the second")]
    [ChangesAt("from", nameof(NextMidnightOfFirst))]
    [ChangesAt("to", nameof(NextMidnightOfSecond))]
    public int? WorkingDaysBetween(DateTimeOffset from, DateTimeOffset to) =>
        calendar is { } c ? Known<int>(c.WorkingDaysBetween(c.LocalDate(from), c.LocalDate(to))) : null;

    /// <summary>The same time of day so many working days later, or earlier for a negative number.</summary>
    [FactFunction("Cùng giờ, sau (hoặc trước, nếu âm) số ngày làm việc đã cho", "The same time of day so many working days later (earlier if negative)")]
    public DateTimeOffset? AddWorkingDays(DateTimeOffset at, int days) =>
        calendar is { } c && Known<DateOnly>(c.AddWorkingDays(c.LocalDate(at), days)) is { } day ? c.At(day, c.LocalTime(at)) : null;

    /// <summary>The earliest instant by which so many working minutes have passed.</summary>
    [FactFunction("Thời điểm đã trôi qua đủ số phút làm việc", "The instant by which so many working minutes have passed")]
    public DateTimeOffset? AddWorkingMinutes(DateTimeOffset at, [FactUnit(FactUnits.WorkingMinutes)] long minutes) =>
        Math.Abs(minutes) <= MostMinutes ? Known(calendar?.AddWorkingMinutes(at, minutes)) : null;

    /// <summary>So many working days as working minutes.</summary>
    [FactFunction("Số ngày làm việc đổi ra phút làm việc", "Working days as working minutes", Unit = FactUnits.WorkingMinutes)]
    public long? WorkingDays(double days) =>
        calendar is { } c && Math.Abs(days) <= MostMinutes ? (long)Math.Ceiling(days * c.Definition.WorkingDayMinutes) : null;

    /// <summary>So many working hours as working minutes.</summary>
    [FactFunction("Số giờ làm việc đổi ra phút làm việc", "Working hours as working minutes", Unit = FactUnits.WorkingMinutes)]
    public long? WorkingHours(double hours) => calendar is not null && Math.Abs(hours) <= MostMinutes ? (long)Math.Ceiling(hours * 60) : null;

    /// <summary>When the office closes on the local day of an instant; missing on a day off.</summary>
    [FactFunction("Giờ đóng cửa của ngày đó", "When the office closes on that day")]
    [ChangesAt("at", nameof(NextMidnight))]
    public DateTimeOffset? ClosesAt(DateTimeOffset at) => calendar is { } c && c.LocalDate(at) is var day && c.Covers(day) ? c.ClosesAt(day) : null;

    /// <summary>Local midnight that begins the day of an instant.</summary>
    [FactFunction("Đầu ngày", "Midnight that begins the day")]
    [ChangesAt("at", nameof(NextMidnight))]
    public DateTimeOffset? StartOfDay(DateTimeOffset at) => calendar is { } c ? c.EndOfDay(c.LocalDate(at)).AddDays(-1) : null;

    /// <summary>Local midnight that ends the day of an instant.</summary>
    [FactFunction("Cuối ngày (24 giờ)", "Midnight that ends the day")]
    [ChangesAt("at", nameof(NextMidnight))]
    public DateTimeOffset? EndOfDay(DateTimeOffset at) => NextMidnight(at);

    /// <summary>Local day of an instant.</summary>
    [FactFunction("Ngày (theo giờ địa phương)", "Local day of an instant")]
    [ChangesAt("at", nameof(NextMidnight))]
    public DateOnly? DateOf(DateTimeOffset at) => calendar?.LocalDate(at);

    /// <summary>Local time of day of an instant, in hours and fractions.</summary>
    [FactFunction("Giờ trong ngày, ví dụ 15,5 là 15 giờ 30", "Time of day in hours, such as 15.5 for 15:30")]
    public double? HourOf(DateTimeOffset at) => calendar?.LocalTime(at).ToTimeSpan().TotalHours;

    /// <summary>The local midnight after an instant.</summary>
    public DateTimeOffset? NextMidnight(DateTimeOffset at) => calendar is { } c ? c.EndOfDay(c.LocalDate(at)) : null;

    /// <summary>The local midnight after the first of two instants.</summary>
    public DateTimeOffset? NextMidnightOfFirst(DateTimeOffset from, DateTimeOffset to) => to == default ? null : NextMidnight(from);

    /// <summary>The local midnight after the second of two instants.</summary>
    public DateTimeOffset? NextMidnightOfSecond(DateTimeOffset from, DateTimeOffset to) => from == default ? null : NextMidnight(to);

    /// <summary>The earliest end of a stretch that holds at least so many working minutes.</summary>
    /// <remarks>Minutes are cut towards zero, so that nothing up to -1 is 0 already just after one minute less.</remarks>
    public DateTimeOffset? ToReaching(DateTimeOffset from, long minutes) => minutes > 0
        ? Known(calendar?.AddWorkingMinutes(from, minutes))
        : Known(calendar?.AddWorkingMinutes(from, minutes - 1))?.AddTicks(1);

    /// <summary>The earliest beginning of a stretch that holds at most so many working minutes.</summary>
    public DateTimeOffset? FromFallingTo(DateTimeOffset to, long minutes) => minutes >= 0
        ? Known(calendar?.AddWorkingMinutes(to, -minutes - 1))?.AddTicks(1)
        : Known(calendar?.AddWorkingMinutes(to, -minutes));

    // A thousand working years: more is a slip of the pen, and far from overflowing a span of time.
    private const long MostMinutes = 150_000_000;

    private static T? Known<T>(Reckoned<T>? reckoned)
        where T : struct => reckoned is { } some && some.TryGet(out var value, out _) ? value : null;
}
