using Microsoft.Data.Sqlite;

namespace Tthc.Storage.Database;

/// <summary>What a store says of itself.</summary>
/// <param name="StoreId">Given once, when it was made.</param>
/// <param name="SchemaVersion">Number of the newest migration it went through.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Clock">Which time its instants are in.</param>
public sealed record StoreMeta(Guid StoreId, int SchemaVersion, DateTimeOffset CreatedAt, StoreClock Clock)
{
    /// <summary>Marks the file as ours in its header: "TTHC".</summary>
    internal const int ApplicationId = 0x54544843;

    private const string CreateTable =
        "create table if not exists meta (name text primary key, value text not null) without rowid";

    internal static StoreMeta ReadOrCreate(SqliteConnection connection, StoreOptions options)
    {
        connection.Run(CreateTable);
        using (var transaction = connection.BeginTransaction())
        {
            Put(connection, "store-id", Guid.CreateVersion7(options.Time.GetUtcNow()).ToString());
            Put(connection, "created-at", options.Time.GetUtcNow().ToString("O"));
            Put(connection, "clock", Text(options.Clock));
            transaction.Commit();
        }

        var meta = new StoreMeta(
            Guid.Parse(Get(connection, "store-id")),
            Convert.ToInt32(connection.Scalar("select max(number) from schema_migration")),
            DateTimeOffset.Parse(Get(connection, "created-at")),
            Get(connection, "clock") == Text(StoreClock.Simulated) ? StoreClock.Simulated : StoreClock.Real);
        return meta.Clock == options.Clock
            ? meta
            : throw new ClockMismatchException(options.Path, meta.Clock, options.Clock);
    }

    private static string Text(StoreClock clock) => clock == StoreClock.Simulated ? "simulated" : "real";

    private static void Put(SqliteConnection connection, string name, string value) =>
        connection.Run(
            "insert into meta (name, value) values (@name, @value) on conflict (name) do nothing",
            ("@name", name), ("@value", value));

    private static string Get(SqliteConnection connection, string name) =>
        (string)connection.Scalar("select value from meta where name = @name", ("@name", name))!;
}
