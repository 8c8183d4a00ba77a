using System.Collections.Immutable;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Bundles;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Facts;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Findings.Testing;

/// <summary>
/// A dossier sketched in a few lines, for tests of rules: what is not said is ordinary. Procedure, calendar and policy are those of the bundle, so due moments
/// and working time are the real ones; what the engine itself would refuse can be sketched too, because rules must find it in dossiers of older systems.
/// </summary>
/// <param name="bundle">Procedures, calendars, agencies, policies.</param>
public sealed class DossierSketch(RuleBundle bundle)
{
    /// <summary>Offset of local time in sketches.</summary>
    public TimeSpan LocalOffset => bundle.Calendars.Values.FirstOrDefault()?.Definition.UtcOffset ?? TimeSpan.Zero;

    /// <summary>The facts of a sketch.</summary>
    /// <returns>Null when something was reported.</returns>
    public ComplianceFacts? Read(JsonCursor given)
    {
        if (given.Object() is not { } body)
            return null;
        var reader = new SketchReader(LocalOffset);
        var received = reader.Moment(body, "receivedAt");
        var submitted = reader.Moment(body, "submittedAt");
        var day = DateOnly.FromDateTime((received ?? submitted ?? DateTimeOffset.UnixEpoch).ToOffset(LocalOffset).DateTime);
        if (ProcedureOf(body, day) is not { } procedure || Office(body, day) is not { } office)
        {
            body.Finish();
            return null;
        }
        var dossier = StateOf(body, reader, new Blank(procedure, received, submitted, office));
        var acts = ActsOf(body, reader, dossier, reader.Moment(body, "receiptRecordedAt"));
        var tallies = new Tallies(
            body.Object("officer", part => Finished(part, SketchReader.Officer(part, office.Agency))), body.Object("agencyMonth", part => Finished(part, SketchReader.Agency(part, office.Agency))));
        foreach (var step in (dossier?.Steps.Items ?? []).Select(u => u.Step).Concat((dossier?.Tokens.Items ?? []).Select(t => t.Step)))
            if (!procedure.Steps.ContainsKey(step))
                given.Report(SketchDiagnostics.UnknownStep, procedure.Code, step);
        return body.Finish() && dossier is not null ? new ComplianceFacts(dossier, new FactSources(procedure, office.Calendar, bundle.PolicyFor(day), acts) { Tallies = tallies }) : null;
    }

    private CompiledProcedure? ProcedureOf(ObjectReader body, DateOnly day)
    {
        if (body.RequiredString("procedure") is not { } code)
            return null;
        if (bundle.FindProcedure(code.Value, day) is { } procedure)
            return procedure;
        body.Cursor.Bag.Report(code.Problem(SketchDiagnostics.UnknownProcedure, code.Value, day.ToString("O")));
        return null;
    }

    /// <summary>The agency named, or the first with a calendar that reaches that day, those with nobody above them before all others.</summary>
    private AgencyOffice? Office(ObjectReader body, DateOnly day)
    {
        if (body.OptionalString("agency") is { } name)
        {
            if (bundle.CalendarFor(name.Value, day) is { } calendar)
                return new AgencyOffice(name.Value, calendar);
            body.Cursor.Bag.Report(name.Problem(SketchDiagnostics.UnknownAgency, name.Value, day.ToString("O")));
            return null;
        }
        foreach (var agency in bundle.Agencies.Agencies.OrderBy(a => a.Parent is not null))
            if (agency.ExistsOn(day) && bundle.CalendarFor(agency.Id, day) is { } calendar && calendar.Covers(day))
                return new AgencyOffice(agency.Id, calendar);
        body.Cursor.Report(SketchDiagnostics.NoCalendar, day.ToString("O"));
        return null;
    }

    private static Dossier? StateOf(ObjectReader body, SketchReader reader, Blank blank)
    {
        var ended = reader.Moment(body, "endedAt");
        var caseKey = body.OptionalString("case")?.Value;
        return new Dossier
        {
            Id = 1,
            Version = 1,
            Code = body.OptionalString("code")?.Value ?? (blank.ReceivedAt is null ? null : $"{blank.Office.Agency}-{blank.ReceivedAt.Value.ToOffset(blank.Offset):yyMMdd}-0001"),
            ProcedureCode = blank.Procedure.Code,
            CaseKey = caseKey,
            Status = SketchReader.Status(body),
            Channel = SketchReader.ChannelOf(body),
            ReceivingAgency = blank.Office.Agency,
            CompetentAgency = blank.Office.Agency,
            SubmittedAt = blank.SubmittedAt,
            AcceptanceDueAt = reader.Moment(body, "acceptanceDueAt"),
            ReceivedAt = blank.ReceivedAt,
            EndedAt = ended,
            EndRecordedAt = reader.Moment(body, "endRecordedAt") ?? ended,
            EndReason = body.OptionalString("endReason")?.Value,
            Clock = ClockOf(body, reader, blank, caseKey),
            ReappointedAt = reader.Moment(body, "reappointedAt"),
            Papers = SketchReader.Papers(body),
            Supplements = SketchReader.Numbered(body, "supplements", reader.Supplement),
            Payments = SketchReader.Numbered(body, "payments", reader.Payment),
            Pauses = SketchReader.Numbered(body, "pauses", (part, _) => reader.Pause(part)),
            Apologies = SketchReader.Numbered(body, "apologies", reader.Apology),
            Steps = SketchReader.Numbered(body, "steps", (part, _) => SketchReader.Step(part)),
            Tokens = SketchReader.Numbered(body, "positions", reader.Position),
            Findings = SketchReader.Numbered(body, "findings", reader.Finding),
            Result = body.Object("result", part => Finished(part, SketchReader.Result(part))),
            Handover = body.Object("handover", part => Finished(part, reader.Handover(part))),
        };
    }

    private static Clock? ClockOf(ObjectReader body, SketchReader reader, Blank blank, string? caseKey)
    {
        var (due, paused) = (reader.Moment(body, "dueAt"), reader.Moment(body, "pausedAt"));
        if (blank.ReceivedAt is not { } received)
            return null;
        var limit = (blank.Procedure.FindCase(caseKey) ?? blank.Procedure.DefaultCase).Promised;
        var policy = new DuePolicy(blank.Procedure.DueTimeOfDay, blank.Procedure.LateFilingCutOff);
        if (!Clock.Start(limit, policy, blank.Office.Calendar, received).TryGet(out var clock, out _))
            return null;
        if (due is { } said)
            clock = clock with { DueAt = said, OriginalDueAt = said, LateFrom = blank.Office.Calendar.EndOfDay(blank.Office.Calendar.LocalDate(said)) };
        return paused is { } since ? clock.Pause(since) : clock;
    }

    private static ImmutableArray<EventFacts> ActsOf(ObjectReader body, SketchReader reader, Dossier? dossier, DateTimeOffset? recordedAt)
    {
        var told = SketchReader.Numbered(body, "events", reader.Event);
        if (dossier?.ReceivedAt is not { } received || told.Items.Any(e => e.Kind == "received"))
            return told.Items;
        var receipt = EventFacts.Sketched(
            0, "received", recordedAt ?? received, received, "reception", dossier.ReceivingAgency,
            new EventDetails(null, null, null, null, [.. dossier.Papers.Items.Select(p => p.Key)]));
        return [receipt, .. told.Items];
    }

    private static T? Finished<T>(ObjectReader part, T? value)
    {
        part.Finish();
        return value;
    }

    private sealed record AgencyOffice(string Agency, WorkCalendar Calendar);

    private sealed record Blank(CompiledProcedure Procedure, DateTimeOffset? ReceivedAt, DateTimeOffset? SubmittedAt, AgencyOffice Office)
    {
        public TimeSpan Offset => Office.Calendar.Definition.UtcOffset;
    }
}
