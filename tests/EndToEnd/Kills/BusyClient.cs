using Grpc.Core;
using Tthc.EndToEnd.Hosting;

namespace Tthc.EndToEnd.Kills;

/// <summary>A client that acts without pause until the engine goes away under it. Seeded: what it tries is a matter of the seed, what it meets is not.</summary>
internal sealed class BusyClient(int number, int seed, ClientLog log)
{
    private readonly Random _random = new(seed);
    private int _sent;

    public async Task RunAsync(Uri engine)
    {
        using var client = new EngineClient(engine);
        while (await TrySendAsync(client, Next()))
        {
            // One after the other.
        }
    }

    /// <summary>Sends an act and writes down what came of it; false when the engine did not answer.</summary>
    public async Task<bool> TrySendAsync(EngineClient client, Act act)
    {
        try
        {
            log.Done(await act.SendAsync(client));
            return true;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.FailedPrecondition or StatusCode.PermissionDenied or StatusCode.Aborted)
        {
            log.Refused(act);
            return true;
        }
        catch (RpcException e)
        {
            // The connection broke: it may have been done or not.
            Assert.Contains(e.StatusCode, new[] { StatusCode.Unavailable, StatusCode.Cancelled, StatusCode.Internal });
            Assert.NotEqual("internal-error", e.Status.Detail);
            log.Unanswered(act);
            return false;
        }
    }

    private Act Next()
    {
        var id = $"c{number}-{_sent++}-{_random.Next():x}";
        var choice = _random.Next(10);
        if (choice == 0 || !log.Dossiers.TryPeek(out _))
            return new Act(id, ActKind.Receive, Communes.All[_random.Next(Communes.All.Length)], "");
        // A few hot dossiers, so that clients meet on them.
        var known = log.Dossiers.ToArray();
        var (code, agency) = known[_random.Next(Math.Min(known.Length, 40))];
        var kind = choice switch { 1 => ActKind.PassOn, 2 or 3 => ActKind.Claim, 4 => ActKind.Again, _ => ActKind.Advance };
        return new Act(id, kind, agency, code);
    }
}
