namespace Tthc.Storage.Rules;

/// <summary>The texts of the queries on revisions: the same for procedures and rule sets, on tables of the same shape.</summary>
internal sealed class RevisionSql
{
    private RevisionSql(string table, string link)
    {
        var key = $"{table}_id";
        var columns = $"""
            select r.id, r.code, r.in_force_from, r.number, r.hash, r.source_path, r.published_at, r.base_number,
                {RuleBundleSql.PublicationColumns}
            """;
        const string Joined = "left join publication p on p.id = r.publication_id left join publication_force f on f.publication_id = p.id";
        OfBundle = $"{columns} from {link} b join {table} r on r.id = b.{key} {Joined} where b.bundle_id = @bundle_id order by r.code, r.in_force_from";
        OfCode = $"{columns} from {table} r {Joined} where r.code = @code order by r.number";
        OfPublication = $"{columns} from {table} r {Joined} where r.publication_id = @publication_id order by r.code, r.in_force_from";
        Source = $"{columns}, c.content from {table} r {Joined} join rule_file c on c.hash = r.hash where r.id = @id";
        FirstBundle = $"select bundle_id from {link} where {key} = @id order by bundle_id limit 1";
        OwnOf = $"select id from {table} where publication_id = @publication_id and code = @code and in_force_from = @in_force_from and hash = @hash";
        InBundle = $"""
            select r.id from {link} b join {table} r on r.id = b.{key}
            where b.bundle_id = @bundle_id and r.code = @code and r.in_force_from = @in_force_from and r.hash = @hash
            """;
        // A revision is used again only while it is the newest of its day and was in force: going back to an older text is a new one.
        NewestInForce = $"""
            select id from {table} r where code = @code and in_force_from = @in_force_from and hash = @hash
                and number = (select max(number) from {table} where code = @code and in_force_from = @in_force_from)
                and exists (select 1 from {link} b where b.{key} = r.id)
            """;
        Insert = $"""
            insert into {table} (id, code, in_force_from, number, hash, source_path, published_at, publication_id, base_number)
            values ((select coalesce(max(id), 0) + 1 from {table}), @code, @in_force_from, (select coalesce(max(number), 0) + 1 from {table} where code = @code),
                @hash, @source_path, @published_at, @publication_id,
                (select max(number) from {table} where code = @code and in_force_from = @in_force_from))
            returning id
            """;
        InsertLink = $"insert into {link} (bundle_id, {key}) values (@bundle_id, @revision_id)";
    }

    public static RevisionSql Procedures { get; } = new("procedure_revision", "bundle_procedure");

    public static RevisionSql RuleSets { get; } = new("rule_set_revision", "bundle_rule_set");

    public string OfBundle { get; }

    public string OfCode { get; }

    public string OfPublication { get; }

    public string Source { get; }

    public string FirstBundle { get; }

    public string OwnOf { get; }

    public string InBundle { get; }

    public string NewestInForce { get; }

    public string Insert { get; }

    public string InsertLink { get; }

    public static RevisionSql Of(RevisionKind kind) => kind == RevisionKind.Procedure ? Procedures : RuleSets;
}
