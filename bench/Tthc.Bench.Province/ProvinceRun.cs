using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Grpc.Core;
using Grpc.Net.Client;
using Tthc.Bench.Load;
using Tthc.Bench.Load.Postgres;
using Tthc.Protos.V1;
using Channel = System.Threading.Channels.Channel;

namespace Tthc.Bench.Province;

/// <summary>An engine on a cluster of the run's own: filled through the import, then asked.</summary>
internal sealed class ProvinceRun : IDisposable
{
    private const int Streams = 2;
    private const int DossiersAStream = 5_000;
    private static readonly Metadata s_importer = new() { { "tthc-actor", "chuyen-doi" }, { "tthc-agency", "qn-xa-bo-y" }, { "tthc-roles", "data-importer" } };

    private readonly BenchCluster _cluster;
    private readonly ServerProcess _server;
    private readonly string _database;
    private readonly GrpcChannel _channel;
    private long _imported;
    private long _acts;
    private long _refused;

    private ProvinceRun(BenchCluster cluster, ServerProcess server, string database)
    {
        (_cluster, _server, _database) = (cluster, server, database);
        _channel = GrpcChannel.ForAddress(server.Address);
    }

    public static async Task<ProvinceRun> StartAsync(ProvinceOptions options)
    {
        var isThere = options.Cluster is { } kept && Directory.Exists(kept);
        var cluster = BenchCluster.Start(options.Folder, options.Cluster);
        // Every session can tell the plans it runs; it does so once it is asked to.
        cluster.Run("alter system set session_preload_libraries = 'auto_explain'");
        cluster.Run("select pg_reload_conf()");
        var database = isThere ? cluster.Named("province") : cluster.Create("province");
        return new ProvinceRun(cluster, await ServerProcess.StartAsync(LoadOptions.Parse([])!.On(database)), database) { IsEmpty = !isThere };
    }

    /// <summary>Nothing was imported yet.</summary>
    public bool IsEmpty { get; private init; }

    public async Task ImportAsync(Histories histories)
    {
        var waiting = Channel.CreateBounded<ImportedDossier>(8 * 1024);
        var started = Stopwatch.GetTimestamp();
        var made = Task.Run(async () =>
        {
            foreach (var history in histories.All())
            {
                Interlocked.Add(ref _acts, history.Acts.Count);
                await waiting.Writer.WriteAsync(history);
            }
            waiting.Writer.Complete();
        });
        using var telling = new Timer(_ => Tell(started, histories.Count), null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        await Task.WhenAll([made, .. Enumerable.Range(0, Streams).Select(_ => SendAsync(waiting.Reader))]);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var events = (long)await new Growth(_database).NumberAsync("select position from tthc.feed_head");
        Console.WriteLine(Text($"imported {_imported:N0} dossiers of {_acts:N0} acts, {events:N0} events, refused {_refused:N0}, in {seconds:N0} s: {_imported / seconds:N0} dossiers/s, {events / seconds:N0} events/s, made on the same two cores meanwhile"));
    }

    public async Task MeasureAsync()
    {
        var started = Stopwatch.GetTimestamp();
        await new Growth(_database).TellAsync();
        Console.WriteLine(Text($"vacuum and analyze: {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s"));
        var questions = new Questions(_database, _channel);
        await questions.AskAsync(Console.Out);
        // Once more while every plan is told, which takes time of its own.
        using var plans = new PlanLog(_cluster);
        await questions.AskAsync(TextWriter.Null);
        plans.Tell();
    }

    public void Dispose()
    {
        _channel.Dispose();
        _server.Dispose();
        _cluster.Dispose();
    }

    private async Task SendAsync(ChannelReader<ImportedDossier> reader)
    {
        var client = new DossierService.DossierServiceClient(_channel);
        while (await reader.WaitToReadAsync())
        {
            using var call = client.ImportDossiers(s_importer);
            for (var i = 0; i < DossiersAStream && await reader.WaitToReadAsync() && reader.TryRead(out var dossier); i++)
                await call.RequestStream.WriteAsync(new ImportDossiersRequest { Dossier = dossier });
            await call.RequestStream.CompleteAsync();
            var told = await call;
            Interlocked.Add(ref _imported, told.Imported);
            Interlocked.Add(ref _refused, told.Refused);
            foreach (var failure in told.Failures.Take(2))
                Console.Error.WriteLine($"{failure.Code}, act {failure.Act}: {failure.Error}");
        }
    }

    private void Tell(long started, int all)
    {
        var (seconds, imported) = (Stopwatch.GetElapsedTime(started).TotalSeconds, Interlocked.Read(ref _imported));
        Console.Error.WriteLine(Text($"{seconds:N0} s: {imported:N0} of {all:N0}, {imported / seconds:N0}/s"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
