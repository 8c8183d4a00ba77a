using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Kills;

/// <summary>One act as a client sent it; sent again it is the same request.</summary>
internal sealed record Act(string RequestId, ActKind Kind, string Agency, string Dossier)
{
    public string EventKind => Kind switch
    {
        ActKind.Receive => "received",
        ActKind.Claim => "step-claimed",
        _ => "step-advanced",
    };

    /// <summary>Sends it; the reply in short.</summary>
    /// <exception cref="RpcException">The engine refused or went away.</exception>
    public async Task<Acknowledged> SendAsync(EngineClient client)
    {
        switch (Kind)
        {
            case ActKind.Receive:
                var received = await client.Dossiers.ReceiveDossierAsync(EngineClient.Receipt(EngineClient.Long, RequestId), Officer.Desk(Agency).Headers);
                return Of(received.Dossier, received.Position, received.Replayed);
            case ActKind.Claim:
                var claim = new ClaimStepRequest { RequestId = RequestId, Dossier = Dossier };
                var claimed = await client.Dossiers.ClaimStepAsync(claim, Officer.Examiner(Agency).Headers);
                return Of(claimed.Dossier, claimed.Position, claimed.Replayed);
            default:
                var advance = new AdvanceStepRequest { RequestId = RequestId, Dossier = Dossier, Action = Kind == ActKind.Again ? "again" : "" };
                var who = Kind == ActKind.PassOn ? Officer.Desk(Agency) : Officer.Examiner(Agency);
                var advanced = await client.Dossiers.AdvanceStepAsync(advance, who.Headers);
                return Of(advanced.Dossier, advanced.Position, advanced.Replayed);
        }
    }

    private Acknowledged Of(Dossier dossier, long position, bool replayed) => new(this, dossier.Code, dossier.Version, position, replayed);
}

internal enum ActKind
{
    Receive,
    PassOn,
    Claim,
    Advance,
    Again,
}

/// <summary>An act that the engine said was done.</summary>
internal sealed record Acknowledged(Act Act, string Dossier, long Version, long Position, bool Replayed);
