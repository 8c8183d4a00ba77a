namespace Tthc.Storage.Dossiers.Postgres;

/// <summary>The statements of a commit as PostgreSQL runs them: each once a batch, over arrays of columns.</summary>
internal static class SetSql
{
    public const string InsertRequests =
        "insert into request (request_id, body_hash, dossier_id, version) select * from unnest($1, $2, $3, $4)";

    private const string Columns = """
        version, status, clock_paused, channel, procedure_revision_id, procedure_code, agency, competent_agency, code,
        filing_code, case_key, submitted_at, received_at, due_at, original_due_at, ended_at, parent_id, state
        """;

    private const string Arrays =
        "unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19";

    public const string InsertDossiers = $"insert into dossier (id, {Columns}) select * from {Arrays})";

    // A column set to what it was counts as unchanged, so a step written in full still touches no index.
    public const string UpdateDossiers = $"""
        update dossier d set version = u.version, status = u.status, clock_paused = u.clock_paused, channel = u.channel,
            procedure_revision_id = u.procedure_revision_id, procedure_code = u.procedure_code, agency = u.agency,
            competent_agency = u.competent_agency, code = u.code, filing_code = u.filing_code, case_key = u.case_key,
            submitted_at = u.submitted_at, received_at = u.received_at, due_at = u.due_at,
            original_due_at = u.original_due_at, ended_at = u.ended_at, parent_id = u.parent_id, state = u.state
        from {Arrays}, $20) as u(id, {Columns}, expected)
        where d.id = u.id and d.version = u.expected
        """;

    /// <summary>State of the error by which a commit gives itself up.</summary>
    public const string GroundMoved = "TTH01";

    /// <summary>All of them, or none and the whole commit with them.</summary>
    public const string UpdateDossiersChecked = $"""
        with updated as ({UpdateDossiers} returning 1) select insist(count(*) = cardinality($1)) as {Sets.Nothing} from updated
        """;

    /// <summary>The rules in force are still those that the batch was decided by.</summary>
    public const string CheckBundle = $"select insist((select coalesce(max(id), 0) from bundle) <= $1) as {Sets.Nothing}";

    public const string DeleteDeadlines = "delete from deadline where dossier_id = any($1)";

    public const string PutDeadlines = """
        insert into deadline (dossier_id, due_at, name) select * from unnest($1, $2, $3)
        on conflict (dossier_id) do update set due_at = excluded.due_at, name = excluded.name, claimed_until = 0
        """;

    public const string DeleteWorkItems = """
        delete from work_item w using unnest($1, $2) as u(dossier_id, token)
        where w.dossier_id = u.dossier_id and w.token = u.token
        """;

    public const string PutWorkItems = """
        insert into work_item (dossier_id, token, agency, step, unit, role, officer, arrived_at, due_at)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (dossier_id, token) do update set agency = excluded.agency, step = excluded.step,
            unit = excluded.unit, role = excluded.role, officer = excluded.officer,
            arrived_at = excluded.arrived_at, due_at = excluded.due_at
        """;

    public const string DeleteSignals = "delete from signal where id = any($1)";

    public const string DeleteSignalsChecked = $"""
        with deleted as ({DeleteSignals} returning 1) select insist(count(*) = cardinality($1)) as {Sets.Nothing} from deleted
        """;

    public const string InsertSignals = """
        insert into signal (id, target_dossier_id, kind, payload)
        select s.id, s.target_dossier_id, s.kind, s.payload
        from unnest($1, $2, $3, $4) with ordinality as s(id, target_dossier_id, kind, payload, place) order by s.place
        """;

    public const string SetNumbers = """
        update code_counter c set last = u.last from unnest($1, $2, $3, $4) as u(agency, day, series, last)
        where c.agency = u.agency and c.day = u.day and c.series = u.series
        """;

    private const string PutMark = """
        on conflict (writer) do update set batch = excluded.batch, base = excluded.base, written_at = excluded.written_at
        """;

    // The head of the feed is the lock that all engines share, so it comes last; the places follow from what it gives.
    public const string InsertEvents = $"""
        with head as (
            update feed_head set position = position + $1 where id = 1 returning position - $1 as base
        ), mark as (
            insert into commit_mark (writer, batch, base, written_at) select $2, $3, base, $4 from head {PutMark}
        ), written as (
            insert into event (position, dossier_id, sequence, recorded_at, occurred_at, procedure_revision_id, kind,
                actor, actor_agency, payload)
            select head.base + e.place, e.dossier_id, e.sequence, e.recorded_at, e.occurred_at, e.procedure_revision_id,
                e.kind, e.actor, e.actor_agency, e.payload
            from head, unnest($5, $6, $7, $8, $9, $10, $11, $12, $13) with ordinality as e(dossier_id, sequence,
                recorded_at, occurred_at, procedure_revision_id, kind, actor, actor_agency, payload, place)
        )
        select base from head
        """;

    public const string MarkOnly =
        $"insert into commit_mark (writer, batch, base, written_at) values ($1, $2, 0, $3) {PutMark}";
}
