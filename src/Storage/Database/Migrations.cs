using Microsoft.Data.Sqlite;

namespace Tthc.Storage.Database;

/// <summary>Brings a store to the schema of this engine, each migration once and in its own transaction.</summary>
internal static class Migrations
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
    public static void Apply(SqliteConnection connection, StoreOptions options)
    {
        connection.Run(CreateTable);
        var applied = ReadApplied(connection);
        var newest = applied.Count == 0 ? 0 : applied.Keys.Max();
        if (newest > Migration.All[^1].Number)
            throw new NewerSchemaException(options.Path, newest, Migration.All[^1].Number);
        foreach (var migration in Migration.All)
        {
            if (!applied.TryGetValue(migration.Number, out var checksum))
                Apply(connection, migration, options.Time.GetUtcNow());
            else if (checksum != migration.Checksum)
                throw new MigrationChangedException(options.Path, migration.Name);
        }
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
