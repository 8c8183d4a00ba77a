using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Library.Texts;

namespace Tthc.RuleLanguage.Library.Dates;

/// <summary>Parts of a time of day.</summary>
internal static class TimeMembers
{
    [BuiltIn("giờ", "the hour", IsProperty = true)]
    public static int Hour(TimeOnly value) => value.Hour;

    [BuiltIn("phút", "the minute", IsProperty = true)]
    public static int Minute(TimeOnly value) => value.Minute;

    [BuiltIn("giây", "the second", IsProperty = true)]
    public static int Second(TimeOnly value) => value.Second;

    [BuiltIn("thêm số giờ, quay vòng qua nửa đêm", "so many hours later, round past midnight")]
    public static TimeOnly? AddHours(TimeOnly value, double hours) => Spans.Of(hours, TimeSpan.TicksPerHour) is { } span ? value.Add(span) : null;

    [BuiltIn("thêm số phút, quay vòng qua nửa đêm", "so many minutes later, round past midnight")]
    public static TimeOnly? AddMinutes(TimeOnly value, double minutes) => Spans.Of(minutes, TimeSpan.TicksPerMinute) is { } span ? value.Add(span) : null;

    [BuiltIn("thêm một khoảng thời gian, quay vòng qua nửa đêm", "a span later, round past midnight")]
    public static TimeOnly Add(TimeOnly value, TimeSpan span) => value.Add(span);

    [BuiltIn("có nằm từ giờ này đến trước giờ kia không", "whether it lies from one time to before another")]
    public static bool IsBetween(TimeOnly value, TimeOnly start, TimeOnly end) => value.IsBetween(start, end);

    [BuiltIn("thời gian từ 0 giờ", "the time since midnight")]
    public static TimeSpan ToTimeSpan(TimeOnly value) => value.ToTimeSpan();

    [BuiltIn("viết giờ:phút:giây", "written hour:minute:second")]
    public static string ToString(TimeOnly value) => Formats.Plain(value);

    [BuiltIn("viết theo mẫu, ví dụ \"HH:mm\"", "written by a format, such as \"HH:mm\"")]
    public static string? ToString(EvaluationContext context, TimeOnly value, string format) => Formats.Write(context, value, format);

    [BuiltIn("-1, 0 hay 1: trước, bằng, sau", "-1, 0 or 1: before, equal, after")]
    public static int CompareTo(TimeOnly value, TimeOnly other) => value.CompareTo(other);
}
