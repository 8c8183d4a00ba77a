using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Tthc.Storage.Database.Sqlite;

/// <summary>One connection with its prepared commands. The database works on the calling thread: nothing here waits.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : StoreSession, IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    public override ValueTask<DbDataReader> QueryAsync(string sql, params ReadOnlySpan<Parameter> parameters) =>
        new(Command(sql, parameters).ExecuteReader());

    public override ValueTask<int> RunAsync(string sql, params ReadOnlySpan<Parameter> parameters) =>
        new(Command(sql, parameters).ExecuteNonQuery());

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<Parameter> parameters)
    {
        if (_commands.TryGetValue(sql, out var command))
        {
            for (var i = 0; i < parameters.Length; i++)
                command.Parameters[i].Value = ValueOf(parameters[i]);
            return command;
        }

        command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
            command.Parameters.AddWithValue(parameter.Name, ValueOf(parameter));
        _commands.Add(sql, command);
        command.Prepare();
        return command;
    }

    private static object ValueOf(Parameter parameter) => parameter switch
    {
        { Value: null } => DBNull.Value,
        { Type: ParameterType.Numbers or ParameterType.Texts } => JsonSerializer.Serialize(parameter.Value),
        _ => parameter.Value,
    };
}
