namespace Tthc.Storage.Dossiers;

/// <summary>The texts of the dossier queries, shared by the databases.</summary>
internal static class DossierSql
{
    public const string Columns = """
        select id, code, filing_code, version, procedure_code, procedure_revision_id, case_key, agency,
            competent_agency, status, channel, submitted_at, received_at, due_at, original_due_at, ended_at,
            clock_paused, parent_id, state
        from dossier
        """;

    public const string ById = Columns + " where id = @id";
    public const string Newer = Columns + " where id = @id and version <> @known";
    public const string ByCode = Columns + " where code = @code union all " + Columns + " where filing_code = @code";
    public const string ByIds = Columns + " where id {list:ids}";
    public const string IdsByCodes = "select code, id from dossier where code {list:codes} union all select filing_code, id from dossier where filing_code {list:codes}";

    /// <summary>Events of dossiers that are read with them, so that their code is known.</summary>
    public const string EventColumns = """
        select e.position, e.dossier_id, null, e.sequence, e.kind, e.recorded_at, e.occurred_at, e.actor,
            e.actor_agency, e.procedure_revision_id, e.payload
        from event e
        """;

    /// <summary>Events kept by month are looked for from the month of @since on.</summary>
    public const string EventsSince = EventColumns + " where e.dossier_id {list:ids} and e.sequence <= @most and e.recorded_at >= @since order by e.dossier_id, e.sequence";

    // Both in one round trip. Events that came after the row was read are left out by who reads them.
    public const string WithEvents = ByIds + "; " + EventsSince;

    public const string ByCodes = Columns + " where code {list:codes}";

    public const string Request =
        "select body_hash, dossier_id, version from request where request_id = @request_id";

    public const string Events = """
        select e.position, e.dossier_id, d.code, e.sequence, e.kind, e.recorded_at, e.occurred_at, e.actor,
            e.actor_agency, e.procedure_revision_id, e.payload
        from event e join dossier d on d.id = e.dossier_id
        where e.dossier_id = @dossier_id and e.sequence between @from and @to
        order by e.sequence
        limit @limit
        """;
}
