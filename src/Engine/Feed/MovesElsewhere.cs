using Tthc.Engine.Dossiers;
using Tthc.Engine.Dossiers.AtHand;
using Tthc.Engine.Hosting;
using Tthc.Storage.Database;
using Tthc.Storage.Feed;

namespace Tthc.Engine.Feed;

/// <summary>
/// Follows what other engines commit and forgets the dossiers at hand that they have moved on, so that acts are not decided on old copies only to lose the race. It
/// saves attempts and guards nothing: the version does.
/// </summary>
internal sealed class MovesElsewhere(FeedStore feed, DossierShelf shelf, FeedBell bell, EngineTime time) : BackgroundService
{
    private const int MovesARead = 5_000;

    // Clocks of engines differ by less.
    private static readonly TimeSpan s_recorded = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Nothing is at hand before the first look.
        for (long? seen = null; !stoppingToken.IsCancellationRequested;)
        {
            var next = bell.NextElsewhere;
            try
            {
                seen = seen is { } after ? await ForgetAsync(after, stoppingToken) : await feed.HeadAsync(stoppingToken);
            }
            catch (StorageException)
            {
                // Whoever needs the store tells that it is away; copies that grow old meanwhile cost an attempt.
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The end.
            }
            await next.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<long> ForgetAsync(long after, CancellationToken cancellation)
    {
        while (true)
        {
            var moves = await feed.MovedAsync(after, time.Now - s_recorded, MovesARead, cancellation);
            foreach (var move in moves)
                shelf.ForgetBefore(move.DossierId, move.Version);
            if (moves.Length > 0)
                after = moves[^1].Position;
            if (moves.Length < MovesARead)
                return after;
        }
    }
}
