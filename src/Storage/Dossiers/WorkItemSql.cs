namespace Tthc.Storage.Dossiers;

/// <summary>The texts of the worklist queries, shared by the databases.</summary>
internal static class WorkItemSql
{
    private const string Due = "coalesce(w.due_at, 9223372036854775807)";

    private const string Columns = """
        select w.dossier_id, coalesce(d.code, d.filing_code), d.procedure_code, d.procedure_revision_id, d.status,
            d.due_at, d.clock_paused, w.token, w.step, w.agency, w.unit, w.role, w.officer, w.arrived_at, w.due_at
        from work_item w join dossier d on d.id = w.dossier_id
        """;

    private const string Rest = $"""
            and {Due} >= @after_due and ({Due}, w.dossier_id, w.token) > (@after_due, @after_dossier, @after_token)
            and (@unit is null or w.unit = @unit)
            and (@roles is null or w.role {"{list:roles}"})
            and (@officer is null or w.officer = @officer)
            and (@unassigned_only is null or w.officer is null)
            and {Due} <= @until and (@due_before is null or w.due_at < @due_before)
        order by {Due}, w.dossier_id, w.token
        limit @limit
        """;

    public const string OfAgency = $"{Columns} where w.agency = @agency {Rest}";
    public const string OfAll = $"{Columns} where 1 = 1 {Rest}";

    public const string OfDossier = """
        select token, step, agency, unit, role, officer, arrived_at, due_at
        from work_item where dossier_id = @dossier_id order by token
        """;
}
