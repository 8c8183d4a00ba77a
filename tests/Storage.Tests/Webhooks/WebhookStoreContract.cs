using Tthc.Storage.Webhooks;
using Xunit;

namespace Tthc.Storage.Tests.Webhooks;

public sealed class SqliteWebhookStoreContract() : WebhookStoreContract(TestStore.Sqlite());

public sealed class PostgresWebhookStoreContract() : WebhookStoreContract(TestStore.Postgres())
{
    [Fact]
    public async Task Has_a_subscriber_with_one_engine_at_a_time_and_gives_it_to_another_when_its_time_is_over()
    {
        await Store.PutAsync(Row("a"));
        Assert.Single(await Store.TakeAsync("engine-1", TimeSpan.FromHours(1)));

        Assert.Empty(await Store.TakeAsync("engine-2", TimeSpan.FromHours(1)));
        Assert.False(await Store.DeliveredAsync("a", "engine-2", (5, 9)));

        // Its time is over at once.
        Assert.Single(await Store.TakeAsync("engine-1", TimeSpan.Zero));
        Assert.Single(await Store.TakeAsync("engine-2", TimeSpan.FromHours(1)));
        Assert.False(await Store.DeliveredAsync("a", "engine-1", (5, 9)));
        await Store.GiveBackAsync("engine-2");
        Assert.Single(await Store.TakeAsync("engine-1", TimeSpan.FromHours(1)));
    }
}

/// <summary>What every database must do for subscribers.</summary>
public abstract class WebhookStoreContract(TestStore test) : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2026, 7, 20, 3, 0, 0, TimeSpan.Zero);

    protected WebhookStore Store { get; } = new(test.Store);

    public void Dispose()
    {
        test.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Keeps_the_place_in_the_feed_when_a_subscriber_gets_another_address()
    {
        await Store.PutAsync(Row("a"));
        await Store.TakeAsync("engine", TimeSpan.FromHours(1));
        Assert.True(await Store.DeliveredAsync("a", "engine", (5, 9)));

        await Store.PutAsync(Row("a") with { Url = "https://elsewhere.example", Secret = [9], Position = 77 });

        var row = Assert.Single(await Store.ListAsync());
        Assert.Equal(("https://elsewhere.example", 9L, (byte)9, s_now), (row.Url, row.Position, row.Secret[0], row.CreatedAt));
        Assert.True(await Store.DeleteAsync("a"));
        Assert.False(await Store.DeleteAsync("a"));
    }

    [Fact]
    public async Task Counts_failures_until_something_is_delivered()
    {
        await Store.PutAsync(Row("a"));
        await Store.TakeAsync("engine", TimeSpan.FromHours(1));

        Assert.True(await Store.FailedAsync("a", "engine", 5, new WebhookFailure(s_now, s_now.AddSeconds(1), "HTTP 500")));
        Assert.True(await Store.FailedAsync("a", "engine", 5, new WebhookFailure(s_now.AddSeconds(1), s_now.AddSeconds(5), "HTTP 503")));
        Assert.False(await Store.FailedAsync("a", "engine", 4, new WebhookFailure(s_now, s_now, "another place")));

        var row = Assert.Single(await Store.ListAsync());
        Assert.Equal((2, s_now, s_now.AddSeconds(5), "HTTP 503"), (row.Tries, row.FailingSince, row.AgainAt, row.LastError));
        Assert.True(await Store.DeliveredAsync("a", "engine", (5, 6)));
        Assert.Equal((0, null, null, ""), ((await Store.ListAsync())[0].Tries, (await Store.ListAsync())[0].FailingSince, (await Store.ListAsync())[0].AgainAt, (await Store.ListAsync())[0].LastError));
    }

    [Fact]
    public async Task Lists_what_was_given_up_and_goes_on_behind_it()
    {
        await Store.PutAsync(Row("a"));
        await Store.PutAsync(Row("b"));
        await Store.TakeAsync("engine", TimeSpan.FromHours(1));

        Assert.True(await Store.BuryAsync("engine", new DeadDeliveryRow("a", 5, 9, s_now, 3, "HTTP 410")));
        Assert.True(await Store.BuryAsync("engine", new DeadDeliveryRow("a", 9, 12, s_now, 3, "HTTP 410")));
        Assert.True(await Store.BuryAsync("engine", new DeadDeliveryRow("b", 5, 7, s_now, 3, "no reply")));
        Assert.False(await Store.BuryAsync("engine", new DeadDeliveryRow("b", 5, 7, s_now, 3, "twice")));

        var first = await Store.DeadAsync(null, 2);
        Assert.Equal([("a", 9L), ("a", 12L)], first.Select(d => (d.WebhookId, d.Through)));
        Assert.Equal([("b", 7L)], (await Store.DeadAsync(("a", 12), 2)).Select(d => (d.WebhookId, d.Through)));
        Assert.Equal(12, (await Store.ListAsync())[0].Position);
        Assert.Equal(new DeadDeliveryRow("b", 5, 7, s_now, 3, "no reply"), await Store.FindDeadAsync("b", 7));
        await Store.ForgetDeadAsync("b", 7);
        Assert.Null(await Store.FindDeadAsync("b", 7));
        await Store.DeleteAsync("a");
        Assert.Empty(await Store.DeadAsync(null, 9));
    }

    protected static WebhookRow Row(string id) => new()
    {
        Id = id, Url = "https://hooks.example", Secret = [1, 2, 3], Filter = "{}", Position = 5, CreatedAt = s_now, CreatedBy = "quan-tri",
    };
}
