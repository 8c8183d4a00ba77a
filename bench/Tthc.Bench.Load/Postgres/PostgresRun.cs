using System.Diagnostics;
using System.Globalization;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Npgsql;

namespace Tthc.Bench.Load.Postgres;

/// <summary>Steps a second of an engine on PostgreSQL beside three ceilings of the same run, what a step costs, and two engines against one.</summary>
internal sealed class PostgresRun : IDisposable
{
    private readonly LoadOptions _options;
    private readonly BenchCluster _cluster;
    private readonly ServerProcess _server;
    private readonly string _database;
    private readonly GrpcChannel _channel;
    private readonly StepWork _work;
    private readonly Health.HealthClient _health;

    private PostgresRun(LoadOptions options, BenchCluster cluster, ServerProcess server, string database)
    {
        (_options, _cluster, _server, _database) = (options, cluster, server, database);
        _channel = LoadRun.ChannelTo(server.Address);
        _work = new StepWork(_channel);
        _health = new Health.HealthClient(_channel);
    }

    public static async Task<PostgresRun> StartAsync(LoadOptions options)
    {
        var cluster = BenchCluster.Start(options.Folder);
        var database = cluster.Create("engine");
        return new PostgresRun(options, cluster, await ServerProcess.StartAsync(options.On(database)), database);
    }

    public async Task RunAsync()
    {
        var most = _options.InFlight.Max();
        await AgeAsync();
        await _work.PrepareAsync(_options.Dossiers);
        await CallLoad.RunAsync(most, _options.WarmUp / 2, _work.For(most));
        await CallLoad.RunAsync(most, _options.WarmUp / 2, EmptyAsync);
        if (_options.Profile)
        {
            await LoadRun.ProfileAsync(_options, _server, _work);
            return;
        }

        var sizes = await SizesAsync();
        Console.WriteLine(Text($"{_options.Dossiers:N0} dossiers, state {sizes.State} bytes, event {sizes.Payload} bytes, {_options.Seconds:0.#} s each"));
        var costs = await SpeedAsync(sizes);
        Console.WriteLine();
        Console.WriteLine("| in flight | steps a transaction | transactions/step | statements' round trips/step | WAL bytes/step | allocated bytes/step | engine µs/step | PostgreSQL µs/step | driver µs/step |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        costs.ForEach(Console.WriteLine);
        if (!_options.OneEngine)
            await TwoEnginesAsync();
    }

    public void Dispose()
    {
        _channel.Dispose();
        _server.Dispose();
        _cluster.Dispose();
    }

    /// <summary>The tables of events that a store has after years.</summary>
    private async Task AgeAsync()
    {
        await using var source = NpgsqlDataSource.Create(_database);
        await using var command = source.CreateCommand(
            "select tthc.event_month_create((extract(epoch from now() - make_interval(months => m)) * 1000000)::bigint) from generate_series(1, $1) m");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = _options.Months });
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<string>> SpeedAsync(RowSizes sizes)
    {
        using var figures = new CommitFigures(_server.Id);
        using var pgbench = new PgBench(_cluster, _options.Dossiers, sizes);
        await using var bare = await BareCommits.PrepareAsync(_cluster.Create("bare"), _options.Dossiers, sizes);
        await bare.MeasureAsync(64, 2);
        Console.WriteLine();
        Console.WriteLine("| in flight | steps/s | p50 ms | p99 ms | empty calls/s | pgbench/s | bare loop/s | of pgbench | of the bare loop |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        var costs = new List<string>();
        foreach (var inFlight in _options.InFlight)
        {
            var empty = (await CallLoad.RunAsync(inFlight, _options.Seconds / 4, EmptyAsync)).PerSecond;
            var measured = await StepsAsync(inFlight, figures, costs);
            _cluster.Settle();
            var statements = await pgbench.MeasureAsync(inFlight, _options.Seconds / 2);
            _cluster.Settle();
            var rows = await bare.MeasureAsync(inFlight, _options.Seconds / 2);
            Console.WriteLine(Text($"| {inFlight} | {measured.PerSecond:N0} | {measured.Median:0.00} | {measured.P99:0.00} | {empty:N0} | {statements:N0} | {rows:N0} | {measured.PerSecond / statements:P0} | {measured.PerSecond / rows:P0} |"));
        }
        return costs;
    }

    private async Task<CallLoad.Result> StepsAsync(int inFlight, CommitFigures figures, List<string> costs)
    {
        _cluster.Settle();
        await figures.TakeAsync();
        var (engine, database, driver, log) = (_server.Used, _cluster.Used(), Process.GetCurrentProcess().TotalProcessorTime, _cluster.LogBytes());
        var steps = await CallLoad.RunAsync(inFlight, _options.Seconds, _work.For(inFlight));
        (engine, database, driver, log) = (_server.Used - engine, _cluster.Used() - database, Process.GetCurrentProcess().TotalProcessorTime - driver, _cluster.LogBytes() - log);
        var told = await figures.TakeAsync();
        costs.Add(Text($"| {inFlight} | {told.Units / told.Transactions:0.0} | {told.Transactions / steps.Calls:0.000} | {told.RoundTrips / steps.Calls:0.000} | {log / steps.Calls:N0} | {told.Allocated / steps.Calls:N0} | {engine.TotalMicroseconds / steps.Calls:0} | {database.TotalMicroseconds / steps.Calls:0} | {driver.TotalMicroseconds / steps.Calls:0} |"));
        return steps;
    }

    /// <summary>The same callers on one engine, then on two: each dossier by one of them, and each call by the other than the one before.</summary>
    private async Task TwoEnginesAsync()
    {
        using var second = await ServerProcess.StartAsync(_options.On(_database), number: 2);
        using var channel = LoadRun.ChannelTo(second.Address);
        var inFlight = _options.InFlight.Max();
        var apart = _work.For(inFlight, channel);
        var mixed = _work.For(inFlight, channel, takeTurns: true);
        await CallLoad.RunAsync(inFlight, _options.WarmUp, apart);
        Console.WriteLine();
        Console.WriteLine(Text($"| {inFlight} in flight | one engine/s | two engines, a dossier stays with one/s | two engines, calls take turns/s | apart : one | turns : one |"));
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        for (var pair = 1; pair <= 3; pair++)
        {
            var one = await SettledAsync(inFlight, _work.For(inFlight));
            var two = await SettledAsync(inFlight, apart);
            var turns = await SettledAsync(inFlight, mixed);
            Console.WriteLine(Text($"| run {pair} | {one:N0} | {two:N0} | {turns:N0} | {two / one:0.00} | {turns / one:0.00} |"));
        }
    }

    private async Task<double> SettledAsync(int inFlight, Func<int, Task> call)
    {
        // Until both know again what they knew: the way before this one moved the dossiers elsewhere.
        await CallLoad.RunAsync(inFlight, _options.Seconds, call);
        _cluster.Settle();
        return (await CallLoad.RunAsync(inFlight, _options.Seconds, call)).PerSecond;
    }

    private async Task<RowSizes> SizesAsync()
    {
        await using var source = NpgsqlDataSource.Create(_database);
        await using var command = source.CreateCommand(
            "select (select avg(length(state))::int from tthc.dossier), (select avg(length(payload))::int from tthc.event where kind = 'step-advanced')");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new RowSizes(reader.GetInt32(0), reader.GetInt32(1));
    }

    private async Task EmptyAsync(int caller) => await _health.CheckAsync(new HealthCheckRequest());

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
