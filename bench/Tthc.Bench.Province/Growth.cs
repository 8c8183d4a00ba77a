using System.Globalization;
using Npgsql;

namespace Tthc.Bench.Province;

/// <summary>What the tables take.</summary>
internal sealed class Growth(string database)
{
    private const string Tables = """
        select coalesce(p.relname, c.relname) as name, sum(pg_table_size(c.oid))::bigint, sum(pg_indexes_size(c.oid))::bigint
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
            left join pg_inherits i on i.inhrelid = c.oid left join pg_class p on p.oid = i.inhparent
        where n.nspname = 'tthc' and c.relkind = 'r' group by 1 order by 2 desc limit 7
        """;

    public async Task<decimal> NumberAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        return Convert.ToDecimal(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>Vacuums, then tells bytes a dossier by table.</summary>
    public async Task TellAsync()
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { CommandTimeout = 0 });
        await using (var vacuum = source.CreateCommand("vacuum (analyze)"))
            await vacuum.ExecuteNonQueryAsync();
        var dossiers = await NumberAsync("select count(*) from tthc.dossier");
        Console.WriteLine();
        Console.WriteLine("| table | bytes a dossier, rows | bytes a dossier, indexes |");
        Console.WriteLine("|---|---:|---:|");
        await using var tables = source.CreateCommand(Tables);
        await using var reader = await tables.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {reader.GetString(0)} | {reader.GetInt64(1) / dossiers:N0} | {reader.GetInt64(2) / dossiers:N0} |"));
        var all = await NumberAsync("select pg_database_size(current_database())") / dossiers;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| database | {all:N0} | |"));
        Console.WriteLine();
    }
}
