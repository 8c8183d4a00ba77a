using System.Globalization;

namespace Tthc.RuleLanguage.Library.Dates;

/// <summary>
/// Dates and times written year-month-day, the only way rules write them: <c>03/04/2026</c> is March to some and April to others.
/// </summary>
internal static class DateTexts
{
    private static readonly string[] s_dates = ["yyyy-MM-dd"];
    private static readonly string[] s_times = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];
    private static readonly string[] s_local = [.. s_dates, .. s_times.SelectMany(t => new[] { $"yyyy-MM-dd'T'{t}", $"yyyy-MM-dd {t}" })];
    private static readonly string[] s_instants = [.. s_local.Skip(1).Select(f => f + "zzz")];

    public static DateTime? DateTime(string text) =>
        System.DateTime.TryParseExact(text, s_local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;

    /// <summary>An instant written with its offset from Greenwich, or <c>Z</c>.</summary>
    public static DateTimeOffset? Instant(string text)
    {
        var plain = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
        return DateTimeOffset.TryParseExact(plain, s_instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;
    }

    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, s_dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;

    public static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, s_times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;

    /// <summary>A span written <c>1.02:03:04</c> or <c>02:03</c>; a bare number is not taken for days.</summary>
    public static TimeSpan? Duration(string text) =>
        text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null;
}
