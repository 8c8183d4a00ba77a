using Google.Protobuf.WellKnownTypes;
using Tthc.Cli.Demo.Misdeeds;
using Tthc.Protos.V1;

namespace Tthc.Cli.Demo;

/// <summary>Handing in: at the counter, by post, or online and accepted later.</summary>
internal sealed class IntakeActs(Stage stage)
{
    public Task HandInAsync(PlayedDossier subject, Arrival arrival) =>
        arrival.Channel == Channel.Online ? SubmitAsync(subject, arrival) : ReceiveAsync(subject, arrival);

    public async Task AcceptAsync(PlayedDossier subject)
    {
        var desk = Desk(subject, subject.Latest!.ReceivingAgency);
        if (subject.Chance("decline").Happens(subject.Misdeed == Misdeed.LateAcceptance ? 0.3 : 0.01))
        {
            var declined = new DeclineDossierRequest { RequestId = subject.NextRequestId(), Dossier = subject.Code, Reason = "Không thuộc thẩm quyền giải quyết.", SlipNumber = $"{subject.Key % 1000}/PTC" };
            await stage.DareAsync(subject, Misdeed.LateAcceptance, desk, (client, options) => client.DeclineDossierAsync(declined, options), reply => reply.Dossier);
            return;
        }
        var request = new ReceiveDossierRequest { RequestId = subject.NextRequestId(), FilingCode = subject.Latest.FilingCode };
        await stage.DareAsync(subject, Misdeed.LateAcceptance, desk, (client, options) => client.ReceiveDossierAsync(request, options), reply => reply.Dossier);
    }

    private async Task SubmitAsync(PlayedDossier subject, Arrival arrival)
    {
        var portal = Officer.Portal(arrival.Agency.Id);
        var request = new SubmitDossierRequest
        {
            RequestId = subject.NextRequestId(),
            ProcedureCode = arrival.Procedure.Code,
            CaseKey = arrival.CaseKey ?? "",
            Agency = arrival.Agency.Id,
            Applicant = Applicants.Draw(subject.Chance("applicant")),
            Subject = arrival.Procedure.Name.Vietnamese,
        };
        request.Papers.AddRange(Papers(arrival));
        request.Facts.AddRange(OpenWays.Facts(arrival));
        subject.Take((await stage.Engine.ActAsync(portal, (client, options) => client.SubmitDossierAsync(request, options)))?.Dossier, portal);
    }

    private async Task ReceiveAsync(PlayedDossier subject, Arrival arrival)
    {
        var desk = Desk(subject, arrival.Agency.Id);
        var request = Receipt(subject, arrival);
        request.OccurredAt = subject.Misdeed == Misdeed.LateReceipt ? arrival.At.ToTimestamp() : null;
        await stage.DareAsync(subject, Misdeed.LateReceipt, desk, (client, options) => client.ReceiveDossierAsync(request, options), reply => reply.Dossier);
    }

    /// <summary>What is handed in at the counter or by post.</summary>
    public static ReceiveDossierRequest Receipt(PlayedDossier subject, Arrival arrival)
    {
        var request = new ReceiveDossierRequest
        {
            RequestId = subject.NextRequestId(),
            ProcedureCode = arrival.Procedure.Code,
            CaseKey = arrival.CaseKey ?? "",
            Agency = arrival.Agency.Id,
            Applicant = Applicants.Draw(subject.Chance("applicant")),
            Subject = arrival.Procedure.Name.Vietnamese,
            Channel = arrival.Channel,
        };
        request.Papers.AddRange(Papers(arrival));
        request.Facts.AddRange(OpenWays.Facts(arrival));
        return request;
    }

    /// <summary>The officer at the counter.</summary>
    public static Officer Desk(PlayedDossier subject, string agency)
    {
        var role = subject.Procedure.Steps[subject.Procedure.Start].Role ?? "";
        return new(subject.Account ?? Officer.Name(agency, role, subject.Key), agency, "", role);
    }

    private static IEnumerable<DossierPaper> Papers(Arrival arrival) =>
        arrival.Procedure.PapersFor(arrival.CaseKey).OrderBy(p => p.Key, StringComparer.Ordinal)
            .Where(p => !p.Optional || Chance.For(arrival.Key, "paper " + p.Key).Happens(0.3)).Select(WayChoice.Of);
}
