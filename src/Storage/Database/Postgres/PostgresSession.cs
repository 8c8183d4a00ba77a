using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Tthc.Storage.Database.Postgres;

/// <summary>One connection to PostgreSQL; the driver prepares by itself what comes again.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection) : StoreSession
{
    // The other half is the share that each batch takes: CommitMark.
    private const string FenceCommits = "select pg_advisory_xact_lock(hashtextextended('tthc rules', 0))";

    public override ValueTask<DbDataReader> QueryAsync(string sql, params ReadOnlySpan<Parameter> parameters) =>
        ReadAsync(Command(sql, parameters));

    public override ValueTask<int> RunAsync(string sql, params ReadOnlySpan<Parameter> parameters) =>
        ExecuteAsync(Command(sql, parameters));

    public override async ValueTask FenceCommitsAsync() => await RunAsync(FenceCommits);

    private static async ValueTask<DbDataReader> ReadAsync(NpgsqlCommand command) => await command.ExecuteReaderAsync();

    private static async ValueTask<int> ExecuteAsync(NpgsqlCommand command)
    {
        await using (command)
            return await command.ExecuteNonQueryAsync();
    }

    private NpgsqlCommand Command(string sql, ReadOnlySpan<Parameter> parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter(parameter.Name, TypeOf(parameter.Type)) { Value = parameter.Value ?? DBNull.Value });
        return command;
    }

    private static NpgsqlDbType TypeOf(ParameterType type) => type switch
    {
        ParameterType.Number => NpgsqlDbType.Bigint,
        ParameterType.Text => NpgsqlDbType.Text,
        ParameterType.Bytes => NpgsqlDbType.Bytea,
        ParameterType.Numbers => NpgsqlDbType.Array | NpgsqlDbType.Bigint,
        ParameterType.Texts => NpgsqlDbType.Array | NpgsqlDbType.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
