using Microsoft.Data.Sqlite;

namespace Tthc.Storage.Database.Sqlite;

/// <summary>Where a SQLite store says what it is: a mark in the header of the file, and a table.</summary>
internal static class SqliteMeta
{
    /// <summary>Marks the file as ours in its header: "TTHC".</summary>
    public const int ApplicationId = 0x54544843;

    private const string CreateTable =
        "create table if not exists meta (name text primary key, value text not null) without rowid";

    /// <exception cref="ClockMismatchException">The store keeps time by the other clock.</exception>
    public static StoreMeta ReadOrCreate(SqliteConnection connection, SqliteOptions options)
    {
        connection.Run(CreateTable);
        using (var transaction = connection.BeginTransaction())
        {
            foreach (var (name, value) in StoreMeta.Fresh(options.Time.GetUtcNow(), options.Clock))
                connection.Run(StoreMeta.PutSql, ("@name", name), ("@value", value));
            transaction.Commit();
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var command = connection.Command(StoreMeta.AllSql))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
                values.Add(reader.GetString(0), reader.GetString(1));
        }

        return StoreMeta.Read(values, Convert.ToInt32(connection.Scalar(StoreMeta.SchemaSql)), options.Clock, options.Path);
    }
}
