namespace Tthc.Storage.Feed;

/// <summary>The texts of the feed queries, shared by the databases.</summary>
internal static class FeedSql
{
    public const string Head = "select position from feed_head where id = 1";

    private const string Columns = """
        select e.position, e.dossier_id, coalesce(d.code, d.filing_code), e.sequence, e.kind, e.recorded_at, e.occurred_at, e.actor,
            e.actor_agency, e.procedure_revision_id, e.payload, d.agency, d.competent_agency, d.procedure_code
        from event e join dossier d on d.id = e.dossier_id
        """;

    // What has moved, to be read by whoever remembers dossiers; kept by month, only the months from @since on are searched.
    public const string Moved = """
        select position, dossier_id, sequence from event where position > @after and recorded_at >= @since order by position limit @limit
        """;

    private const string Wanted = """

            and (@agencies is null or d.agency {list:agencies} or d.competent_agency {list:agencies})
            and (@procedure_codes is null or d.procedure_code {list:procedure_codes})
            and (@kinds is null or e.kind {list:kinds})
        order by e.position
        limit @limit
        """;

    public const string OfAll = Columns + " where e.position > @after and e.position <= @through" + Wanted;

    // A dossier's positions rise with its sequence, so its own index gives them in order.
    public const string OfDossier =
        Columns + " where e.dossier_id = @dossier_id and e.position > @after and e.position <= @through" + Wanted;
}
