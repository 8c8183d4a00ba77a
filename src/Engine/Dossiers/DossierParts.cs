using Google.Protobuf.WellKnownTypes;
using Tthc.Engine.Procedures;
using Tthc.Protos.V1;
using Dossier = Tthc.Workflows.Dossiers.Dossier;

namespace Tthc.Engine.Dossiers;

/// <summary>The parts of a dossier that are shown as they stand.</summary>
internal static class DossierParts
{
    public static Party? Of(Workflows.Dossiers.Party? party) => party is null
        ? null
        : new Party
        {
            Name = party.Name,
            IdNumber = party.IdNumber ?? "",
            Address = party.Address ?? "",
            Phone = party.Phone ?? "",
            Email = party.Email ?? "",
            IsOrganisation = party.IsOrganisation,
        };

    public static void Fill(Protos.V1.Dossier message, Dossier dossier)
    {
        foreach (var paper in dossier.Papers)
            message.Papers.Add(new DossierPaper { Key = paper.Key, Originals = paper.Originals, Certified = paper.Certified, Copies = paper.Copies });
        foreach (var fact in dossier.Facts)
            message.Facts.Add(new FactValue { Name = fact.Name, Value = fact.Value });
        foreach (var request in dossier.Supplements)
            message.Supplements.Add(Of(request));
        foreach (var notice in dossier.Payments)
            message.Payments.Add(new Payment
            {
                NoticeNumber = notice.NoticeNumber,
                Amount = notice.Amount,
                RequestedAt = notice.RequestedAt.ToTimestamp(),
                ConfirmedAt = notice.ConfirmedAt?.ToTimestamp(),
                ReceiptNumber = notice.ReceiptNumber ?? "",
            });
        foreach (var row in dossier.Pauses)
            message.Pauses.Add(Of(row));
        foreach (var slip in dossier.Apologies)
            message.Apologies.Add(new Apology
            {
                SlipNumber = slip.SlipNumber,
                Reason = slip.Reason,
                NewDueAt = slip.NewDueAt.ToTimestamp(),
                Signer = slip.Signer,
                FaultAgency = slip.FaultAgency,
                IssuedAt = slip.IssuedAt.ToTimestamp(),
            });
        foreach (var phase in dossier.Phases)
            message.Phases.Add(new PhaseClock { Phase = phase.Phase, StartedAt = phase.Clock.ArrivedAt.ToTimestamp(), DueAt = phase.DueAt?.ToTimestamp() });
        foreach (var use in dossier.Agencies)
            message.AgencyTimes.Add(new AgencyTime { Agency = use.Agency, UsedMinutes = (long)use.Used.TotalMinutes, LateMinutes = use.LateMinutes });
        FillEnd(message, dossier);
    }

    private static void FillEnd(Protos.V1.Dossier message, Dossier dossier)
    {
        if (dossier.Result is { } result)
            message.Result = new DossierResult
            {
                Number = result.Number,
                Date = Dates.Of(result.Date),
                File = result.File,
                Kind = result.Kind ?? "",
                Abstract = result.Abstract ?? "",
                Signer = result.Signer ?? "",
            };
        if (dossier.Handover is { } handover)
            message.Handover = new ResultHandover
            {
                Receiver = handover.Receiver ?? "",
                Channel = (Channel)(int)handover.Channel,
                Reference = handover.Reference ?? "",
                HandedOverAt = handover.HandedOverAt.ToTimestamp(),
            };
    }

    private static Supplement Of(Workflows.Dossiers.SupplementRequest request)
    {
        var message = new Supplement
        {
            Number = request.Number,
            Reason = request.Reason,
            SlipNumber = request.SlipNumber,
            RequestedBy = request.RequestedBy,
            RequestedAt = request.RequestedAt.ToTimestamp(),
            AnswerDueAt = request.AnswerDueAt?.ToTimestamp(),
            ReceivedAt = request.ReceivedAt?.ToTimestamp(),
            OfficerFault = request.OfficerFault,
        };
        message.Papers.Add(request.Papers.Items);
        return message;
    }

    private static ClockPause Of(Workflows.Dossiers.PauseRow row) => new()
    {
        Kind = row.Kind.ToString().ToLowerInvariant(),
        Ground = row.Ground,
        Actor = row.Actor,
        From = row.From.ToTimestamp(),
        Until = row.Until?.ToTimestamp(),
        DueBefore = row.DueBefore?.ToTimestamp(),
        DueAfter = row.DueAfter?.ToTimestamp(),
        Restarted = row.Restarted,
    };
}
