namespace Tthc.Storage.Database;

/// <summary>Instants and dates as columns: microseconds since 1970 UTC, and ISO text. Both sort.</summary>
internal static class Instants
{
    private static readonly long Epoch = DateTimeOffset.UnixEpoch.Ticks;

    /// <summary>Cut off towards the past, so that a stored instant never lies after the one it was made from.</summary>
    public static long ToMicroseconds(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks - Epoch;
        return ticks >= 0 ? ticks / 10 : (ticks - 9) / 10;
    }

    public static long? ToMicroseconds(DateTimeOffset? instant) =>
        instant is { } value ? ToMicroseconds(value) : null;

    public static DateTimeOffset FromMicroseconds(long value) => new(Epoch + (value * 10), TimeSpan.Zero);

    public static string ToText(DateOnly date) => date.ToString("O");

    public static DateOnly ToDate(string text) => DateOnly.ParseExact(text, "O");
}
