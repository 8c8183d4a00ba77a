using System.Text;
using Google.Protobuf.WellKnownTypes;
using Tthc.Engine.Rules;
using Tthc.Protos.V1;
using Tthc.Storage.Dossiers;

namespace Tthc.Engine.Feed;

/// <summary>Events as callers see them.</summary>
internal sealed class FeedMessages(RuleCatalog rules)
{
    public async ValueTask<DossierEvent> OfAsync(RecordedEvent read, string receivingAgency, string procedureCode, string fallbackCode, CancellationToken cancellation) => new()
    {
        Position = read.Position,
        DossierCode = read.Code ?? fallbackCode,
        Sequence = read.Event.Sequence,
        Kind = read.Event.Kind,
        RecordedAt = read.Event.RecordedAt.ToTimestamp(),
        OccurredAt = read.Event.OccurredAt.ToTimestamp(),
        Actor = read.Event.Actor,
        Agency = read.Event.ActorAgency,
        ProcedureRevision = await rules.LabelAsync(read.Event.ProcedureRevisionId, cancellation),
        PayloadJson = Encoding.UTF8.GetString(read.Event.Payload),
        ProcedureCode = procedureCode,
        ReceivingAgency = receivingAgency,
    };
}
