using Microsoft.Data.Sqlite;

namespace Tthc.Storage.Database.Sqlite;

/// <summary>Brings a store to the schema of this engine, each migration once and in its own transaction.</summary>
internal static class SqliteMigrations
{
    private const string CreateTable = """
        create table if not exists schema_migration (
            number     integer primary key,
            name       text not null,
            checksum   text not null,
            applied_at integer not null
        );
        """;

    /// <exception cref="NewerSchemaException">The store is ahead of this engine.</exception>
    /// <exception cref="MigrationChangedException">A migration was edited after it had been applied.</exception>
    public static void Apply(SqliteConnection connection, SqliteOptions options)
    {
        connection.Run(CreateTable);
        foreach (var migration in Migration.Missing(Migration.Sqlite, ReadApplied(connection), options.Path))
            Apply(connection, migration, options.Time.GetUtcNow());
    }

    private static Dictionary<int, string> ReadApplied(SqliteConnection connection)
    {
        using var command = connection.Command("select number, checksum from schema_migration");
        using var reader = command.ExecuteReader();
        var applied = new Dictionary<int, string>();
        while (reader.Read())
            applied.Add(reader.GetInt32(0), reader.GetString(1));
        return applied;
    }

    private static void Apply(SqliteConnection connection, Migration migration, DateTimeOffset now)
    {
        using var transaction = connection.BeginTransaction();
        connection.Run(migration.Sql);
        connection.Run(
            "insert into schema_migration (number, name, checksum, applied_at) values (@number, @name, @checksum, @at)",
            ("@number", migration.Number), ("@name", migration.Name), ("@checksum", migration.Checksum),
            ("@at", Instants.ToMicroseconds(now)));
        transaction.Commit();
    }
}
