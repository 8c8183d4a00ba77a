using Google.Protobuf.WellKnownTypes;
using Tthc.Protos.V1;

namespace Tthc.Cli.Demo.Misdeeds;

/// <summary>A late dossier's apology: in time or not, complete or not, kept or not.</summary>
internal sealed class Apologies(Stage stage)
{
    public void Plan(PlayedDossier subject, DateTimeOffset due)
    {
        if (subject.Fate.Punctuality != Punctuality.Late)
            return;
        if (!subject.Fate.Apologises)
        {
            stage.Misdeeds.Done(Misdeed.NoApology, subject);
            return;
        }
        var chance = subject.Chance("apology");
        // In time is a working day before; a week-end may lie in between.
        var ahead = Is(Misdeed.LateApology, subject) ? chance.Between(1, 20) : chance.Between(100, 130);
        var first = stage.Offices.After(subject.Latest!.CompetentAgency, due.AddHours(-ahead), 5);
        stage.Later(first, subject, () => ApologiseAsync(subject));
        if (Is(Misdeed.SecondApology, subject))
            stage.Later(stage.Offices.After(subject.Latest.CompetentAgency, due, 240), subject, () => ApologiseAgainAsync(subject));
    }

    private async Task ApologiseAsync(PlayedDossier subject)
    {
        if (Request(subject, out var officer) is not { } request)
            return;
        if (Is(Misdeed.IncompleteApology, subject))
        {
            var incomplete = request.Clone();
            (incomplete.RequestId, incomplete.Reason, incomplete.Signer) = (subject.NextRequestId(), "", "");
            await stage.TryAsync(subject, Misdeed.IncompleteApology, officer, (client, options) => client.IssueApologyAsync(incomplete, options), reply => reply.Dossier);
        }
        if (!subject.Take((await stage.Engine.ActAsync(officer, (client, options) => client.IssueApologyAsync(request, options)))?.Dossier, officer))
            return;
        if (Is(Misdeed.LateApology, subject))
            stage.Misdeeds.Done(Misdeed.LateApology, subject);
        if (Is(Misdeed.BrokenPromise, subject))
            stage.Misdeeds.Done(Misdeed.BrokenPromise, subject);
    }

    private async Task ApologiseAgainAsync(PlayedDossier subject)
    {
        if (subject.Latest!.Apologies.Count > 0 && Request(subject, out var officer) is { } request)
            await stage.TryAsync(subject, Misdeed.SecondApology, officer, (client, options) => client.IssueApologyAsync(request, options), reply => reply.Dossier);
    }

    /// <summary>The slip as it is written today; null when it makes no sense any more.</summary>
    private IssueApologyRequest? Request(PlayedDossier subject, out Officer officer)
    {
        var dossier = subject.Latest!;
        var step = dossier.ActiveSteps.FirstOrDefault(s => s.Role.Length > 0);
        officer = step is null ? IntakeActs.Desk(subject, dossier.ReceivingAgency) : Officer.Of(step, subject);
        if (subject.IsOver || dossier.Status == DossierStatus.Settled || dossier.DueAt is not { } due)
            return null;
        var from = due.ToDateTimeOffset() > stage.Agenda.Now ? due.ToDateTimeOffset() : stage.Agenda.Now;
        // Half the delay is not enough; a day more than the delay is.
        var minutes = Is(Misdeed.BrokenPromise, subject) ? subject.Fate.LateMinutes / 2 : subject.Fate.LateMinutes + 480;
        if (stage.Offices.After(dossier.CompetentAgency, from, minutes) is not { } promised)
            return null;
        return new IssueApologyRequest
        {
            RequestId = subject.NextRequestId(),
            Dossier = subject.Code,
            SlipNumber = $"{subject.Key % 1000}/PXL-{dossier.Apologies.Count + 1}",
            Reason = "Hồ sơ cần xác minh thêm.",
            NewDueAt = Timestamp.FromDateTimeOffset(promised),
            Signer = officer.Id,
        };
    }

    private bool Is(Misdeed misdeed, PlayedDossier subject) => subject.Chance(misdeed.ToString()).Happens(stage.Misdeeds.Rates[misdeed]);
}
