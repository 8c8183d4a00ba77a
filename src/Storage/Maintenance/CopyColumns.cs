using System.Data.Common;
using Npgsql;

namespace Tthc.Storage.Maintenance;

/// <summary>The columns of a table that both databases have, with their values gathered for one statement.</summary>
internal sealed class CopyColumns
{
    private readonly List<(string Name, string Type, List<object?> Values)> _columns;

    private CopyColumns(List<(string, string, List<object?>)> columns) => _columns = columns;

    public string Names => string.Join(", ", _columns.Select(c => c.Name));

    public int Count => _columns[0].Values.Count;

    /// <summary>Columns of the target; one the database numbers by itself is left to it.</summary>
    public static async Task<CopyColumns> OfAsync(NpgsqlConnection target, string table, IReadOnlySet<string> ofSource)
    {
        const string Sql = """
            select column_name, data_type from information_schema.columns
            where table_schema = 'tthc' and table_name = $1 and is_identity = 'NO' order by ordinal_position
            """;
        await using var command = new NpgsqlCommand(Sql, target) { Parameters = { new() { Value = table } } };
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<(string, string, List<object?>)>();
        while (await reader.ReadAsync())
            if (ofSource.Contains(reader.GetString(0)))
                columns.Add((reader.GetString(0), reader.GetString(1), []));
        return new CopyColumns(columns);
    }

    public void Take(DbDataReader row)
    {
        for (var i = 0; i < _columns.Count; i++)
            _columns[i].Values.Add(row.IsDBNull(i) ? null : row.GetValue(i));
    }

    /// <summary>Each column as one array.</summary>
    public IEnumerable<NpgsqlParameter> Arrays() => _columns.Select(c => (NpgsqlParameter)(c.Type switch
    {
        "bigint" => new NpgsqlParameter<long?[]> { TypedValue = [.. c.Values.Select(v => v is null ? (long?)null : Convert.ToInt64(v))] },
        "integer" => new NpgsqlParameter<int?[]> { TypedValue = [.. c.Values.Select(v => v is null ? (int?)null : Convert.ToInt32(v))] },
        "text" => new NpgsqlParameter<string?[]> { TypedValue = [.. c.Values.Select(v => (string?)v)] },
        "bytea" => new NpgsqlParameter<byte[]?[]> { TypedValue = [.. c.Values.Select(v => (byte[]?)v)] },
        _ => throw new NotSupportedException($"A column of type {c.Type} is not copied."),
    }));

    public IEnumerable<long> Numbers(string column) => _columns.First(c => c.Name == column).Values.Select(Convert.ToInt64);

    public void Clear() => _columns.ForEach(c => c.Values.Clear());
}
