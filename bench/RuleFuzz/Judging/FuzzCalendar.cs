using System.Diagnostics.CodeAnalysis;
using Tthc.RuleLanguage.Facts;

namespace Tthc.Bench.RuleFuzz.Judging;

/// <summary>A calendar of offices open from 8 to 16 in universal time, every day: simple enough to be turned round exactly.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "Functions of facts are members of a record.")]
public sealed class FuzzCalendar
{
    private const int Opening = 8 * 60;
    private const int Closing = 16 * 60;
    private const int OpenMinutes = Closing - Opening;
    private const int Day = 24 * 60;
    private const long LastMinute = 3_155_378_975_999_999_999 / TimeSpan.TicksPerMinute;

    [FactFunction("phút mở cửa giữa hai lúc", "open minutes between two instants")]
    [MovesWith("to", nameof(FirstReaching))]
    public long Minutes(DateTimeOffset from, DateTimeOffset to) => OpenBefore(to) - OpenBefore(from);

    [FactFunction("lúc sau một số phút mở cửa", "the instant after some open minutes")]
    public DateTimeOffset? Add(DateTimeOffset from, long minutes) => FirstReaching(from, minutes);

    [FactFunction("đang mở cửa", "whether offices are open")]
    [ChangesAt("at", nameof(NextBell))]
    public bool IsOpen(DateTimeOffset at) => at.UtcDateTime.TimeOfDay is { TotalMinutes: >= Opening and < Closing };

    public DateTimeOffset? NextBell(DateTimeOffset at)
    {
        var day = at.UtcDateTime.Date;
        if (day >= DateTime.MaxValue.Date)
            return null;
        DateTime[] bells = [day.AddMinutes(Opening), day.AddMinutes(Closing), day.AddDays(1).AddMinutes(Opening)];
        return new DateTimeOffset(bells.First(bell => bell > at.UtcDateTime), TimeSpan.Zero);
    }

    /// <summary>The earliest instant at which so many open minutes have gone since another; null: beyond all calendars.</summary>
    public DateTimeOffset? FirstReaching(DateTimeOffset from, long minutes)
    {
        var wanted = (Int128)OpenBefore(from) + minutes;
        if (wanted <= 0)
            return DateTimeOffset.MinValue;
        var (days, rest) = ((wanted - 1) / OpenMinutes, ((wanted - 1) % OpenMinutes) + 1);
        var minute = (days * Day) + Opening + rest;
        return minute > LastMinute ? null : new DateTimeOffset((long)minute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
    }

    private static long OpenBefore(DateTimeOffset at)
    {
        var minute = at.UtcTicks / TimeSpan.TicksPerMinute;
        return (minute / Day * OpenMinutes) + Math.Clamp((minute % Day) - Opening, 0, OpenMinutes);
    }
}
