using System.Collections.Immutable;
using System.Data.Common;
using Tthc.Storage.Database;

namespace Tthc.Storage.Webhooks;

/// <summary>Subscribers that the feed is posted to, and what could not be delivered. What a delivery writes holds only for the engine that has the subscriber.</summary>
public sealed class WebhookStore(Store store)
{
    private const string Columns = "id, url, secret, filter, position, created_at, created_by, tries, again_at, failing_since, last_error";

    private const string PutSql = """
        insert into webhook (id, url, secret, filter, position, created_at, created_by) values (@id, @url, @secret, @filter, @position, @created_at, @created_by)
        on conflict (id) do update set url = excluded.url, secret = excluded.secret, filter = excluded.filter,
            tries = 0, again_at = 0, failing_since = null, last_error = ''
        """;

    private const string TakeSql = $$"""
        update webhook set holder = @holder, held_until = {clock} + @lease where holder = @holder or held_until <= {clock} or @alone = 1 returning {{Columns}}
        """;

    private const string DeliveredSql = """
        update webhook set position = @through, tries = 0, again_at = 0, failing_since = null, last_error = ''
        where id = @id and holder = @holder and position = @after
        """;

    private const string FailedSql = """
        update webhook set tries = tries + 1, again_at = @again_at, failing_since = coalesce(failing_since, @now), last_error = @reason
        where id = @id and holder = @holder and position = @after
        """;

    private const string BurySql = """
        insert into webhook_dead (webhook_id, after, through, since, tries, reason) values (@id, @after, @through, @now, @tries, @reason)
        on conflict (webhook_id, through) do nothing
        """;

    private const string DeadColumns = "select webhook_id, after, through, since, tries, reason from webhook_dead";

    private readonly string _take = store.Dialect.Fill(TakeSql);

    /// <summary>Makes a subscriber, or gives it another address, key or filter; where it stands in the feed is kept.</summary>
    public async ValueTask PutAsync(WebhookRow row, CancellationToken cancellation = default) => await store.WriteAsync(
        session => session.RunAsync(
            PutSql, ("@id", row.Id), ("@url", row.Url), ("@secret", row.Secret), ("@filter", row.Filter), ("@position", row.Position),
            ("@created_at", Instants.ToMicroseconds(row.CreatedAt)), ("@created_by", row.CreatedBy)),
        cancellation);

    /// <summary>Forgets a subscriber and what was not delivered to it; false: there is none.</summary>
    public async ValueTask<bool> DeleteAsync(string id, CancellationToken cancellation = default) => await store.WriteAsync(
        async session =>
        {
            await session.RunAsync("delete from webhook_dead where webhook_id = @id", ("@id", id));
            return await session.RunAsync("delete from webhook where id = @id", ("@id", id)) == 1;
        },
        cancellation);

    /// <summary>All of them, by name.</summary>
    public ValueTask<ImmutableArray<WebhookRow>> ListAsync(CancellationToken cancellation = default) =>
        store.ReadAsync(source => source.QueryAsync($"select {Columns} from webhook order by id").AllAsync(Read), cancellation);

    /// <summary>Takes every subscriber that no other engine has, for a time, and keeps those it has for longer. Where no other engine can be, all of them.</summary>
    /// <param name="holder">Which engine.</param>
    /// <param name="lease">For how long, by the clock of the database.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    /// <returns>All it has now.</returns>
    public ValueTask<ImmutableArray<WebhookRow>> TakeAsync(string holder, TimeSpan lease, CancellationToken cancellation = default) =>
        store.WriteAsync(session => session.QueryAsync(_take, ("@holder", holder), ("@lease", lease.Ticks / TimeSpan.TicksPerMicrosecond), ("@alone", store.IsShared ? 0 : 1)).AllAsync(Read), cancellation);

    /// <summary>Gives all back at once, so that another engine need not wait for the lease to end.</summary>
    public async ValueTask GiveBackAsync(string holder, CancellationToken cancellation = default) =>
        await store.WriteAsync(session => session.RunAsync("update webhook set held_until = 0, holder = '' where holder = @holder", ("@holder", holder)), cancellation);

    /// <summary>A stretch was delivered, or held nothing wanted; false: another engine has the subscriber, or it is gone.</summary>
    public ValueTask<bool> DeliveredAsync(string id, string holder, (long After, long Through) stretch, CancellationToken cancellation = default) => store.WriteAsync(
        async session => await session.RunAsync(DeliveredSql, ("@id", id), ("@holder", holder), ("@after", stretch.After), ("@through", stretch.Through)) == 1, cancellation);

    /// <summary>A delivery failed and is tried again; false: another engine has the subscriber, or it is gone.</summary>
    public ValueTask<bool> FailedAsync(string id, string holder, long after, WebhookFailure failure, CancellationToken cancellation = default) => store.WriteAsync(
        async session => await session.RunAsync(
            FailedSql, ("@id", id), ("@holder", holder), ("@after", after), ("@again_at", Instants.ToMicroseconds(failure.AgainAt)),
            ("@now", Instants.ToMicroseconds(failure.At)), ("@reason", failure.Reason)) == 1,
        cancellation);

    /// <summary>A delivery is given up: it is listed, and the feed goes on behind it; false: another engine has the subscriber, or it is gone.</summary>
    public ValueTask<bool> BuryAsync(string holder, DeadDeliveryRow dead, CancellationToken cancellation = default) => store.WriteAsync(
        async session =>
        {
            if (await session.RunAsync(DeliveredSql, ("@id", dead.WebhookId), ("@holder", holder), ("@after", dead.After), ("@through", dead.Through)) != 1)
                return false;
            await session.RunAsync(
                BurySql, ("@id", dead.WebhookId), ("@after", dead.After), ("@through", dead.Through), ("@now", Instants.ToMicroseconds(dead.Since)),
                ("@tries", dead.Tries), ("@reason", dead.Reason));
            return true;
        },
        cancellation);

    /// <summary>Deliveries that were given up, by subscriber and position.</summary>
    /// <param name="after">The last of the page before; null: the first page.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public ValueTask<ImmutableArray<DeadDeliveryRow>> DeadAsync((string WebhookId, long Through)? after, int limit, CancellationToken cancellation = default) => store.ReadAsync(
        source => source.QueryAsync(
            DeadColumns + " where (webhook_id, through) > (@id, @through) order by webhook_id, through limit @limit",
            ("@id", after?.WebhookId ?? ""), ("@through", after?.Through ?? -1), ("@limit", limit)).AllAsync(ReadDead),
        cancellation);

    /// <summary>One of them; null: there is none.</summary>
    public ValueTask<DeadDeliveryRow?> FindDeadAsync(string id, long through, CancellationToken cancellation = default) =>
        store.ReadAsync(source => source.QueryAsync(DeadColumns + " where webhook_id = @id and through = @through", ("@id", id), ("@through", through)).OneAsync(ReadDead), cancellation);

    /// <summary>Forgets one that was delivered after all.</summary>
    public async ValueTask ForgetDeadAsync(string id, long through, CancellationToken cancellation = default) => await store.WriteAsync(
        session => session.RunAsync("delete from webhook_dead where webhook_id = @id and through = @through", ("@id", id), ("@through", through)), cancellation);

    private static WebhookRow Read(DbDataReader reader) => new()
    {
        Id = reader.GetString(0),
        Url = reader.GetString(1),
        Secret = reader.GetFieldValue<byte[]>(2),
        Filter = reader.GetString(3),
        Position = reader.GetInt64(4),
        CreatedAt = reader.Instant(5),
        CreatedBy = reader.GetString(6),
        Tries = reader.GetInt32(7),
        AgainAt = reader.GetInt64(8) == 0 ? null : reader.Instant(8),
        FailingSince = reader.InstantOrNull(9),
        LastError = reader.GetString(10),
    };

    private static DeadDeliveryRow ReadDead(DbDataReader reader) =>
        new(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.Instant(3), reader.GetInt32(4), reader.GetString(5));
}

/// <summary>Why a delivery failed.</summary>
/// <param name="At">When.</param>
/// <param name="AgainAt">When it is tried again.</param>
/// <param name="Reason">Why.</param>
public readonly record struct WebhookFailure(DateTimeOffset At, DateTimeOffset AgainAt, string Reason);
