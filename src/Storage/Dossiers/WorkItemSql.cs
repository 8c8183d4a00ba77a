namespace Tthc.Storage.Dossiers;

/// <summary>The texts of the worklist queries, shared by the databases.</summary>
internal static class WorkItemSql
{
    private const string Due = "coalesce(due_at, 9223372036854775807)";

    // The page is cut before the dossiers are looked up, so that only its own are.
    private const string Before = """
        select w.dossier_id, coalesce(d.code, d.filing_code), d.procedure_code, d.procedure_revision_id, d.status,
            d.due_at, d.clock_paused, w.token, w.step, w.agency, w.unit, w.role, w.officer, w.arrived_at, w.due_at
        from (select * from work_item where
        """;

    private const string After = $"""
         and ({Due}, dossier_id, token) > (@after_due, @after_dossier, @after_token)
            and (@unit is null or unit = @unit)
            and (@roles is null or role {"{list:roles}"})
            and (@officer is null or officer = @officer)
            and (@unassigned_only is null or officer is null)
            and (@due_before is null or due_at < @due_before)
            order by {Due}, dossier_id, token
            limit @limit) w
        join dossier d on d.id = w.dossier_id
        order by coalesce(w.due_at, 9223372036854775807), w.dossier_id, w.token
        """;

    public const string OfAgency = Before + " agency = @agency" + After;
    public const string OfAll = Before + " 1 = 1" + After;

    public const string OfDossier = """
        select token, step, agency, unit, role, officer, arrived_at, due_at
        from work_item where dossier_id = @dossier_id order by token
        """;
}
