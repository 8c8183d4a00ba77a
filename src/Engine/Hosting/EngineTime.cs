namespace Tthc.Engine.Hosting;

/// <summary>The one clock of the process. Instants are cut to microseconds, which is what the store keeps, so that what is decided is what is read back.</summary>
internal sealed class EngineTime(TimeProvider source)
{
    public TimeProvider Source => source;

    public DateTimeOffset Now
    {
        get
        {
            var now = source.GetUtcNow();
            return new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
        }
    }
}
