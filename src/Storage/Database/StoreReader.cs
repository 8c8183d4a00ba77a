using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Tthc.Storage.Database;

/// <summary>One read-only connection with its prepared commands, lent to one reader at a time.</summary>
internal sealed class StoreReader(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>The reader of a prepared query; each statement sees one snapshot of the store.</summary>
    public DbDataReader Query(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.Command(sql, parameters);
            _commands.Add(sql, command);
            command.Prepare();
            return command.ExecuteReader();
        }

        for (var i = 0; i < parameters.Length; i++)
            command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        return command.ExecuteReader();
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        connection.Dispose();
    }
}
