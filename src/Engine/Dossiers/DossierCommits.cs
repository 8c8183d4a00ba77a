using System.Collections.Immutable;
using System.Text.Json;
using Tthc.Storage.Deadlines;
using Tthc.Storage.Dossiers;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;
using RecordedEvent = Tthc.Workflows.Dossiers.Events.RecordedEvent;

namespace Tthc.Engine.Dossiers;

/// <summary>A transition as rows: what one commit writes.</summary>
internal static class DossierCommits
{
    /// <summary>The unit of a transition with the dossiers it opens and the signal it sends.</summary>
    /// <param name="transition">The transition.</param>
    /// <param name="bundle">The rules it was decided by.</param>
    /// <param name="request">The request carried out; null where the cause has none.</param>
    /// <param name="consumedSignal">The signal carried out; null where it is none.</param>
    /// <param name="numbered">Told each transition as it was numbered.</param>
    public static CommitUnit UnitOf(
        DossierTransition transition, long bundle, RequestRow? request, string? consumedSignal, Action<DossierTransition> numbered)
    {
        var unit = new CommitUnit { Bundle = bundle, Request = request, ConsumedSignal = consumedSignal, Signals = Signals(transition) };
        var coded = ImmutableArray.CreateBuilder<CodedWrite>();
        if (transition.NeedsCode)
            coded.Add(Coded(transition, numbered));
        else
            unit = unit with { Writes = [WriteOf(transition)] };
        foreach (var child in transition.Children)
            coded.Add(Coded(child, numbered));
        return unit with { CodedWrites = coded.ToImmutable() };
    }

    private static CodedWrite Coded(DossierTransition transition, Action<DossierTransition> numbered)
    {
        var after = transition.After;
        var filing = transition.Act?.Event is Submitted;
        var day = DayOf(transition);
        var series = filing ? CodeSeries.Filing : CodeSeries.Dossier;
        return new CodedWrite(new CodeRequest(after.ReceivingAgency, day, series), sequence =>
        {
            var complete = transition.Numbered(CodeOf(after.ReceivingAgency, day, sequence, filing));
            numbered(complete);
            return WriteOf(complete);
        });
    }

    /// <summary>agency-yymmdd-sequence, at least four digits; a filing has an N (nộp) before its number, so that receipts alone make an unbroken series.</summary>
    private static string CodeOf(string agency, DateOnly day, int sequence, bool filing) =>
        filing ? $"{agency}-{day:yyMMdd}-N{sequence:D4}" : $"{agency}-{day:yyMMdd}-{sequence:D4}";

    private static DateOnly DayOf(DossierTransition transition) =>
        DateOnly.FromDateTime(transition.OccurredAt.ToOffset(transition.LocalOffset).DateTime);

    private static DossierWrite WriteOf(DossierTransition transition)
    {
        var after = transition.After;
        var (removed, changed) = WorkItemChanges(transition);
        var deadline = transition.Deadline is { } planned ? new DeadlineRow(planned.At, planned.Name) : null;
        return new DossierWrite
        {
            Row = RowOf(after),
            ExpectedVersion = transition.Before.Version,
            Events = [.. transition.Events.Select(EventOf)],
            RemovedTokens = removed,
            WorkItems = changed,
            DeadlineChanged = transition.DeadlineBefore != transition.Deadline || transition.Before.Version == 0,
            Deadline = deadline,
        };
    }

    private static EventRow EventOf(RecordedEvent recorded) => new()
    {
        Sequence = recorded.Sequence,
        Kind = EventKinds.KindOf(recorded.Event),
        RecordedAt = recorded.RecordedAt,
        OccurredAt = recorded.OccurredAt,
        Actor = recorded.Actor,
        ActorAgency = recorded.ActorAgency,
        ProcedureRevisionId = recorded.ProcedureRevision,
        Payload = EventKinds.Write(recorded.Event),
    };

    private static DossierRow RowOf(Dossier after) => new()
    {
        Id = after.Id,
        Code = after.Code,
        FilingCode = after.FilingCode,
        Version = after.Version,
        ProcedureCode = after.ProcedureCode,
        ProcedureRevisionId = after.ProcedureRevision,
        CaseKey = after.CaseKey,
        Agency = after.ReceivingAgency,
        CompetentAgency = after.CompetentAgency,
        Status = (int)after.Status,
        Channel = (int)after.Channel,
        SubmittedAt = after.SubmittedAt,
        ReceivedAt = after.ReceivedAt,
        DueAt = after.Clock?.DueAt,
        OriginalDueAt = after.Clock?.OriginalDueAt,
        EndedAt = after.EndedAt,
        ClockPaused = after.Clock?.PausedAt is not null,
        ParentId = after.ParentId,
        State = DossierJson.Write(after),
    };

    private static (ImmutableArray<int> Removed, ImmutableArray<WorkItemRow> Changed) WorkItemChanges(DossierTransition transition)
    {
        var before = transition.WorkItemsBefore;
        var after = transition.WorkItems;
        var removed = ImmutableArray.CreateBuilder<int>();
        var changed = ImmutableArray.CreateBuilder<WorkItemRow>();
        foreach (var item in before)
            if (!after.Any(a => a.Token == item.Token))
                removed.Add(item.Token);
        foreach (var item in after)
            if (!before.Contains(item))
                changed.Add(new WorkItemRow
                {
                    Token = item.Token,
                    Step = item.Step,
                    Agency = item.Agency,
                    Unit = item.Unit,
                    Role = item.Role,
                    Officer = item.Officer,
                    ArrivedAt = item.ArrivedAt,
                    DueAt = item.DueAt,
                });
        return (removed.DrainToImmutable(), changed.DrainToImmutable());
    }

    private static ImmutableArray<SignalRow> Signals(DossierTransition transition)
    {
        if (!transition.EndsForParent)
            return [];
        var after = transition.After;
        var payload = JsonSerializer.SerializeToUtf8Bytes(new ChildEndedSignal(after.Id, (int)after.Status, after.EndedAt ?? transition.OccurredAt), SignalJson.Default.ChildEndedSignal);
        return [new SignalRow($"child-ended:{after.Id}:{after.Version}", after.ParentId!.Value, ChildEndedSignal.Kind, payload)];
    }
}
