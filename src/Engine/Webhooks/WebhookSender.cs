using Tthc.Engine.Feed;
using Tthc.Storage.Database;
using Tthc.Storage.Webhooks;

namespace Tthc.Engine.Webhooks;

/// <summary>Has the subscribers that no other engine has, and follows the feed for each. One delivery at a time each, so that they keep their order.</summary>
internal sealed class WebhookSender(WebhookStore store, FeedReader feed, WebhookPost post, ILogger<WebhookSender> log) : BackgroundService
{
    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_renew = TimeSpan.FromSeconds(10);
    private readonly string _holder = Guid.NewGuid().ToString("N");
    private readonly FeedBell _changed = new();

    /// <summary>Posts single deliveries.</summary>
    public WebhookPost Post => post;

    /// <summary>A subscriber was made or changed here: it is not waited for.</summary>
    public void Look() => _changed.Ring();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var followers = new Dictionary<string, Follower>(StringComparer.Ordinal);
        try
        {
            while (true)
            {
                var changed = _changed.Next;
                await TakeAsync(followers, stoppingToken);
                try
                {
                    await changed.WaitAsync(s_renew, stoppingToken);
                }
                catch (TimeoutException)
                {
                    // Time to keep what it has for longer, and to take what another engine left.
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await EndAsync(followers);
        }
    }

    private async Task TakeAsync(Dictionary<string, Follower> followers, CancellationToken cancellation)
    {
        try
        {
            var taken = await store.TakeAsync(_holder, s_lease, cancellation);
            foreach (var gone in followers.Keys.Except(taken.Select(t => t.Id)).ToList())
                await StopAsync(followers, gone);
            foreach (var webhook in taken)
            {
                if (followers.TryGetValue(webhook.Id, out var known) && known.IsOf(webhook))
                    continue;
                await StopAsync(followers, webhook.Id);
                followers.Add(webhook.Id, new Follower(webhook, new WebhookFollow(webhook, _holder, (store, feed, post), log), cancellation));
            }
        }
        catch (StorageException)
        {
            // What it has goes on as long as the lease does; the commit of a delivery tells when it was lost.
        }
    }

    private static async Task StopAsync(Dictionary<string, Follower> followers, string id)
    {
        if (followers.Remove(id, out var follower))
            await follower.DisposeAsync();
    }

    private async Task EndAsync(Dictionary<string, Follower> followers)
    {
        foreach (var id in followers.Keys.ToList())
            await StopAsync(followers, id);
        try
        {
            await store.GiveBackAsync(_holder);
        }
        catch (StorageException)
        {
            // Another engine takes them when the lease ends.
        }
    }

    private sealed class Follower : IAsyncDisposable
    {
        private readonly WebhookRow _webhook;
        private readonly CancellationTokenSource _end;
        private readonly Task _work;

        public Follower(WebhookRow webhook, WebhookFollow follow, CancellationToken stopping)
        {
            _webhook = webhook;
            _end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            _work = Task.Run(() => follow.RunAsync(_end.Token), CancellationToken.None);
        }

        /// <summary>Still at work for the subscriber as it is.</summary>
        public bool IsOf(WebhookRow webhook) =>
            !_work.IsCompleted && webhook.Url == _webhook.Url && webhook.Filter == _webhook.Filter && webhook.Secret.AsSpan().SequenceEqual(_webhook.Secret);

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await _work;
            _end.Dispose();
        }
    }
}

/// <summary>How often a delivery is tried, and how long between.</summary>
/// <param name="Tries">How often, before it is given up.</param>
/// <param name="FirstPause">After the first failure; four times as long after each further one.</param>
internal sealed record WebhookRetry(int Tries, TimeSpan FirstPause)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    /// <summary>How long to wait after so many failures.</summary>
    public TimeSpan PauseAfter(int failures) => TimeSpan.FromTicks((long)Math.Min(s_longest.Ticks, FirstPause.Ticks * Math.Pow(4, Math.Min(failures - 1, 12))));
}
