namespace Tthc.Bench.Storage;

/// <summary>The least that a step writes, on the store's own schema.</summary>
internal static class BareStatements
{
    public const string Dossier = """
        update dossier set version = ?2, status = ?3, clock_paused = ?4, procedure_revision_id = ?5, state = ?6,
            deadline_at = ?8, deadline_name = ?9
        where id = ?1 and version = ?7
        """;

    public const string Event = """
        insert into event (position, dossier_id, sequence, recorded_at, occurred_at, procedure_revision_id, kind,
            actor, actor_agency, payload)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """;

    public const string WorkItem = """
        update work_item set step = ?4, unit = ?5, role = ?6, officer = ?7, arrived_at = ?8, due_at = ?9
        where agency = ?1 and dossier_id = ?2 and token = ?3
        """;

    public const string Request =
        "insert into request (request_id, body_hash, dossier_id, version) values (?1, ?2, ?3, ?4)";

    public const string ReadHead = "select position from feed_head where id = 1";
    public const string WriteHead = "update feed_head set position = ?1 where id = 1";

    public static long Micros(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10;

    /// <summary>The values of each statement for one step, in the order they are written.</summary>
    public static IEnumerable<(string Sql, object?[] Values)> Of(Tthc.Storage.Dossiers.CommitUnit unit, long position)
    {
        var write = unit.Writes[0];
        var row = write.Row;
        var added = write.Events[0];
        var item = write.WorkItems[0];
        yield return (Dossier, [row.Id, (long)row.Version, (long)row.Status, row.ClockPaused ? 1L : 0L,
            row.ProcedureRevisionId, row.State, (long)write.ExpectedVersion,
            Micros(write.Deadline!.DueAt), write.Deadline.Name]);
        yield return (Event, [position, row.Id, (long)added.Sequence, Micros(added.RecordedAt), Micros(added.OccurredAt),
            added.ProcedureRevisionId, added.Kind, added.Actor, added.ActorAgency, added.Payload]);
        yield return (WorkItem, [item.Agency, row.Id, (long)item.Token, item.Step, item.Unit, item.Role, item.Officer,
            Micros(item.ArrivedAt), Micros(item.DueAt!.Value)]);
        yield return (Request, [unit.Request!.RequestId, unit.Request.BodyHash, unit.Request.DossierId, (long)unit.Request.Version]);
    }
}
