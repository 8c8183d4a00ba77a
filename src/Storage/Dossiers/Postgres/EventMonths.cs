using Npgsql;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;

namespace Tthc.Storage.Dossiers.Postgres;

/// <summary>
/// Sees to it that the months a batch records events in have their partitions, and the months after them: when a month
/// begins, its partition has been there for one. Also for clocks set by hand, which come to any month at any time.
/// </summary>
internal sealed class EventMonths(PostgresConnections connections)
{
    private const string CreateSql = "select event_month_create($1)";

    private readonly HashSet<int> _there = [];

    public async Task EnsureAsync(List<(long DossierId, EventRow Row)> events)
    {
        foreach (var (_, row) in events)
        {
            var at = row.RecordedAt.ToUniversalTime();
            var month = (at.Year * 12) + at.Month;
            if (_there.Contains(month))
                continue;
            await CreateAsync(at);
            await CreateAsync(at.AddMonths(1));
            _there.Add(month);
        }
    }

    // On a connection of its own: a partition stays when the batch that needed it is rolled back, and holds no lock.
    private async Task CreateAsync(DateTimeOffset at)
    {
        await using var connection = await connections.OpenWriterAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(CreateSql, connection) { Parameters = { Sets.Value(Instants.ToMicroseconds(at)) } };
        await command.ExecuteNonQueryAsync();
    }
}
