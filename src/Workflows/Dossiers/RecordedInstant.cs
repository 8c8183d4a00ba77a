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

    public static DateTimeOffset? Of(DateTimeOffset? instant) => instant is { } known ? Of(known) : null;
}
