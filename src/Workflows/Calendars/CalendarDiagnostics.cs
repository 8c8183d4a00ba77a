using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.Workflows.Calendars;

/// <summary>What can be wrong with calendar files, beyond their JSON.</summary>
public static class CalendarDiagnostics
{
    public static readonly DiagnosticDescriptor DuplicateId = new("CAL-001", Error,
        "mã lịch \"{0}\" đã có ở {1}", "the calendar id \"{0}\" is already used in {1}");

    public static readonly DiagnosticDescriptor UnknownBase = new("CAL-002", Error,
        "không có lịch \"{0}\" để kế thừa", "there is no calendar \"{0}\" to extend");

    public static readonly DiagnosticDescriptor BaseCycle = new("CAL-003", Error,
        "lịch kế thừa vòng tròn: {0}", "calendars extend each other in a circle: {0}");

    public static readonly DiagnosticDescriptor Incomplete = new("CAL-004", Error,
        "lịch \"{0}\" và các lịch nó kế thừa đều không có \"{1}\"", "neither calendar \"{0}\" nor one it extends gives \"{1}\"");

    public static readonly DiagnosticDescriptor BadId = new("CAL-005", Error,
        "\"{0}\" không dùng làm mã được: chỉ chữ thường không dấu, chữ số và dấu gạch nối", "\"{0}\" does not do as an id: lower-case letters a-z, digits and hyphens only");

    public static readonly DiagnosticDescriptor BadOffset = new("CAL-006", Error,
        "\"{0}\" không phải độ lệch giờ so với UTC, ví dụ +07:00", "\"{0}\" is not an offset from UTC, such as +07:00");

    public static readonly DiagnosticDescriptor BadSpan = new("CAL-007", Error,
        "\"{0}\" không phải khoảng giờ dạng 07:00-11:00, giờ sau lớn hơn giờ trước", "\"{0}\" is not a span of hours written 07:00-11:00, the later one second");

    public static readonly DiagnosticDescriptor SpansOverlap = new("CAL-008", Error,
        "khoảng giờ {0} phải bắt đầu sau khi khoảng trước kết thúc ({1})", "the hours {0} must begin after the hours before them end ({1})");

    public static readonly DiagnosticDescriptor Backwards = new("CAL-009", Error,
        "ngày cuối {0} trước ngày đầu {1}", "the last day {0} is before the first day {1}");

    public static readonly DiagnosticDescriptor PeriodsOverlap = new("CAL-010", Error,
        "giờ làm việc ngày {0} đã được quy định ở một khoảng thời gian khác", "the office hours of {0} are already given by another period");

    public static readonly DiagnosticDescriptor HoursMissing = new("CAL-011", Error,
        "không có giờ làm việc cho ngày {0}, trong khi lịch bao gồm từ {1} đến {2}", "there are no office hours for {0}, while the calendar covers {1} to {2}");

    public static readonly DiagnosticDescriptor NotAYear = new("CAL-012", Error,
        "\"{0}\" không phải là năm từ 2000 đến 2100", "\"{0}\" is not a year from 2000 to 2100");

    public static readonly DiagnosticDescriptor YearGap = new("CAL-013", Error,
        "thiếu năm {0}: các năm của một lịch phải liền nhau", "the year {0} is missing: the years of a calendar must follow one another");

    public static readonly DiagnosticDescriptor OutsideYear = new("CAL-014", Error,
        "ngày {0} không thuộc năm {1}", "{0} is not in the year {1}");

    public static readonly DiagnosticDescriptor DayTwice = new("CAL-015", Error,
        "ngày {0} đã có trong lịch này", "{0} is already in this calendar");

    public static readonly DiagnosticDescriptor UnknownName = new("CAL-016", Error,
        "không có tên ngày \"{0}\" trong \"dayNames\"", "there is no day name \"{0}\" in \"dayNames\"");

    public static readonly DiagnosticDescriptor NoMakeUpHours = new("CAL-017", Error,
        "ngày làm bù {0} chưa có giờ làm việc: thêm \"makeUp\" hoặc \"weekdays\"", "the worked rest day {0} has no hours: add \"makeUp\" or \"weekdays\"");

    public static readonly DiagnosticDescriptor WorkedWeekday = new("CAL-018", Error,
        "{0} không phải thứ Bảy hay Chủ nhật nên không thể là ngày làm bù", "{0} is no Saturday or Sunday and so cannot be a worked rest day");

    public static readonly DiagnosticDescriptor FreedRestDay = new("CAL-019", Warning,
        "{0} là thứ Bảy hoặc Chủ nhật, vốn đã nghỉ", "{0} is a Saturday or Sunday, which is free anyway");

    public static readonly DiagnosticDescriptor OneDayOrRun = new("CAL-020", Error,
        "một mục ngày cần \"date\", hoặc cả \"from\" và \"to\"", "an entry needs \"date\", or both \"from\" and \"to\"");
}
