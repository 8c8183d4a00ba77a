namespace Tthc.Storage.Tallies;

/// <summary>The texts of the tally queries, shared by the databases.</summary>
internal static class TallySql
{
    // A whole day of local time, in microseconds: an appointment is kept until its day is over (Civil Code 91/2015/QH13 art. 148).
    private const string Late = "(d.ended_at + @offset) / 86400000000 > (d.due_at + @offset) / 86400000000";

    /// <summary>One dossier settled and returned within the minute is one.</summary>
    public const string Officer = $"""
        select count(distinct case when e.recorded_at > @minute then e.dossier_id end),
            count(distinct e.dossier_id),
            count(distinct case when {Late} then e.dossier_id end)
        from event e join dossier d on d.id = e.dossier_id
        where e.kind in ('settled', 'returned') and e.actor = @actor and e.recorded_at >= @since and e.recorded_at <= @now
            and e.actor_agency = @agency
        """;

    public const string Ended = $"""
        select count(*), count(case when {Late} then 1 end)
        from dossier d where d.competent_agency = @agency and d.ended_at >= @since and d.ended_at <= @now
        """;

    public const string ByStatus = "select competent_agency, status, count(*) from dossier group by competent_agency, status";

    public const string ByStatusOfAgency =
        "select competent_agency, status, count(*) from dossier where competent_agency = @agency group by competent_agency, status";

    public const string OverdueByStatus = """
        select competent_agency, status, count(*) from dossier
        where ended_at is null and due_at < @today and (@agency is null or competent_agency = @agency) group by competent_agency, status
        """;

    public const string Overdue =
        "select count(*) from dossier d where d.competent_agency = @agency and d.ended_at is null and d.due_at < @today";
}
