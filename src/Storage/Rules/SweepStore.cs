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

    private const string TakeSql = """
        insert into rule_sweep (id, judged_by, holder, held_until) values (1, '', @holder, {clock} + @lease)
        on conflict (id) do update set holder = excluded.holder, held_until = excluded.held_until
            where rule_sweep.holder = excluded.holder or rule_sweep.held_until <= {clock}
        """;

    private const string OpenSql = """
        select id from dossier where id > @after and (@final is null or not (status {list:final})) order by id limit @limit
        """;

    private readonly string _take = store.Dialect.Fill(TakeSql);
    private readonly string _open = store.Dialect.Fill(OpenSql);

    /// <summary>The rules by which every open dossier has been judged; null: none yet.</summary>
    public ValueTask<string?> JudgedByAsync(CancellationToken cancellation = default) =>
        store.ReadAsync(source => source.QueryAsync(ReadSql).OneAsync(reader => reader.GetString(0)), cancellation);

    /// <summary>Takes the work for a time, or keeps it for longer; false: another engine is at it.</summary>
    /// <param name="holder">Who.</param>
    /// <param name="lease">For how long, by the clock of the database.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public async ValueTask<bool> TryTakeAsync(string holder, TimeSpan lease, CancellationToken cancellation = default) =>
        !store.IsShared || await store.WriteAsync(
            session => session.RunAsync(_take, ("@holder", holder), ("@lease", lease.Ticks / TimeSpan.TicksPerMicrosecond)), cancellation) == 1;

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
