using System.Globalization;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace Tthc.Bench.Load;

/// <summary>One run: prepare, warm up, then each number of calls in flight with its ceilings.</summary>
internal sealed class LoadRun : IDisposable
{
    private readonly LoadOptions _options;
    private readonly ServerProcess? _server;
    private readonly GrpcChannel _channel;
    private readonly StepWork _work;
    private readonly Health.HealthClient _health;

    public LoadRun(LoadOptions options, ServerProcess? server)
    {
        _options = options;
        _server = server;
        _channel = ChannelTo(options.Server ?? server!.Address);
        _work = new StepWork(_channel);
        _health = new Health.HealthClient(_channel);
    }

    public static GrpcChannel ChannelTo(Uri address) =>
        GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true } });

    public async Task PrepareAsync()
    {
        await _work.PrepareAsync(_options.Dossiers);
        var most = _options.InFlight.Max();
        await CallLoad.RunAsync(most, _options.WarmUp / 2, _work.For(most));
        await CallLoad.RunAsync(most, _options.WarmUp / 2, EmptyAsync);
    }

    public async Task MeasureAsync()
    {
        using var figures = _server is null ? null : new CommitFigures(_server.Id);
        var sizes = _server is null || !File.Exists(_server.StoreFile) ? RowSizes.Usual : RowSizes.Of(_server.StoreFile);
        Console.WriteLine(Text($"{_options.Dossiers:N0} dossiers, state {sizes.State} bytes, event {sizes.Payload} bytes, {_options.Seconds:0.#} s each"));
        Console.WriteLine();
        Console.WriteLine("| in flight | steps/s | p50 ms | p99 ms | server CPU µs/step | batch | empty calls/s | bare SQLite steps/s | of the lower ceiling |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        using var bare = new BareCeiling(_options, sizes);
        foreach (var inFlight in _options.InFlight)
            Console.WriteLine(await RowAsync(inFlight, figures, bare));
    }

    public Task ProfileAsync() => ProfileAsync(_options, _server, _work);

    public static async Task ProfileAsync(LoadOptions options, ServerProcess? server, StepWork work)
    {
        var most = options.InFlight.Max();
        Console.WriteLine(Text($"""
            engine process {server?.Id}, {most} calls in flight for {options.Seconds:0} s; in another terminal:
              perf record -F 999 -g -p {server?.Id} -o engine.perf -- sleep {options.Seconds - 2:0}
              perf report -i engine.perf --no-children --sort symbol --stdio -g none | head -60
            """));
        var result = await CallLoad.RunAsync(most, options.Seconds, work.For(most));
        Console.WriteLine(Text($"{result.PerSecond:N0} steps/s"));
    }

    /// <summary>What edits of rules cost, over dossiers of four events each.</summary>
    public async Task MeasureRulesAsync()
    {
        if (_server is null)
            throw new InvalidOperationException("--rules starts an engine of its own: leave out --server.");
        await _work.PrepareAsync(_options.Dossiers);
        await _work.MoveAllAsync(2);
        var rules = new RuleWork(_channel, _work, _server.RulesFolder);
        await rules.ImpactAsync();
        await rules.PublishAsync(5);
    }

    /// <summary>Steps beside many streams, and what the streams get.</summary>
    public async Task MeasureStreamsAsync()
    {
        var alone = await CallLoad.RunAsync(64, _options.Seconds, _work.For(64));
        await using var streams = await StreamWork.OpenAsync(_options.Server ?? _server!.Address, _options.Streams);
        var before = _server?.Used;
        var beside = await CallLoad.RunAsync(64, _options.Seconds, _work.For(64));
        var used = (_server?.Used - before)?.TotalSeconds / _options.Seconds;
        var (events, median, p99) = streams.Take();
        Console.WriteLine("| streams | steps/s without them | steps/s beside them | events delivered/s | p50 ms after the recording | p99 ms | server processors |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");
        Console.WriteLine(Text($"| {_options.Streams:N0} | {alone.PerSecond:N0} | {beside.PerSecond:N0} | {events / _options.Seconds:N0} | {median:0} | {p99:0} | {used:0.00} |"));
    }

    public void Dispose() => _channel.Dispose();

    private async Task<string> RowAsync(int inFlight, CommitFigures? figures, BareCeiling bare)
    {
        var empty = await EmptyPerSecondAsync(inFlight);
        if (figures is not null)
            await figures.TakeAsync();
        var before = _server?.Used;
        var steps = await CallLoad.RunAsync(inFlight, _options.Seconds, _work.For(inFlight));
        var used = (_server?.Used - before)?.TotalMicroseconds / steps.Calls;
        var batch = await BatchAsync(figures, inFlight);
        var alone = bare.Measure((int)Math.Max(1, Math.Round(batch)), _options.Seconds / 2);
        // What else the machine does can only lower a ceiling: of before and after, the higher is nearer to it.
        empty = Math.Max(empty, await EmptyPerSecondAsync(inFlight));
        var share = steps.PerSecond / Math.Min(empty, alone);
        return Text($"| {inFlight} | {steps.PerSecond:N0} | {steps.Median:0.00} | {steps.P99:0.00} | {used:0} | {batch:0.0} | {empty:N0} | {alone:N0} | {share:P0} |");
    }

    private async Task<double> EmptyPerSecondAsync(int inFlight) => (await CallLoad.RunAsync(inFlight, _options.Seconds / 4, EmptyAsync)).PerSecond;

    /// <summary>Steps in one transaction, on average.</summary>
    private static async Task<double> BatchAsync(CommitFigures? figures, int inFlight)
    {
        if (figures is null)
            return inFlight;
        var told = await figures.TakeAsync();
        return told.Transactions > 0 ? told.Units / told.Transactions : inFlight;
    }

    private async Task EmptyAsync(int caller) => await _health.CheckAsync(new HealthCheckRequest());

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
