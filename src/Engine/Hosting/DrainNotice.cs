using Tthc.Engine.Hosting.Settings;

namespace Tthc.Engine.Hosting;

/// <summary>
/// The time between saying that this engine stops (readiness, health, the end of streams) and taking no more calls: a balancer before several engines
/// sends new ones elsewhere meanwhile.
/// </summary>
internal sealed class DrainNotice(EngineOptions options, ILogger<DrainNotice> log) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        DrainLog.Stopping(log, options.DrainNotice.TotalSeconds, options.DrainTime.TotalSeconds);
        await Task.Delay(options.DrainNotice, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal static partial class DrainLog
{
    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Stopping: calls are taken for {Notice} s more, then finished within {Seconds} s. Đang dừng.")]
    public static partial void Stopping(ILogger log, double notice, double seconds);
}
