using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.Faults;

/// <summary>Kills, cuts and publishes, one thing after the other, as the seed says.</summary>
internal sealed class Saboteur(FaultOptions options, IReadOnlyList<Node> nodes, Cluster? cluster, CuttingProxy? proxy, History history)
{
    private const string Procedure = "e2e-dai";
    private readonly Random _random = new(options.Seed);
    private readonly string[] _faults = [.. options.Faults.Except(["migrate"]).Order()];
    private readonly SortedDictionary<string, int> _done = new(StringComparer.Ordinal);
    private readonly BusyClient _publisher = new("publisher", options.Seed, nodes, new RoundDossiers(0), history);
    private int _edits;

    public string Totals => string.Join(", ", _done.Select(d => $"{d.Value} {d.Key}"));

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && _faults.Length > 0)
        {
            var fault = _faults[_random.Next(_faults.Length)];
            await DoAsync(fault);
            _done[fault] = _done.GetValueOrDefault(fault) + 1;
            await Task.Delay(_random.Next(300, 2500), CancellationToken.None);
        }
    }

    private async Task DoAsync(string fault)
    {
        switch (fault)
        {
            case "kill":
                var node = nodes[_random.Next(nodes.Count)];
                node.Kill();
                await Task.Delay(_random.Next(500));
                await node.StartAsync(CancellationToken.None);
                break;
            case "database":
                cluster!.Crash();
                await Task.Delay(_random.Next(1000));
                cluster.Restart();
                break;
            case "cut":
                proxy!.Arm(_random.Next(1, 12));
                break;
            case "clock":
                await StepClockAsync();
                break;
            default:
                await PublishAsync();
                break;
        }
    }

    /// <summary>A longer limit of the procedure, under the next number: from the reply on nobody may answer by the one before.</summary>
    private async Task PublishAsync()
    {
        var source = await File.ReadAllTextAsync(nodes[0].Folder.Procedure(Procedure));
        var text = System.Text.RegularExpressions.Regex.Replace(
            source, "\"limit\": \"\\d+ working days\"", $"\"limit\": \"{20 + (++_edits % 20)} working days\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var request = new PublishProcedureRequest { RequestId = EngineClient.NewId(), Path = $"procedures/{Procedure}.procedure.json", Source = text, Reason = "thử" };
        for (var attempt = 1; attempt <= 20; attempt++)
        {
            try
            {
                if (nodes[_random.Next(nodes.Count)].Client is { } client)
                {
                    var reply = await client.Procedures.PublishProcedureAsync(request, Officer.Administrator().Headers, DateTime.UtcNow.AddSeconds(10));
                    foreach (var revision in reply.Revisions)
                        Volatile.Write(ref history.NewestRevision, Math.Max(history.NewestRevision, History.NumberOf(revision.Revision)));
                    // At once, at every node: from here on none may answer by the revision before.
                    await Task.WhenAll(nodes.Select(node => _publisher.ReceiveAsync(node)));
                    return;
                }
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.Aborted or StatusCode.FailedPrecondition)
            {
                // A folder that was being written when its engine was killed: mended by its next look.
                return;
            }
            catch (Exception e) when (e is RpcException or ObjectDisposedException)
            {
                // Not answered: once more, with the same request id.
            }
            await Task.Delay(100);
        }
    }

    private async Task StepClockAsync()
    {
        try
        {
            if (nodes[0].Client is not { } client)
                return;
            var now = (await client.Simulation.GetClockAsync(new GetClockRequest())).Now.ToDateTimeOffset();
            await client.Simulation.AdvanceClockAsync(new AdvanceClockRequest { To = now.AddHours(_random.Next(1, 40)).ToTimestamp() }, Officer.Desk().Headers);
        }
        catch (Exception e) when (e is RpcException or ObjectDisposedException)
        {
            // Killed meanwhile; the clock is where it is.
        }
    }
}
