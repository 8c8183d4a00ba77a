namespace Tthc.Storage.Dossiers.Sqlite;

/// <summary>
/// The statements of a commit as SQLite runs them: one execution a row, by position, prepared once.
/// </summary>
internal static class CommitSql
{
    public const string Begin = "begin immediate";
    public const string Commit = "commit";
    public const string Rollback = "rollback";
    public const string BeginUnit = "savepoint unit";
    public const string EndUnit = "release unit";
    public const string RollbackUnit = "rollback to unit";

    public const string FindRequest = "select dossier_id, version, body_hash from request where request_id = ?1";
    public const string InsertRequest =
        "insert into request (request_id, body_hash, dossier_id, version) values (?1, ?2, ?3, ?4)";

    public const string CurrentVersion = "select version from dossier where id = ?1";

    // The parameters of the statements that write a dossier are the same, in the same order.
    public const string InsertDossier = """
        insert into dossier (id, version, status, clock_paused, channel, procedure_revision_id, procedure_code,
            competent_agency, case_key, original_due_at, state,
            agency, code, filing_code, submitted_at, received_at, due_at, ended_at, parent_id,
            deadline_at, deadline_name)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?21, ?22)
        on conflict (id) do nothing
        """;

    private const string SetState = """
        update dossier set version = ?2, status = ?3, clock_paused = ?4, channel = ?5, procedure_revision_id = ?6,
            procedure_code = ?7, competent_agency = ?8, case_key = ?9, original_due_at = ?10, state = ?11
        """;

    private const string SetSearched = """
        , agency = ?12, code = ?13, filing_code = ?14, submitted_at = ?15, received_at = ?16, due_at = ?17,
            ended_at = ?18, parent_id = ?19
        """;

    private const string SetDeadline = ", deadline_at = ?21, deadline_name = ?22";

    private const string AtVersion = " where id = ?1 and version = ?20";

    private const string SearchedUnchanged = """
         and agency = ?12 and code is ?13 and filing_code is ?14 and submitted_at is ?15 and received_at is ?16
            and due_at is ?17 and ended_at is ?18 and parent_id is ?19
        """;

    // SQLite writes every index whose column is named in the set clause, changed or not. So a step, which changes
    // no column that lists search by, is tried first without naming them; only when one did change is the row
    // written in full.
    public const string ProgressDossier = SetState + AtVersion + SearchedUnchanged;
    public const string ProgressDossierAndDeadline = SetState + SetDeadline + AtVersion + SearchedUnchanged;
    public const string ReplaceDossier = SetState + SetSearched + AtVersion;
    public const string ReplaceDossierAndDeadline = SetState + SetSearched + SetDeadline + AtVersion;

    public const string InsertEvent = """
        insert into event (position, dossier_id, sequence, recorded_at, occurred_at, procedure_revision_id, kind,
            actor, actor_agency, payload)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """;

    public const string DeleteWorkItem = "delete from work_item where dossier_id = ?1 and token = ?2";

    // As with the dossier: a token that stays within its agency is moved without touching the index.
    public const string MoveWorkItem = """
        update work_item set step = ?4, unit = ?5, role = ?6, officer = ?7, arrived_at = ?8, due_at = ?9
        where agency = ?1 and dossier_id = ?2 and token = ?3
        """;

    public const string PutWorkItem = """
        insert into work_item (agency, dossier_id, token, step, unit, role, officer, arrived_at, due_at)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        on conflict (dossier_id, token) do update set step = excluded.step, agency = excluded.agency,
            unit = excluded.unit, role = excluded.role, officer = excluded.officer,
            arrived_at = excluded.arrived_at, due_at = excluded.due_at
        """;

    public const string InsertSignal =
        "insert into signal (id, target_dossier_id, kind, payload) values (?1, ?2, ?3, ?4)";

    public const string DeleteSignal = "delete from signal where id = ?1";

    public const string NextInSeries = """
        insert into code_counter (agency, day, series, last) values (?1, ?2, ?3, 1)
        on conflict (agency, day, series) do update set last = last + 1
        """;

    public const string LastInSeries = "select last from code_counter where agency = ?1 and day = ?2 and series = ?3";

    public const string NewestBundle = "select max(id) from bundle";

    public const string ReadHead = "select position from feed_head where id = 1";
    public const string WriteHead = "update feed_head set position = ?1 where id = 1";
}
