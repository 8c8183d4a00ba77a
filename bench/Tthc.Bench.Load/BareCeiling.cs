using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Tthc.Bench.Storage;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Sqlite;
using Tthc.Storage.Dossiers;

namespace Tthc.Bench.Load;

/// <summary>What SQLite alone writes on this machine: rows of the size the engine stored, in batches of a given size, nothing else in the way.</summary>
internal sealed class BareCeiling : IDisposable
{
    // As the engine's store is opened: see StoreOpening.
    private const string Pragmas = "pragma synchronous = full; pragma wal_autocheckpoint = 32768; pragma cache_size = -65536;";
    private readonly DirectoryInfo _folder;
    private readonly SqliteConnection _connection;
    private readonly BareWriter _writer;
    private readonly Workload _workload;

    public BareCeiling(LoadOptions options, RowSizes sizes)
    {
        Batteries_V2.Init();
        _folder = Directory.CreateDirectory(Path.Combine(options.Folder, $"tthc-load-bare-{Environment.ProcessId}"));
        var path = Path.Combine(_folder.FullName, "bare.db");
        _workload = new Workload(options.Dossiers, sizes.State, sizes.Payload);
        using (var file = SqliteStore.Open(new SqliteOptions { Path = path }))
        using (var seeding = new StoreWriter(new DossierStore(file)))
            foreach (var batch in _workload.Seed().Chunk(1000))
                seeding.Write(batch);
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        using (var command = _connection.CreateCommand())
        {
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }
        _writer = new BareWriter(_connection.Handle!);
    }

    /// <summary>Steps a second in batches of this size, the best of three stretches. Making the rows is not counted.</summary>
    public double Measure(int batch, double seconds) => Enumerable.Range(0, 3).Max(_ => Stretch(batch, seconds / 3));

    private double Stretch(int batch, double seconds)
    {
        var writing = TimeSpan.Zero;
        var steps = 0L;
        while (writing.TotalSeconds < seconds)
        {
            var units = _workload.NextBatch(batch);
            var start = Stopwatch.GetTimestamp();
            _writer.Write(units);
            writing += Stopwatch.GetElapsedTime(start);
            steps += batch;
        }
        return steps / writing.TotalSeconds;
    }

    public void Dispose()
    {
        _writer.Dispose();
        _connection.Dispose();
        _folder.Delete(recursive: true);
    }
}

/// <summary>Bytes of a stored state and of an event's payload.</summary>
internal sealed record RowSizes(int State, int Payload)
{
    public static RowSizes Usual { get; } = new(600, 200);

    /// <summary>Averages of a store that an engine has open.</summary>
    public static RowSizes Of(string storeFile)
    {
        Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={storeFile};Pooling=False;Mode=ReadOnly");
        connection.Open();
        return new RowSizes(Average("select avg(length(state)) from dossier"), Average("select avg(length(payload)) from event where kind = 'step-advanced'"));

        int Average(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return (int)(double)command.ExecuteScalar()!;
        }
    }
}
