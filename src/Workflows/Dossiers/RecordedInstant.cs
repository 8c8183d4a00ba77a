namespace Tthc.Workflows.Dossiers;

/// <summary>Instants as the log keeps them: UTC, whole microseconds, cut off towards the past.</summary>
/// <remarks>Without this the state made when an act happens and the state made when the log is read back would differ in their text.</remarks>
internal static class RecordedInstant
{
    public static DateTimeOffset Of(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks;
        return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }

    /// <summary>The first instant of the log that is not before another: an instant at which something begins to hold must not be cut to one at which it does not yet.</summary>
    public static DateTimeOffset NotBefore(DateTimeOffset instant) => Of(instant) is var cut && cut < instant ? cut.AddTicks(TimeSpan.TicksPerMicrosecond) : cut;

    public static DateTimeOffset? Of(DateTimeOffset? instant) => instant is { } known ? Of(known) : null;
}
