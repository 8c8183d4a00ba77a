namespace Tthc.Storage.Rules;

/// <summary>The texts of the queries on bundles and publications, shared by the databases.</summary>
internal static class RuleBundleSql
{
    public const string PublicationColumns =
        "p.id, p.published_at, p.author, p.reason, p.basis, p.effective_from, f.bundle_id, p.body_hash";

    private const string Publication =
        $"select {PublicationColumns} from publication p left join publication_force f on f.publication_id = p.id";

    public const string Head = "select id, hash, published_at, published_by, note from bundle order by id desc limit 1";
    public const string Newest = "select coalesce(max(id), 0) from bundle";
    public const string ById = "select id, hash, published_at, published_by, note from bundle where id = @id";
    public const string ByHash = """
        select id, hash, published_at, published_by, note from bundle where hash = @hash order by id desc limit 1
        """;

    public const string List = """
        select id, hash, published_at, published_by, note from bundle where id < @before order by id desc limit @limit
        """;

    public const string Files = """
        select b.path, f.content from bundle_file b join rule_file f on f.hash = b.file_hash
        where b.bundle_id = @bundle_id order by b.path
        """;

    public const string FileHashes = "select path, file_hash from bundle_file where bundle_id = @bundle_id";
    public const string NewestPublication = "select coalesce(max(id), 0) from publication";
    public const string PublicationById = Publication + " where p.id = @id";
    public const string PublicationByRequest = Publication + " where p.request_id = @request_id";
    public const string PublicationIdOfRequest = "select id from publication where request_id = @request_id";
    public const string Pending = Publication + " where f.publication_id is null order by p.id";

    public const string PublicationFiles = """
        select p.path, f.content,
            case when exists (select 1 from publication_file l join publication_force lf on lf.publication_id = l.publication_id
                where l.path = p.path and l.publication_id > p.publication_id) then 1 else 0 end
        from publication_file p left join rule_file f on f.hash = p.file_hash
        where p.publication_id = @publication_id order by p.path
        """;

    public const string InsertFile =
        """
        insert into rule_file (id, hash, content) values ((select coalesce(max(id), 0) + 1 from rule_file), @hash, @content)
        on conflict (hash) do nothing
        """;

    // Numbered here and not by the database: no number is lost to a publication that was rolled back.
    public const string InsertBundle = """
        insert into bundle (id, hash, published_at, published_by, note)
        values ((select coalesce(max(id), 0) + 1 from bundle), @hash, @published_at, @published_by, @note)
        returning id
        """;

    public const string InsertBundleFile =
        "insert into bundle_file (bundle_id, path, file_hash) values (@bundle_id, @path, @hash)";

    public const string InsertPublication = """
        insert into publication (id, request_id, body_hash, published_at, author, reason, basis, effective_from)
        values ((select coalesce(max(id), 0) + 1 from publication), @request_id, @body_hash, @published_at, @author, @reason, @basis, @effective_from)
        returning id
        """;

    public const string PublicationOfFile =
        "select publication_id from publication_file where publication_id = @id and path = @path";

    public const string InsertPublicationFile =
        "insert into publication_file (publication_id, path, file_hash) values (@publication_id, @path, @hash)";

    public const string InsertForce =
        "insert into publication_force (publication_id, bundle_id) values (@publication_id, @bundle_id)";
}
