using Microsoft.Data.Sqlite;
using Tthc.Storage.Dossiers;

namespace Tthc.Bench.Storage;

/// <summary>The bare statements as prepared ADO.NET commands.</summary>
internal sealed class AdoWriter : IBatchWriter
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private long _position;

    public AdoWriter(SqliteConnection connection)
    {
        _connection = connection;
        using var head = connection.CreateCommand();
        head.CommandText = BareStatements.ReadHead;
        _position = (long)head.ExecuteScalar()!;
    }

    public void Write(CommitUnit[] batch)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var unit in batch)
        {
            foreach (var (sql, values) in BareStatements.Of(unit, ++_position))
                Run(sql, values, transaction);
        }

        Run(BareStatements.WriteHead, [_position], transaction);
        transaction.Commit();
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
    }

    private void Run(string sql, object?[] values, SqliteTransaction transaction)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            _commands.Add(sql, command = _connection.CreateCommand());
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
                command.Parameters.AddWithValue("?" + i, DBNull.Value);
        }

        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
