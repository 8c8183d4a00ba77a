namespace Tthc.Engine.Simulation;

/// <summary>A clock that is moved by hand. Timers are left to the real one: whoever waits for a simulated moment is woken when it is moved.</summary>
internal sealed class SimulatedTime(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Moves it forward; an earlier instant changes nothing.</summary>
    public void MoveTo(DateTimeOffset to)
    {
        var wanted = to.UtcTicks;
        for (var known = Interlocked.Read(ref _ticks); wanted > known;)
        {
            var seen = Interlocked.CompareExchange(ref _ticks, wanted, known);
            if (seen == known)
                return;
            known = seen;
        }
    }
}
