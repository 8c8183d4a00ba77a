using System.Diagnostics;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Npgsql;
using Tthc.Protos.V1;

namespace Tthc.Bench.Load.Postgres;

/// <summary>Very many deadlines in one minute: how fast they are carried out, and what callers feel meanwhile.</summary>
internal static class DueRun
{
    private const int Callers = 64;
    private static readonly Metadata s_desk = new() { { "tthc-actor", "mot-cua" }, { "tthc-agency", "qn-xa-bo-y" }, { "tthc-roles", "one-stop-officer" } };

    public static async Task RunAsync(LoadOptions options)
    {
        using var cluster = BenchCluster.Start(options.Folder);
        var database = cluster.Create("engine");
        using var server = await ServerProcess.StartAsync(options.On(database));
        using var channel = LoadRun.ChannelTo(server.Address);
        var work = new StepWork(channel);
        await work.PrepareAsync(options.Dossiers);
        var started = Stopwatch.GetTimestamp();
        await work.ReceiveAsync(options.Due, done => Console.Error.WriteLine(Text($"{done:N0} received, {done / Stopwatch.GetElapsedTime(started).TotalSeconds:N0}/s")));
        Console.WriteLine(Text($"{options.Due:N0} received in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s"));
        cluster.Run("vacuum analyze");
        cluster.Settle();
        var alone = await CallLoad.RunAsync(Callers, options.Seconds, work.For(Callers));
        var (due, rows) = await LatestAsync(database);
        started = Stopwatch.GetTimestamp();
        var clock = new SimulationService.SimulationServiceClient(channel).AdvanceClockAsync(new AdvanceClockRequest { To = due.AddMinutes(1).ToTimestamp() }, s_desk).ResponseAsync;
        var beside = new List<CallLoad.Result>();
        while (!clock.IsCompleted)
            beside.Add(await CallLoad.RunAsync(Callers, options.Seconds, work.For(Callers)));
        var passed = (await clock).DeadlinesPassed;
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(Text($"{rows:N0} rows due by {due:O}; {passed:N0} deadlines carried out in {seconds:N0} s: {passed / seconds:N0}/s"));
        Console.WriteLine("| 64 callers | steps/s | p50 ms | p99 ms |");
        Console.WriteLine("|---|---:|---:|---:|");
        Console.WriteLine(Text($"| alone | {alone.PerSecond:N0} | {alone.Median:0.00} | {alone.P99:0.00} |"));
        Console.WriteLine(Text($"| beside the deadlines, {beside.Count} stretches, the worst p99 | {beside.Average(b => b.PerSecond):N0} | {beside.Average(b => b.Median):0.00} | {beside.Max(b => b.P99):0.00} |"));
    }

    /// <summary>The minute in which most fall due, and how many rows are due by then.</summary>
    private static async Task<(DateTimeOffset Due, long Rows)> LatestAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { CommandTimeout = 0 });
        await using var command = source.CreateCommand("""
            with most as (select due_at from tthc.deadline group by due_at order by count(*) desc limit 1)
            select (select due_at from most), (select count(*) from tthc.deadline where due_at <= (select due_at from most))
            """);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (DateTimeOffset.UnixEpoch.AddTicks(reader.GetInt64(0) * 10), reader.GetInt64(1));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
