using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Tthc.Engine.Dossiers.AtHand;
using Tthc.Engine.Procedures;
using Tthc.Engine.Rules;
using Tthc.Protos.V1;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Procedures;
using Dossier = Tthc.Workflows.Dossiers.Dossier;

namespace Tthc.Engine.Dossiers;

/// <summary>A dossier as callers see it, with what is derived for an instant.</summary>
internal sealed class DossierViews(RuleCatalog rules, DossierShelf shelf)
{
    /// <summary>The reply to an act. What was committed is told even if the caller has lost patience meanwhile.</summary>
    public Task<Protos.V1.Dossier> OfAsync(RunOutcome.Done done) => OfAsync(done.Dossier, done.At, CancellationToken.None);

    public async Task<Protos.V1.Dossier> OfAsync(Dossier dossier, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var published = rules.Loaded(dossier.ProcedureRevision) ?? await rules.PinnedAsync(dossier.ProcedureRevision, cancellation);
        var message = new Protos.V1.Dossier
        {
            Code = dossier.Code ?? "",
            FilingCode = dossier.FilingCode ?? "",
            Version = dossier.Version,
            ProcedureCode = dossier.ProcedureCode,
            ProcedureRevision = await rules.LabelAsync(dossier.ProcedureRevision, cancellation),
            CaseKey = dossier.CaseKey ?? "",
            Status = (Protos.V1.DossierStatus)(int)dossier.Status,
            Channel = (Protos.V1.Channel)(int)dossier.Channel,
            ReceivingAgency = dossier.ReceivingAgency,
            CompetentAgency = dossier.CompetentAgency,
            Applicant = DossierParts.Of(dossier.Applicant),
            Owner = DossierParts.Of(dossier.Owner),
            Subject = dossier.Subject ?? "",
            SubmittedAt = dossier.SubmittedAt?.ToTimestamp(),
            ReceivedAt = dossier.ReceivedAt?.ToTimestamp(),
            OriginalDueAt = dossier.Clock?.OriginalDueAt?.ToTimestamp(),
            DueAt = dossier.Clock?.DueAt?.ToTimestamp(),
            ReappointedAt = dossier.ReappointedAt?.ToTimestamp(),
            AcceptanceDueAt = dossier.AcceptanceDueAt?.ToTimestamp(),
            EndedAt = dossier.EndedAt?.ToTimestamp(),
            EndReason = dossier.EndReason ?? "",
            AsOf = asOf.ToTimestamp(),
        };
        DossierParts.Fill(message, dossier);
        foreach (var finding in dossier.Findings)
            message.Findings.Add(await DossierFindings.OfAsync(finding, rules, cancellation));
        FillTimes(message, dossier, published.Procedure, asOf);
        await FillLinksAsync(message, dossier, cancellation);
        return message;
    }

    private void FillTimes(Protos.V1.Dossier message, Dossier dossier, CompiledProcedure procedure, DateTimeOffset asOf)
    {
        var world = rules.World;
        if (CalendarOf(dossier.CompetentAgency, dossier.ReceivedAt ?? asOf) is { } calendar)
        {
            message.Clock = DossierTimes.ClockOf(dossier, procedure, calendar, asOf);
            message.Lateness = DossierTimes.LatenessOf(dossier, calendar, asOf);
        }
        foreach (var token in dossier.Tokens)
            if (procedure.Steps.TryGetValue(token.Step, out var step))
                message.ActiveSteps.Add(DossierTimes.StepOf(dossier, token, step, token.Agency is null ? null : CalendarOf(token.Agency, token.ArrivedAt), asOf));

        WorkCalendar? CalendarOf(string agency, DateTimeOffset at) => world.CalendarOf(agency, world.DayOf(at));
    }

    private async Task FillLinksAsync(Protos.V1.Dossier message, Dossier dossier, CancellationToken cancellation)
    {
        if (dossier.ParentId is { } parent && await shelf.LoadAsync(parent, cancellation) is { } opener)
            message.ParentCode = opener.Code ?? "";
        foreach (var child in dossier.Children)
        {
            var known = await shelf.LoadAsync(child.Id, cancellation);
            message.Children.Add(new LinkedDossier
            {
                Code = known?.Code ?? "",
                ProcedureCode = child.ProcedureCode,
                Agency = child.Agency,
                Branch = child.Branch,
                Status = (Protos.V1.DossierStatus)(int)(known?.Status ?? child.Status),
            });
        }
    }
}
