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
    public static async ValueTask<T?> OneAsync<T>(this ValueTask<DbDataReader> query, Func<DbDataReader, T> read)
        where T : class
    {
        await using var reader = await query;
        return await reader.ReadAsync() ? read(reader) : null;
    }

    /// <summary>The first column of the first row; null when there is none or it is null. Closes the reader.</summary>
    public static async ValueTask<object?> ScalarAsync(this ValueTask<DbDataReader> query)
    {
        await using var reader = await query;
        return await reader.ReadAsync() && reader.GetValue(0) is { } value and not DBNull ? value : null;
    }

    /// <summary>Every row; closes the reader.</summary>
    public static async ValueTask<ImmutableArray<T>> AllAsync<T>(this ValueTask<DbDataReader> query, Func<DbDataReader, T> read)
    {
        await using var reader = await query;
        var rows = ImmutableArray.CreateBuilder<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows.DrainToImmutable();
    }
}
