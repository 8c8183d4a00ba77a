using Npgsql;
using Tthc.Storage.Database;

namespace Tthc.Storage.Dossiers.Postgres;

/// <summary>The round trip of a commit that writes: everything of a plan, the head of the feed last.</summary>
internal static class CommitWrites
{
    private const string Base = "base";

    /// <summary>Runs statements that open the round trip, writes a plan and runs a statement that closes the round trip.</summary>
    /// <returns>The position after which the plan's events stand; 0 when it has none.</returns>
    /// <exception cref="PostgresException">With <see cref="SetSql.GroundMoved"/>: what an assumed plan stands on is no longer so.</exception>
    public static async Task<long> WriteAsync(
        NpgsqlConnection connection, CommitPlan plan, MarkedBatch mark, string closing, params NpgsqlBatchCommand[] opening)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in opening)
            batch.BatchCommands.Add(command);
        AddDossiers(batch, plan);
        AddDeadlines(batch, plan.Dossiers.Values);
        AddWorkItems(batch, plan.Dossiers.Values);
        AddSignals(batch, plan);
        AddRequests(batch, plan.Requests);
        AddNumbers(batch, [.. plan.Numbers]);
        batch.BatchCommands.Add(plan.Events.Count == 0 ? mark.Only() : Events(plan.Events, mark));
        batch.BatchCommands.Add(Sets.Command(closing));
        await using var reader = await batch.ExecuteReaderAsync();
        var head = 0L;
        do
        {
            // An error of a later statement comes here.
            if (reader.FieldCount > 0 && reader.GetName(0) == Base && await reader.ReadAsync())
                head = reader.GetInt64(0);
        }
        while (await reader.NextResultAsync());
        return head;
    }

    // In one order everywhere: of two engines that carry out the same requests one waits for the other, never each for each.
    private static void AddRequests(NpgsqlBatch batch, List<RequestRow> rows)
    {
        rows.Sort((a, b) => string.CompareOrdinal(a.RequestId, b.RequestId));
        if (rows.Count > 0)
            batch.BatchCommands.Add(Sets.Command(
                SetSql.InsertRequests, Sets.Column(rows, r => r.RequestId), Sets.Column(rows, r => r.BodyHash),
                Sets.Column(rows, r => r.DossierId), Sets.Column(rows, r => r.Version)));
    }

    private static void AddDossiers(NpgsqlBatch batch, CommitPlan plan)
    {
        var changes = plan.Dossiers.Values;
        var (made, moved) = (changes.Where(c => c.BaseVersion == 0).ToList(), changes.Where(c => c.BaseVersion > 0).ToList());
        if (made.Count > 0)
            batch.BatchCommands.Add(Dossiers(SetSql.InsertDossiers, made));
        if (moved.Count == 0)
            return;
        var update = Dossiers(plan.IsAssumed ? SetSql.UpdateDossiersChecked : SetSql.UpdateDossiers, moved);
        update.Parameters.Add(Sets.Column(moved, c => c.BaseVersion));
        batch.BatchCommands.Add(update);
    }

    private static NpgsqlBatchCommand Dossiers(string sql, List<DossierChange> changes)
    {
        var rows = changes.ConvertAll(change => change.Row);
        return Sets.Command(
            sql, Sets.Column(rows, r => r.Id), Sets.Column(rows, r => r.Version), Sets.Column(rows, r => r.Status),
            Sets.Column(rows, r => r.ClockPaused ? 1 : 0), Sets.Column(rows, r => r.Channel),
            Sets.Column(rows, r => r.ProcedureRevisionId), Sets.Column(rows, r => r.ProcedureCode),
            Sets.Column(rows, r => r.Agency), Sets.Column(rows, r => r.CompetentAgency), Sets.Column(rows, r => r.Code),
            Sets.Column(rows, r => r.FilingCode), Sets.Column(rows, r => r.CaseKey),
            Sets.Column(rows, r => Instants.ToMicroseconds(r.SubmittedAt)), Sets.Column(rows, r => Instants.ToMicroseconds(r.ReceivedAt)),
            Sets.Column(rows, r => Instants.ToMicroseconds(r.DueAt)), Sets.Column(rows, r => Instants.ToMicroseconds(r.OriginalDueAt)),
            Sets.Column(rows, r => Instants.ToMicroseconds(r.EndedAt)), Sets.Column(rows, r => r.ParentId),
            Sets.Column(rows, r => r.State));
    }

    private static void AddDeadlines(NpgsqlBatch batch, IReadOnlyCollection<DossierChange> changes)
    {
        var gone = changes.Where(c => c is { DeadlineChanged: true, Deadline: null, BaseVersion: > 0 }).ToList();
        if (gone.Count > 0)
            batch.BatchCommands.Add(Sets.Command(SetSql.DeleteDeadlines, Sets.Column(gone, c => c.Row.Id)));
        var put = changes.Where(c => c.Deadline is not null).ToList();
        if (put.Count > 0)
            batch.BatchCommands.Add(Sets.Command(
                SetSql.PutDeadlines, Sets.Column(put, c => c.Row.Id),
                Sets.Column(put, c => Instants.ToMicroseconds(c.Deadline!.DueAt)), Sets.Column(put, c => c.Deadline!.Name)));
    }

    private static void AddWorkItems(NpgsqlBatch batch, IReadOnlyCollection<DossierChange> changes)
    {
        var items = changes.SelectMany(c => c.WorkItems.Select(i => (c.Row.Id, Token: i.Key, Item: i.Value, c.BaseVersion))).ToList();
        var gone = items.Where(i => i.Item is null && i.BaseVersion > 0).ToList();
        if (gone.Count > 0)
            batch.BatchCommands.Add(Sets.Command(SetSql.DeleteWorkItems, Sets.Column(gone, i => i.Id), Sets.Column(gone, i => i.Token)));
        var put = items.Where(i => i.Item is not null).Select(i => (i.Id, Item: i.Item!)).ToList();
        if (put.Count > 0)
            batch.BatchCommands.Add(Sets.Command(
                SetSql.PutWorkItems, Sets.Column(put, i => i.Id), Sets.Column(put, i => i.Item.Token),
                Sets.Column(put, i => i.Item.Agency), Sets.Column(put, i => i.Item.Step), Sets.Column(put, i => i.Item.Unit),
                Sets.Column(put, i => i.Item.Role), Sets.Column(put, i => i.Item.Officer),
                Sets.Column(put, i => Instants.ToMicroseconds(i.Item.ArrivedAt)), Sets.Column(put, i => Instants.ToMicroseconds(i.Item.DueAt))));
    }

    private static void AddSignals(NpgsqlBatch batch, CommitPlan plan)
    {
        if (plan.Consumed.Count > 0)
            batch.BatchCommands.Add(Sets.Command(plan.IsAssumed ? SetSql.DeleteSignalsChecked : SetSql.DeleteSignals, Sets.Column(plan.Consumed, id => id)));
        if (plan.Sent.Count > 0)
            batch.BatchCommands.Add(Sets.Command(
                SetSql.InsertSignals, Sets.Column(plan.Sent, s => s.Id), Sets.Column(plan.Sent, s => s.TargetDossierId),
                Sets.Column(plan.Sent, s => s.Kind), Sets.Column(plan.Sent, s => s.Payload)));
    }

    private static void AddNumbers(NpgsqlBatch batch, List<KeyValuePair<CodeRequest, int>> numbers)
    {
        if (numbers.Count > 0)
            batch.BatchCommands.Add(Sets.Command(
                SetSql.SetNumbers, Sets.Column(numbers, n => n.Key.Agency), Sets.Column(numbers, n => Instants.ToText(n.Key.Date)),
                Sets.Column(numbers, n => (int)n.Key.Series), Sets.Column(numbers, n => n.Value)));
    }

    private static NpgsqlBatchCommand Events(List<(long DossierId, EventRow Row)> events, MarkedBatch mark) => Sets.Command(
        SetSql.InsertEvents, Sets.Value((long)events.Count), Sets.Value(mark.Writer), Sets.Value(mark.Number), Sets.Value(mark.At),
        Sets.Column(events, e => e.DossierId), Sets.Column(events, e => e.Row.Sequence),
        Sets.Column(events, e => Instants.ToMicroseconds(e.Row.RecordedAt)), Sets.Column(events, e => Instants.ToMicroseconds(e.Row.OccurredAt)),
        Sets.Column(events, e => e.Row.ProcedureRevisionId), Sets.Column(events, e => e.Row.Kind),
        Sets.Column(events, e => e.Row.Actor), Sets.Column(events, e => e.Row.ActorAgency), Sets.Column(events, e => e.Row.Payload));
}
