using System.Globalization;

namespace Tthc.Storage.Database;

/// <summary>What a store says of itself.</summary>
/// <param name="StoreId">Given once, when it was made.</param>
/// <param name="SchemaVersion">Number of the newest migration it went through.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Clock">Which time its instants are in.</param>
public sealed record StoreMeta(Guid StoreId, int SchemaVersion, DateTimeOffset CreatedAt, StoreClock Clock)
{
    /// <summary>Writes one of <see cref="Fresh"/> unless the store said so before.</summary>
    internal const string PutSql = "insert into meta (name, value) values (@name, @value) on conflict (name) do nothing";

    /// <summary>Name under which a store that is being copied into names the one it is a copy of.</summary>
    internal const string Copying = "copying";

    internal const string AllSql = "select name, value from meta";

    internal const string SchemaSql = "select max(number) from schema_migration";

    /// <summary>What a store says of itself from its first opening on.</summary>
    internal static IEnumerable<(string Name, string Value)> Fresh(DateTimeOffset now, StoreClock clock) =>
    [
        ("store-id", Guid.CreateVersion7(now).ToString()),
        ("created-at", now.ToString("O")),
        ("clock", Text(clock)),
    ];

    /// <summary>The same, of this store.</summary>
    internal IEnumerable<(string Name, string Value)> Values =>
        [("store-id", StoreId.ToString()), ("created-at", CreatedAt.ToString("O")), ("clock", Text(Clock))];

    /// <exception cref="CopyUnfinishedException">Another store is being copied into it.</exception>
    /// <exception cref="ClockMismatchException">The store keeps time by the other clock.</exception>
    internal static StoreMeta Read(IReadOnlyDictionary<string, string> values, int schema, StoreClock asked, string store)
    {
        if (values.TryGetValue(Copying, out var source))
            throw new CopyUnfinishedException(store, source);
        var meta = new StoreMeta(
            Guid.Parse(values["store-id"]),
            schema,
            DateTimeOffset.Parse(values["created-at"], CultureInfo.InvariantCulture),
            values["clock"] == Text(StoreClock.Simulated) ? StoreClock.Simulated : StoreClock.Real);
        return meta.Clock == asked ? meta : throw new ClockMismatchException(store, meta.Clock, asked);
    }

    private static string Text(StoreClock clock) => clock == StoreClock.Simulated ? "simulated" : "real";
}
