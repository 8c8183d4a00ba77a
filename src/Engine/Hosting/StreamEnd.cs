namespace Tthc.Engine.Hosting;

/// <summary>Ends open streams when the engine stops, so that it need not wait for callers to hang up.</summary>
internal sealed class StreamEnd(IHostApplicationLifetime lifetime)
{
    public CancellationToken Token => lifetime.ApplicationStopping;
}
