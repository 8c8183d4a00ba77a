using Npgsql;

namespace Tthc.Storage.Database.Postgres;

/// <summary>News between engines by LISTEN and NOTIFY. They may be lost (a connection that broke), never invented: whoever listens looks at the store from time to time besides.</summary>
internal sealed class PostgresNews(PostgresConnections connections)
{
    private const string Channel = "tthc_news";
    private const string TellSql = $"select pg_notify('{Channel}', $1)";
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(500);

    private readonly string _self = Guid.NewGuid().ToString("N");

    public async ValueTask TellAsync(StoreNews news, CancellationToken cancellation)
    {
        await using var connection = await connections.OpenWriterAsync(cancellation);
        await using var command = new NpgsqlCommand(TellSql, connection) { Parameters = { new() { Value = $"{news} {_self}" } } };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Calls back for whatever other engines tell, and for everything after a connection was made: something may have been missed.</summary>
    public async Task ListenAsync(Action<StoreNews> heard, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await using var connection = await connections.OpenListenerAsync(cancellation);
                connection.Notification += (_, told) => Hear(told.Payload, heard);
                await using (var listen = new NpgsqlCommand($"listen {Channel}", connection))
                    await listen.ExecuteNonQueryAsync(cancellation);
                foreach (var news in Enum.GetValues<StoreNews>())
                    heard(news);
                while (true)
                    await connection.WaitAsync(cancellation);
            }
            catch (Exception e) when (PostgresErrors.IsOurs(e) || e is InvalidOperationException)
            {
                // The driver tells by the latter that a connection was found broken between two waits.
                await Task.Delay(s_pause, cancellation);
            }
        }
    }

    private void Hear(string payload, Action<StoreNews> heard)
    {
        var told = payload.Split(' ');
        if (told is [var kind, var teller] && teller != _self && Enum.TryParse<StoreNews>(kind, out var news))
            heard(news);
    }
}
