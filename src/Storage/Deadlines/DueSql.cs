namespace Tthc.Storage.Deadlines;

/// <summary>The texts of the queries on what is due, shared by the databases but for the claims, which only a shared store needs.</summary>
internal static class DueSql
{
    private const string NotAside = """
        not exists (select 1 from set_aside s
            where s.dossier_id = d.dossier_id and s.name = d.name and s.due_at = d.due_at and s.again_at > {clock})
        """;

    public const string Due =
        $"select d.dossier_id, d.due_at, d.name from {{deadlines}} d where d.due_at <= @now and {NotAside} order by d.due_at, d.dossier_id limit @limit";

    public const string Next = $"select d.due_at from {{deadlines}} d where {NotAside} order by d.due_at limit 1";

    public const string NextUnclaimed = $"select d.due_at from deadline d where d.claimed_until <= {{clock}} and {NotAside} order by d.due_at limit 1";

    // Rows that another engine holds at this moment are passed over, so engines share the work without waiting for each other.
    public const string Claim = $"""
        with due as (
            select d.dossier_id from deadline d where d.due_at <= @now and d.claimed_until <= {"{clock}"} and {NotAside}
            order by d.due_at, d.dossier_id limit @limit for update skip locked
        ), claimed as (
            update deadline d set claim = d.claim + 1, claimed_until = {"{clock}"} + @lease from due where d.dossier_id = due.dossier_id
            returning d.dossier_id, d.due_at, d.name, d.claim
        )
        select dossier_id, due_at, name, claim from claimed order by due_at, dossier_id
        """;

    // By number of the claim: whoever was too slow and lost its claim does not give back what another holds.
    public const string Release = "update deadline set claimed_until = 0 where dossier_id = @dossier_id and claim = @claim";

    private const string SignalNotAside = """
        not exists (select 1 from set_aside s
            where s.dossier_id = d.target_dossier_id and s.name = d.id and s.due_at = 0 and s.again_at > {clock})
        """;

    public const string Pending = $"select d.id, d.target_dossier_id, d.kind, d.payload from signal d where {SignalNotAside} order by d.number limit @limit";

    public const string ClaimSignals = $"""
        with due as (
            select d.number from signal d where d.claimed_until <= {"{clock}"} and {SignalNotAside} order by d.number limit @limit for update skip locked
        ), claimed as (
            update signal d set claim = d.claim + 1, claimed_until = {"{clock}"} + @lease from due where d.number = due.number
            returning d.id, d.target_dossier_id, d.kind, d.payload, d.number
        )
        select id, target_dossier_id, kind, payload from claimed order by number
        """;

    public const string PutAside = """
        insert into set_aside (dossier_id, due_at, since, again_at, tries, name, reason)
        values (@dossier_id, @due_at, {clock}, {clock} + @pause, 1, @name, @reason)
        on conflict (dossier_id, name, due_at) do update set again_at = excluded.again_at, tries = set_aside.tries + 1, reason = excluded.reason
        """;

    // What was carried out since, or is due at another moment now, is none any more.
    public const string SweepAside = """
        delete from set_aside
        where due_at > 0 and not exists (select 1 from {deadlines} d where d.dossier_id = set_aside.dossier_id and d.name = set_aside.name and d.due_at = set_aside.due_at)
            or due_at = 0 and not exists (select 1 from signal g where g.id = set_aside.name)
        """;

    public const string AnyAside = "select 1 from set_aside limit 1";

    public const string ListAside = """
        select s.dossier_id, s.name, s.due_at, coalesce(d.code, d.filing_code), s.since, s.again_at, s.tries, s.reason
        from set_aside s left join dossier d on d.id = s.dossier_id
        where s.dossier_id > @after order by s.dossier_id, s.name, s.due_at limit @limit
        """;
}
