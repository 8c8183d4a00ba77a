using Tthc.Engine.Feed;
using Tthc.Storage.Database;
using Tthc.Storage.Feed;
using Tthc.Storage.Webhooks;

namespace Tthc.Engine.Webhooks;

/// <summary>Follows the feed for one subscriber until told to end, or until another engine has it.</summary>
internal sealed class WebhookFollow(WebhookRow webhook, string holder, (WebhookStore Store, FeedReader Feed, WebhookPost Post) with, ILogger log)
{
    private const int EventsADelivery = 100;

    // What nobody wants is remembered now and then: after a start it is looked through again, which costs little.
    private const int UnwantedUntilSaved = 10_000;
    private static readonly TimeSpan s_storeAway = TimeSpan.FromSeconds(1);
    private readonly FeedFilter _filter = WebhookFilter.Read(webhook.Filter);
    private long _saved = webhook.Position;
    private long _position = webhook.Position;
    private int _tries = webhook.Tries;
    private FeedStretch? _due;

    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            using var following = with.Feed.Follow();
            if (webhook.AgainAt is { } again && again - DateTimeOffset.UtcNow is { Ticks: > 0 } pause)
                await Task.Delay(pause, cancellation);
            while (await StepAsync(cancellation))
            {
                // Until another engine has it.
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The end.
        }
    }

    private async Task<bool> StepAsync(CancellationToken cancellation)
    {
        try
        {
            var next = with.Feed.Next;
            // What failed is tried again as it was, under the same id, though more has happened since.
            var stretch = _due ?? await with.Feed.ReadAsync(_position, EventsADelivery, _filter, cancellation);
            if (stretch.Position == _position)
            {
                await next.WaitAsync(cancellation);
                return true;
            }
            return stretch.Events.Count == 0 ? await SkipAsync(stretch.Position, cancellation) : await DeliverAsync(stretch, cancellation);
        }
        catch (StorageException)
        {
            await Task.Delay(s_storeAway, cancellation);
            return true;
        }
    }

    private async Task<bool> SkipAsync(long through, CancellationToken cancellation)
    {
        _position = through;
        return _position - _saved < UnwantedUntilSaved || await SaveAsync(cancellation);
    }

    private async Task<bool> DeliverAsync(FeedStretch stretch, CancellationToken cancellation)
    {
        var failed = await with.Post.SendAsync(webhook, _position, stretch.Position, stretch.Events, cancellation);
        _due = stretch;
        if (failed is null)
        {
            (_position, _tries, _due) = (stretch.Position, 0, null);
            return await SaveAsync(cancellation);
        }
        _tries++;
        var now = DateTimeOffset.UtcNow;
        if (_tries >= with.Post.Retry.Tries)
        {
            WebhookLog.GivenUp(log, webhook.Id, stretch.Position, _tries, failed);
            if (!await with.Store.BuryAsync(holder, new DeadDeliveryRow(webhook.Id, _saved, stretch.Position, now, _tries, failed), cancellation))
                return false;
            (_position, _saved, _tries, _due) = (stretch.Position, stretch.Position, 0, null);
            return true;
        }
        var pause = with.Post.Retry.PauseAfter(_tries);
        if (_tries == 1)
            WebhookLog.Fails(log, webhook.Id, stretch.Position, failed);
        if (!await with.Store.FailedAsync(webhook.Id, holder, _saved, new WebhookFailure(now, now + pause, failed), cancellation))
            return false;
        await Task.Delay(pause, cancellation);
        return true;
    }

    // Taken, but not yet written down: after a crash it is posted again with the same webhook-id.
    private async Task<bool> SaveAsync(CancellationToken cancellation)
    {
        if (!await with.Store.DeliveredAsync(webhook.Id, holder, (_saved, _position), cancellation))
            return false;
        _saved = _position;
        return true;
    }
}

internal static partial class WebhookLog
{
    [LoggerMessage(EventId = 30, Level = LogLevel.Warning, Message = "Webhook {Webhook}: delivery {Position} failed: {Reason}; it is tried again.")]
    public static partial void Fails(ILogger log, string webhook, long position, string reason);

    [LoggerMessage(EventId = 31, Level = LogLevel.Error, Message = "Webhook {Webhook}: delivery {Position} given up after {Tries} tries: {Reason}; see ListDeadLetters.")]
    public static partial void GivenUp(ILogger log, string webhook, long position, int tries, string reason);
}
