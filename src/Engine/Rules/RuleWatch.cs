using Tthc.Engine.Rules.Folder;
using System.Threading.Channels;
using Tthc.Engine.Hosting;

namespace Tthc.Engine.Rules;

/// <summary>Takes over edited rules within a second, those that other engines published, and published ones on their day: woken by the file system, with a look every so often for the file systems that tell nothing.</summary>
internal sealed class RuleWatch(RuleFolder folder, RulePublisher publisher, RuleCatalog catalog, EngineTime time, ILogger<RuleWatch> log) : BackgroundService
{
    // An editor writes a file in several strokes: only what stayed the same for this long is read.
    private static readonly TimeSpan s_settle = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var hints = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var watcher = Watch(hints.Writer);
        void Hint() => hints.Writer.TryWrite(true);
        catalog.Behind += Hint;
        // What was edited while the engine started is seen by the first look.
        var taken = 0L;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var signature = folder.Signature();
                if (signature != taken && await IsSettledAsync(signature, stoppingToken))
                {
                    await publisher.PublishFolderAsync(stoppingToken);
                    taken = signature;
                }
                await publisher.CatchUpAsync(stoppingToken);
                if (publisher.NextTurn <= time.Now)
                    await publisher.TakeForceAsync(stoppingToken);
                await WaitAsync(hints.Reader, stoppingToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or Storage.Database.StorageException)
            {
                RuleLog.LookAgain(log, e.Message);
                await Task.Delay(s_look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A fault in reading rules must not end the engine that serves by the last good ones.
                RuleLog.WatchFailed(log, e);
                await Task.Delay(TimeSpan.FromSeconds(10), stoppingToken);
            }
        }
    }

    private async Task<bool> IsSettledAsync(long signature, CancellationToken cancellation)
    {
        await Task.Delay(s_settle, cancellation);
        return folder.Signature() == signature;
    }

    private async Task WaitAsync(ChannelReader<bool> hints, CancellationToken cancellation)
    {
        using var look = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // What is due at midnight does not wait for the next look.
        var turn = publisher.NextTurn - time.Now;
        look.CancelAfter(turn > TimeSpan.Zero && turn < s_look ? turn.Value + TimeSpan.FromMilliseconds(1) : s_look);
        try
        {
            await hints.ReadAsync(look.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Time for a look of its own.
        }
    }

    private FileSystemWatcher? Watch(ChannelWriter<bool> hints)
    {
        if (!Directory.Exists(folder.Path))
            return null;
        var watcher = new FileSystemWatcher(folder.Path, "*.json") { IncludeSubdirectories = true };
        void Hint(object sender, FileSystemEventArgs e) => hints.TryWrite(true);
        watcher.Changed += Hint;
        watcher.Created += Hint;
        watcher.Deleted += Hint;
        watcher.Renamed += (s, e) => Hint(s, e);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
