using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.Faults;

/// <summary>
/// Acts without pause on a few dossiers that others act on too. Each act has an officer of its own, so that its events tell whose they are; without an answer it is
/// sent again, to any node, with the same request id, until there is one.
/// </summary>
internal sealed class BusyClient(string name, int seed, IReadOnlyList<Node> nodes, RoundDossiers dossiers, History history)
{
    private static readonly StatusCode[] s_refusals = [StatusCode.FailedPrecondition, StatusCode.PermissionDenied, StatusCode.Aborted];
    private static readonly StatusCode[] s_noAnswers = [StatusCode.Unavailable, StatusCode.Cancelled, StatusCode.Internal, StatusCode.DeadlineExceeded, StatusCode.ResourceExhausted];
    private readonly Random _random = new(seed);
    private int _sent;

    /// <summary>Until told to stop; then only what is under way is brought to its end.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (dossiers.Pick(_random) is not { } dossier)
                await ReceiveAsync();
            else if (_random.Next(5) == 0)
                await ReadAsync(dossier);
            else
                await AdvanceAsync(dossier);
        }
    }

    /// <summary>Receives a dossier, first of all at one node.</summary>
    public async Task ReceiveAsync(Node? at = null)
    {
        var agency = Communes.All[_random.Next(Communes.All.Length)];
        var officer = new Officer($"{name}-{_sent++}", agency, "one-stop-officer");
        var request = EngineClient.Receipt(EngineClient.Long, $"{name}-{_sent}-{_random.Next():x}");
        var newest = history.NewestRevision;
        if (await UntilAnsweredAsync(officer, async (client, deadline) =>
            {
                var reply = await client.Dossiers.ReceiveDossierAsync(request, officer.Headers, deadline);
                return (reply.Dossier, reply.Position, "received");
            }, at) is not { } received)
            return;
        dossiers.Add(received.Code, agency);
        // One that had been received before and is told again may be of an older revision.
        if (History.NumberOf(received.ProcedureRevision) < newest)
            history.Violated($"{received.Code} was received by revision {received.ProcedureRevision} although revision {newest} had been answered before");
    }

    private async Task AdvanceAsync((string Code, string Agency) dossier)
    {
        var (role, action) = _random.Next(8) switch { 0 => ("one-stop-officer", ""), 1 => ("civil-status-officer", "again"), 2 => ("chairman", ""), _ => ("civil-status-officer", "") };
        var officer = new Officer($"{name}-{_sent++}", dossier.Agency, role);
        var request = new AdvanceStepRequest { RequestId = $"{name}-{_sent}-{_random.Next():x}", Dossier = dossier.Code, Action = action };
        if (_random.Next(4) == 0)
            request.ExpectedVersion = history.ToldOf(dossier.Code);
        await UntilAnsweredAsync(officer, async (client, deadline) =>
        {
            var reply = await client.Dossiers.AdvanceStepAsync(request, officer.Headers, deadline);
            return (reply.Dossier, reply.Position, "step-advanced");
        });
    }

    private async Task ReadAsync((string Code, string Agency) dossier)
    {
        var atLeast = history.ToldOf(dossier.Code);
        try
        {
            if (Any() is { } client)
            {
                var request = new GetDossierRequest { Dossier = dossier.Code };
                var shown = await client.Dossiers.GetDossierAsync(request, Officer.Desk(dossier.Agency).Headers, DateTime.UtcNow.AddSeconds(10));
                history.Show(dossier.Code, atLeast, shown.Dossier.Version);
            }
        }
        catch (RpcException e) when (s_noAnswers.Contains(e.StatusCode))
        {
            // Shown nothing.
        }
        catch (RpcException e)
        {
            history.Violated($"reading {dossier.Code}: {e.Status}");
        }
    }

    private async Task<Dossier?> UntilAnsweredAsync(Officer officer, Func<EngineClient, DateTime, Task<(Dossier Dossier, long Position, string Kind)>> send, Node? at = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            if ((attempt == 1 && at is not null ? at.Client : Any()) is { } client)
            {
                try
                {
                    var (dossier, position, kind) = await send(client, DateTime.UtcNow.AddSeconds(10));
                    history.Acknowledge(officer.Name, new Acknowledged(dossier.Code, dossier.Version, position, kind), attempt > 1);
                    return attempt == 1 ? dossier : null;
                }
                catch (RpcException e) when (s_refusals.Contains(e.StatusCode))
                {
                    history.Refuse(officer.Name, e.Status.Detail);
                    return null;
                }
                catch (RpcException e) when (s_noAnswers.Contains(e.StatusCode))
                {
                    if (e.Status.Detail == "internal-error")
                        history.Violated($"{officer.Name}: the engine met an error of its own");
                }
                catch (RpcException e)
                {
                    history.Violated($"{officer.Name}: {e.Status}");
                    return null;
                }
                catch (ObjectDisposedException)
                {
                    // The node was killed between the choice and the call.
                }
            }
            await Task.Delay(_random.Next(20, 200));
        }
    }

    private EngineClient? Any() => nodes[_random.Next(nodes.Count)].Client;
}

/// <summary>The dossiers of a round: few, so that clients meet on them.</summary>
internal sealed class RoundDossiers(int most)
{
    private readonly Lock _turn = new();
    private readonly List<(string Code, string Agency)> _known = [];
    private int _promised;

    /// <summary>One of them; null: receive another, there are not enough yet.</summary>
    public (string Code, string Agency)? Pick(Random random)
    {
        lock (_turn)
        {
            // Now and then another one, for the running numbers and the rules in force.
            if (_promised < most || random.Next(20) == 0)
            {
                _promised++;
                return null;
            }
            return _known.Count == 0 ? null : _known[random.Next(Math.Min(_known.Count, most))];
        }
    }

    public void Add(string code, string agency)
    {
        lock (_turn)
            _known.Add((code, agency));
    }
}
