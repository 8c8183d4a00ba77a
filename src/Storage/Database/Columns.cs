using System.Data.Common;

namespace Tthc.Storage.Database;

/// <summary>Reads the column types that the store uses beyond the plain ones.</summary>
internal static class Columns
{
    public static string? Text(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);

    public static DateTimeOffset Instant(this DbDataReader reader, int column) =>
        Instants.FromMicroseconds(reader.GetInt64(column));

    public static DateTimeOffset? InstantOrNull(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.Instant(column);
}
