using System.Globalization;
using Tthc.Cli.Invocation;

namespace Tthc.Cli.Output;

/// <summary>Minutes as days, hours and minutes; a working day has eight hours.</summary>
internal static class WorkingTime
{
    public const long WorkingDay = 8 * 60;

    public const long CalendarDay = 24 * 60;

    /// <summary>The length without its sign: whether it is left or late is for the caller to say.</summary>
    public static string Of(long minutes, Words words, long minutesPerDay = WorkingDay)
    {
        var length = minutes < 0 ? (ulong)-(minutes + 1) + 1 : (ulong)minutes;
        var day = (ulong)minutesPerDay;
        var parts = new List<string>(3);
        Add(parts, length / day, words.Say("ngày", "day"), words);
        Add(parts, length % day / 60, words.Say("giờ", "hour"), words);
        Add(parts, length % 60, words.Say("phút", "minute"), words);
        return parts.Count == 0 ? words.Say("0 phút", "0 minutes") : string.Join(' ', parts);
    }

    private static void Add(List<string> parts, ulong count, string unit, Words words)
    {
        if (count == 0)
            return;
        var plural = !words.IsVietnamese && count > 1 ? "s" : "";
        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{plural}"));
    }
}
