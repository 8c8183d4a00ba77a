namespace Tthc.Storage.Rules;

/// <summary>The texts of the rule queries, shared by the databases.</summary>
internal static class RuleBundleSql
{
    private const string Revision = """
        select r.id, r.code, r.in_force_from, r.number, r.hash, r.source_path, r.published_at
        """;

    public const string Head = "select id, hash, published_at, published_by, note from bundle order by id desc limit 1";
    public const string ById = "select id, hash, published_at, published_by, note from bundle where id = @id";
    public const string List = """
        select id, hash, published_at, published_by, note from bundle where id < @before order by id desc limit @limit
        """;

    public const string Files = """
        select b.path, f.content from bundle_file b join rule_file f on f.hash = b.file_hash
        where b.bundle_id = @bundle_id order by b.path
        """;

    public const string Procedures = Revision + """

        from bundle_procedure b join procedure_revision r on r.id = b.procedure_revision_id
        where b.bundle_id = @bundle_id order by r.code, r.in_force_from
        """;

    public const string Revisions = Revision + " from procedure_revision r where r.code = @code order by r.number";

    public const string Source = Revision + """
        , f.content from procedure_revision r join rule_file f on f.hash = r.hash where r.id = @id
        """;

    // A revision is used again only while it is the newest of its day: going back to an older text is a new one.
    public const string NewestRevision = """
        select id, hash from procedure_revision
        where code = @code and in_force_from = @in_force_from order by number desc limit 1
        """;

    public const string InsertRevision = """
        insert into procedure_revision (code, in_force_from, number, hash, source_path, published_at)
        values (@code, @in_force_from,
            (select coalesce(max(number), 0) + 1 from procedure_revision where code = @code),
            @hash, @source_path, @published_at)
        returning id
        """;

    public const string InsertFile =
        "insert into rule_file (hash, content) values (@hash, @content) on conflict (hash) do nothing";

    public const string InsertBundle = """
        insert into bundle (hash, published_at, published_by, note) values (@hash, @published_at, @published_by, @note)
        returning id
        """;

    public const string InsertBundleFile =
        "insert into bundle_file (bundle_id, path, file_hash) values (@bundle_id, @path, @hash)";

    public const string InsertBundleProcedure =
        "insert into bundle_procedure (bundle_id, procedure_revision_id) values (@bundle_id, @revision_id)";
}
