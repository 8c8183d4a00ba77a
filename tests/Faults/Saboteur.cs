using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tthc.EndToEnd.Disk;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.Faults;

/// <summary>Kills, cuts and publishes, one thing after the other, as the seed says.</summary>
internal sealed class Saboteur(FaultOptions options, IReadOnlyList<Node> nodes, Reach reach, History history)
{
    private const string Procedure = "e2e-dai";
    private readonly Random _random = new(options.Seed);
    private readonly string[] _faults = [.. options.Faults.Except(["migrate"]).Order()];
    private readonly SortedDictionary<string, int> _done = new(StringComparer.Ordinal);
    private readonly BusyClient _publisher = new("publisher", options.Seed, nodes, new RoundDossiers(0), history);
    private Queue<string> _coming = new();
    private int _edits;

    public string Totals => string.Join(", ", _done.Select(d => $"{d.Value} {d.Key}"));

    /// <summary>The kinds that were asked for and have not taken place yet.</summary>
    public IReadOnlyList<string> Missing => [.. _faults.Where(f => !_done.ContainsKey(f))];

    /// <summary>One fault after the other; each kind comes once before any comes again.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && _faults.Length > 0)
        {
            if (_coming.Count == 0)
                _coming = new Queue<string>(_faults.OrderBy(_ => _random.Next()));
            var fault = _coming.Dequeue();
            if (await DoAsync(fault))
                _done[fault] = _done.GetValueOrDefault(fault) + 1;
            await Task.Delay(_random.Next(300, 2500), CancellationToken.None);
        }
    }

    /// <summary>Whether it took place.</summary>
    private async Task<bool> DoAsync(string fault)
    {
        switch (fault)
        {
            case "kill":
                var node = nodes[_random.Next(nodes.Count)];
                node.Kill();
                await Task.Delay(_random.Next(500));
                await node.StartAsync(CancellationToken.None);
                return true;
            case "database":
                reach.Cluster!.Crash();
                await Task.Delay(_random.Next(1000));
                reach.Cluster.Restart();
                return true;
            case "cut":
                reach.Proxy!.Arm(_random.Next(1, 12));
                return true;
            case "disk":
                return await FillDiskAsync();
            case "clock":
                return await StepClockAsync();
            default:
                return await PublishAsync();
        }
    }

    /// <summary>No space at all for a while, or next to none; then there is space again.</summary>
    private async Task<bool> FillDiskAsync()
    {
        try
        {
            reach.Disk!.Fill(leaveKilobytes: _random.Next(2) * _random.Next(600));
        }
        catch (IOException)
        {
            // What writes to it meanwhile took the rest: full it is.
        }
        await Task.Delay(_random.Next(500, 2500));
        reach.Disk!.Free();
        if (reach.Cluster is { } cluster)
            await cluster.RecoverAsync();
        return true;
    }

    /// <summary>Another limit of the procedure, under the next number: from the reply on nobody may answer by the one before.</summary>
    private async Task<bool> PublishAsync()
    {
        var source = await File.ReadAllTextAsync(nodes[0].Folder.Procedure(Procedure));
        var text = System.Text.RegularExpressions.Regex.Replace(
            source, "\"limit\": \"\\d+ working days\"", $"\"limit\": \"{20 + (++_edits % 20)} working days\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var request = new PublishProcedureRequest { RequestId = EngineClient.NewId(), Path = $"procedures/{Procedure}.procedure.json", Source = text, Reason = "thử", Basis = "QĐ 1" };
        for (var attempt = 1; attempt <= 50; attempt++)
        {
            try
            {
                if (nodes[_random.Next(nodes.Count)].Client is { } client && await TryPublishAsync(client, request))
                    return true;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.FailedPrecondition && e.Status.Detail.Contains("folder-edited", StringComparison.Ordinal))
            {
                // The files of an engine that was killed are behind; its next look mends them.
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.Cancelled or StatusCode.Internal or StatusCode.DeadlineExceeded)
            {
                // Not answered: once more, with the same request id.
            }
            catch (RpcException e)
            {
                history.Violated($"publishing: {e.Status}");
                return false;
            }
            catch (ObjectDisposedException)
            {
                // The node was killed between the choice and the call.
            }
            await Task.Delay(100);
        }
        history.Violated("rules could not be published in fifty attempts");
        return false;
    }

    private async Task<bool> TryPublishAsync(EngineClient client, PublishProcedureRequest request)
    {
        // The base is set once: sent again with another it would be another request.
        if (request.BaseRevision.Length == 0)
        {
            var list = new ListProcedureRevisionsRequest { Code = EngineClient.Long };
            request.BaseRevision = (await client.Procedures.ListProcedureRevisionsAsync(list, Officer.Desk().Headers, DateTime.UtcNow.AddSeconds(10))).Revisions[0].Revision;
        }
        var reply = await client.Procedures.PublishProcedureAsync(request, Officer.Administrator().Headers, DateTime.UtcNow.AddSeconds(10));
        foreach (var revision in reply.Revisions)
            history.Publish(History.NumberOf(revision.Revision));
        // At once, at every node: from here on none may answer by the revision before.
        await Task.WhenAll(nodes.Select(node => _publisher.ReceiveAsync(node)));
        return true;
    }

    private async Task<bool> StepClockAsync()
    {
        try
        {
            if (nodes[0].Client is not { } client)
                return false;
            var now = (await client.Simulation.GetClockAsync(new GetClockRequest())).Now.ToDateTimeOffset();
            await client.Simulation.AdvanceClockAsync(new AdvanceClockRequest { To = now.AddHours(_random.Next(1, 40)).ToTimestamp() }, Officer.Desk().Headers);
            return true;
        }
        catch (Exception e) when (e is RpcException or ObjectDisposedException)
        {
            // Killed meanwhile; the clock is where it is.
            return false;
        }
    }
}

/// <summary>What can be broken besides engines.</summary>
/// <param name="Cluster">The database server; null: there is none.</param>
/// <param name="Proxy">What the connections to it go through.</param>
/// <param name="Disk">The disk that the store is on; null: one that is not to be filled.</param>
internal sealed record Reach(Cluster? Cluster, CuttingProxy? Proxy, SmallDisk? Disk);
