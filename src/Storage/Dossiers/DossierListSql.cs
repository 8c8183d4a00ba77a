namespace Tthc.Storage.Dossiers;

/// <summary>
/// The texts of the dossier lists. The order and the narrowest of agency, parent and openness choose the text, so
/// that each has one index to walk in its order; every other condition is checked on the rows met on the way.
/// </summary>
internal static class DossierListSql
{
    private const string Received = "coalesce(received_at, submitted_at, 0)";
    private const string Due = "coalesce(due_at, 9223372036854775807)";

    private const string Conditions = """

        and (@agencies is null or agency {list:agencies})
        and (@competent_agency is null or competent_agency = @competent_agency)
        and (@procedure_code is null or procedure_code = @procedure_code)
        and (@statuses is null or status {list:statuses})
        and (@received_from is null or received_at >= @received_from)
        and (@received_to is null or received_at < @received_to)
        and (@due_before is null or due_at < @due_before)
        and (@open_only is null or ended_at is null)
        and (@overdue_as_of is null or (due_at < @overdue_as_of and (ended_at is null or ended_at > @overdue_as_of)))
        and (@ended_from is null or ended_at >= @ended_from)
        and (@ended_to is null or ended_at < @ended_to)
        and (@late_offset is null or (ended_at + @late_offset) / 86400000000 > (due_at + @late_offset) / 86400000000)
        and (@parent_id is null or parent_id = @parent_id)

        """;

    // Each walk of an index begins and ends where the filter does: the last page does not go on through years of others.
    private const string AfterReceived =
        $" and {Received} <= @start and {Received} >= @end and ({Received}, id) < (@after_instant, @after_id)"
        + $"{Conditions} order by {Received} desc, id desc limit @limit";

    private const string AfterDue =
        $" and {Due} >= @start and {Due} <= @end and ({Due}, id) > (@after_instant, @after_id)"
        + $"{Conditions} order by {Due}, id limit @limit";

    private const string AfterEnded =
        $" and ended_at >= @start and ended_at <= @end and (ended_at, id) > (@after_instant, @after_id)"
        + $"{Conditions} order by ended_at, id limit @limit";

    private const string AfterCode = $" and code > @after_code {Conditions} order by code limit @limit";

    public static string Text(DossierFilter filter, DossierOrder order) => DossierSql.Columns + Path(filter, order) + order switch
    {
        DossierOrder.ReceivedDescending => AfterReceived,
        DossierOrder.DueAscending => AfterDue,
        DossierOrder.EndedAscending => AfterEnded,
        _ => AfterCode,
    };

    private static string Path(DossierFilter filter, DossierOrder order) => (filter, order) switch
    {
        ({ ParentId: not null }, _) => " where parent_id = @parent_id",
        (_, DossierOrder.Code) => " where code is not null",
        ({ CompetentAgency: not null }, DossierOrder.EndedAscending) => " where competent_agency = @competent_agency and ended_at is not null",
        (_, DossierOrder.EndedAscending) => " where ended_at is not null",
        ({ Agencies.Length: 1, OpenOnly: true }, DossierOrder.DueAscending) => " where agency = @agency and ended_at is null",
        ({ OpenOnly: true }, DossierOrder.DueAscending) => " where ended_at is null",
        ({ Agencies.Length: 1 }, _) => " where agency = @agency",
        _ => " where 1 = 1",
    };
}
