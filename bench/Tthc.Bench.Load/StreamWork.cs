using Grpc.Core;
using Grpc.Net.Client;
using Tthc.Protos.V1;

namespace Tthc.Bench.Load;

/// <summary>Many streams of the feed, each of one agency, over a few connections.</summary>
internal sealed class StreamWork : IAsyncDisposable
{
    private const int StreamsAConnection = 500;
    private static readonly string[] s_agencies = [.. Enumerable.Range(0, 40).Select(i => $"khong-co-{i}"), "qn-xa-bo-y", "qn-xa-duc-nong", "qn-xa-dak-to", "qn-phuong-kon-tum"];
    private readonly CancellationTokenSource _end = new();
    private readonly List<GrpcChannel> _channels = [];
    private readonly List<Task> _readers = [];
    private readonly Lock _turn = new();
    private List<double> _delays = [];

    /// <summary>Opens them and waits until each has told where it stands.</summary>
    public static async Task<StreamWork> OpenAsync(Uri server, int streams)
    {
        var work = new StreamWork();
        var ready = new List<Task>();
        for (var i = 0; i < streams; i++)
        {
            if (i % StreamsAConnection == 0)
                work._channels.Add(LoadRun.ChannelTo(server));
            var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            ready.Add(opened.Task);
            work._readers.Add(work.ReadAsync(new FeedService.FeedServiceClient(work._channels[^1]), s_agencies[i % s_agencies.Length], opened));
        }
        await Task.WhenAll(ready);
        return work;
    }

    /// <summary>Events that came so far, and how many milliseconds after their recording.</summary>
    public (double Events, double Median, double P99) Take()
    {
        lock (_turn)
        {
            var delays = _delays;
            _delays = [];
            delays.Sort();
            return delays.Count == 0 ? (0, 0, 0) : (delays.Count, delays[delays.Count / 2], delays[delays.Count * 99 / 100]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_readers);
        _channels.ForEach(c => c.Dispose());
        _end.Dispose();
    }

    private async Task ReadAsync(FeedService.FeedServiceClient client, string agency, TaskCompletionSource opened)
    {
        var headers = new Metadata { { "tthc-actor", "theo-doi" }, { "tthc-agency", "qn-xa-bo-y" }, { "tthc-roles", "observer" } };
        using var call = client.WatchEvents(new WatchEventsRequest { FromNow = true, Agencies = { agency } }, headers, cancellationToken: _end.Token);
        try
        {
            while (await call.ResponseStream.MoveNext(_end.Token))
            {
                opened.TrySetResult();
                var now = DateTimeOffset.UtcNow;
                lock (_turn)
                    foreach (var happened in call.ResponseStream.Current.Events)
                        _delays.Add((now - happened.RecordedAt.ToDateTimeOffset()).TotalMilliseconds);
            }
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Cancelled)
        {
            // The end.
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }
}
