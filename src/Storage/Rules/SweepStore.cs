using System.Collections.Immutable;
using Tthc.Storage.Database;

namespace Tthc.Storage.Rules;

/// <summary>What judging all open dossiers anew after an edit of the rules needs to remember.</summary>
public sealed class SweepStore(Store store)
{
    private const string ReadSql = "select judged_by from rule_sweep where id = 1";

    private const string WriteSql = """
        insert into rule_sweep (id, judged_by) values (1, @judged_by)
        on conflict (id) do update set judged_by = excluded.judged_by
        """;

    private const string OpenSql = """
        select id from dossier where id > @after and (@final is null or not (status {list:final})) order by id limit @limit
        """;

    private readonly string _open = store.Dialect.Fill(OpenSql);

    /// <summary>The rules by which every open dossier has been judged; null: none yet.</summary>
    public ValueTask<string?> JudgedByAsync(CancellationToken cancellation = default) =>
        store.ReadAsync(source => source.QueryAsync(ReadSql).OneAsync(reader => reader.GetString(0)), cancellation);

    /// <summary>Remembers that every open dossier has been judged by some rules.</summary>
    public async ValueTask SetJudgedByAsync(string rules, CancellationToken cancellation = default) =>
        await store.WriteAsync(session => session.RunAsync(WriteSql, ("@judged_by", rules)), cancellation);

    /// <summary>Numbers of dossiers that have not ended, in order.</summary>
    /// <param name="after">The last number of the page before; 0 for the first.</param>
    /// <param name="final">Statuses in which nothing is judged anew.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public ValueTask<ImmutableArray<long>> OpenAsync(long after, IReadOnlyCollection<long> final, int limit, CancellationToken cancellation = default) =>
        store.ReadAsync(
            source => source.QueryAsync(_open, ("@after", after), Parameter.List("@final", final), ("@limit", limit)).AllAsync(reader => reader.GetInt64(0)),
            cancellation);
}
