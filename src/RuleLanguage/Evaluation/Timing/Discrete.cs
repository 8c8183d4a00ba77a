namespace Tthc.RuleLanguage.Evaluation.Timing;

/// <summary>Values that have a next and a previous one.</summary>
internal static class Discrete
{
    /// <summary>The neighbour above or below; null where there is none, or where the type is not discrete.</summary>
    public static object? Neighbour(object value, bool below)
    {
        var step = below ? -1 : 1;
        return value switch
        {
            int v => v == (below ? int.MinValue : int.MaxValue) ? null : v + step,
            long v => v == (below ? long.MinValue : long.MaxValue) ? null : v + step,
            TimeSpan v => v == (below ? TimeSpan.MinValue : TimeSpan.MaxValue) ? null : new TimeSpan(v.Ticks + step),
            DateTimeOffset v => TryTicks(v.Ticks + step) is { } t && TryTicks(v.UtcTicks + step) is not null ? new DateTimeOffset(t, v.Offset) : null,
            DateTime v => TryTicks(v.Ticks + step) is { } t ? new DateTime(t, v.Kind) : null,
            DateOnly v => v == (below ? DateOnly.MinValue : DateOnly.MaxValue) ? null : v.AddDays(step),
            _ => null,
        };
    }

    /// <summary>Whether values of the type stay the same for a while when what they are reckoned from moves.</summary>
    public static bool IsCoarse(object value) => value is not (double or float or decimal or TimeSpan or DateTimeOffset);

    /// <summary>The ticks of an instant, local time or duration.</summary>
    public static long TicksOf(object value) => value switch
    {
        DateTimeOffset v => v.UtcTicks,
        DateTime v => v.Ticks,
        TimeSpan v => v.Ticks,
        _ => throw new InvalidOperationException($"{value.GetType().Name} is not made of ticks."),
    };

    private static long? TryTicks(long ticks) => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? ticks : null;
}
