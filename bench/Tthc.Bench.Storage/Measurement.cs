using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Sqlite;
using Tthc.Storage.Dossiers;

namespace Tthc.Bench.Storage;

/// <summary>One variant on a store of its own: seeded, then measured at each batch size.</summary>
internal sealed class Measurement(BenchOptions options, string variant)
{
    private const int SeedBatch = 1000;

    public void Run()
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.Folder, $"tthc-bench-{Environment.ProcessId}-{variant}"));
        try
        {
            var path = Path.Combine(folder.FullName, "store.db");
            var workload = new Workload(options.Dossiers, options.StateBytes);
            SeedStore(path, workload);
            if (variant == "store")
                MeasureStore(path, workload);
            else
                MeasureBare(path, workload);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void SeedStore(string path, Workload workload)
    {
        if (options.PageSize is { } size)
            CreateWithPageSize(path, size);
        using var file = SqliteStore.Open(new SqliteOptions { Path = path });
        using var writer = new StoreWriter(new DossierStore(file));
        foreach (var batch in workload.Seed().Chunk(SeedBatch))
            writer.Write(batch);
    }

    private static void CreateWithPageSize(string path, int size)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        // The page size is fixed with the first page written; the application id writes it.
        Execute(connection, $"pragma page_size = {size}; pragma application_id = {0x54544843}; vacuum;");
    }

    private void MeasureStore(string path, Workload workload)
    {
        using var file = SqliteStore.Open(new SqliteOptions { Path = path });
        using var writer = new StoreWriter(new DossierStore(file));
        MeasureSizes(writer, workload);
    }

    private void MeasureBare(string path, Workload workload)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        // As the store opens it, so that only the way of writing differs.
        Execute(connection, options.Pragmas);
        using IBatchWriter writer = variant == "ado" ? new AdoWriter(connection) : new BareWriter(connection.Handle!);
        MeasureSizes(writer, workload);
    }

    private void MeasureSizes(IBatchWriter writer, Workload workload)
    {
        foreach (var size in options.Sizes)
        {
            var warm = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(warm).TotalSeconds < 0.5)
                writer.Write(workload.NextBatch(size));
            Console.WriteLine($"{variant,-6} batch {size,4}   {Measure(writer, workload, size)}");
        }
    }

    private string Measure(IBatchWriter writer, Workload workload, int size)
    {
        // Rows are made outside the time taken; only writing counts.
        var (writing, processor) = (TimeSpan.Zero, TimeSpan.Zero);
        var written = WrittenBytes();
        var steps = 0L;
        while (writing.TotalSeconds < options.Seconds)
        {
            var batch = workload.NextBatch(size);
            var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            writer.Write(batch);
            writing += Stopwatch.GetElapsedTime(start);
            processor += Environment.CpuUsage.TotalTime - used;
            steps += size;
        }

        var kilobytes = (WrittenBytes() - written) / 1024.0 / steps;
        return $"{steps / writing.TotalSeconds,9:N0} steps/s {processor.TotalMicroseconds / steps,7:N1} us cpu/step {kilobytes,7:N1} KB/step";
    }

    // Where the system does not tell, the column is zero.
    private static long WrittenBytes() => File.Exists("/proc/self/io")
        ? long.Parse(File.ReadLines("/proc/self/io").Single(l => l.StartsWith("wchar", StringComparison.Ordinal)).AsSpan(7))
        : 0;

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
