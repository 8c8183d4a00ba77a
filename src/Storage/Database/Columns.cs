using System.Collections.Immutable;
using System.Data.Common;

namespace Tthc.Storage.Database;

/// <summary>Reads the column types that the store uses beyond the plain ones, and whole results.</summary>
internal static class Columns
{
    public static string? Text(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);

    public static DateTimeOffset Instant(this DbDataReader reader, int column) =>
        Instants.FromMicroseconds(reader.GetInt64(column));

    public static DateTimeOffset? InstantOrNull(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.Instant(column);

    /// <summary>The first row, null when there is none; closes the reader.</summary>
    public static T? One<T>(this DbDataReader reader, Func<DbDataReader, T> read)
        where T : class
    {
        using (reader)
            return reader.Read() ? read(reader) : null;
    }

    /// <summary>Every row; closes the reader.</summary>
    public static ImmutableArray<T> All<T>(this DbDataReader reader, Func<DbDataReader, T> read)
    {
        var rows = ImmutableArray.CreateBuilder<T>();
        using (reader)
        {
            while (reader.Read())
                rows.Add(read(reader));
        }

        return rows.DrainToImmutable();
    }
}
