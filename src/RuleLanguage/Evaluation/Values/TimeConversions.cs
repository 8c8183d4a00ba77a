using System.Globalization;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Values;

/// <summary>Conversions to instants, dates, times and durations. A local time is turned into an instant by the offset of the offices.</summary>
internal static class TimeConversions
{
    public static object? Apply(object value, TypeKind to, TimeSpan offset) => to switch
    {
        TypeKind.Instant => ToInstant(value, offset),
        TypeKind.DateTime => ToLocal(value, offset),
        TypeKind.Date => ToDate(value, offset),
        TypeKind.Time => ToTime(value, offset),
        TypeKind.Duration => value switch
        {
            string text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var read) ? read : null,
            TimeOnly time => time.ToTimeSpan(),
            _ => null,
        },
        _ => null,
    };

    private static DateTimeOffset? ToInstant(object value, TimeSpan offset) => value switch
    {
        DateTime local => Times.AtOffset(local, offset),
        DateOnly day => Times.AtOffset(day.ToDateTime(TimeOnly.MinValue), offset),
        string text => ReadInstant(text, offset),
        _ => null,
    };

    private static DateTime? ToLocal(object value, TimeSpan offset) => value switch
    {
        DateTimeOffset instant => Times.ToLocal(instant, offset),
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        string text => ReadInstant(text, offset) is { } instant ? Times.ToLocal(instant, offset) : null,
        _ => null,
    };

    private static DateOnly? ToDate(object value, TimeSpan offset) => ToLocal(value, offset) is { } local ? DateOnly.FromDateTime(local) : null;

    private static TimeOnly? ToTime(object value, TimeSpan offset) => value switch
    {
        string text => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var read) ? read : null,
        TimeSpan span => span >= TimeSpan.Zero && span < TimeSpan.FromDays(1) ? TimeOnly.FromTimeSpan(span) : null,
        _ => ToLocal(value, offset) is { } local ? TimeOnly.FromDateTime(local) : null,
    };

    // A text without an offset is local time of the offices, never of the machine.
    private static DateTimeOffset? ReadInstant(string text, TimeSpan offset)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var written))
            return null;
        return written.Kind == DateTimeKind.Unspecified
            ? Times.AtOffset(written, offset)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : null;
    }
}
