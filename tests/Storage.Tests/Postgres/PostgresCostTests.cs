using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;
using Tthc.Storage.Deadlines;
using Tthc.Storage.Dossiers;
using Tthc.Testing;
using Xunit;

namespace Tthc.Storage.Tests.Postgres;

/// <summary>What a step costs, and what lists cost, as far as it does not depend on the machine.</summary>
public sealed class PostgresCostTests : IAsyncLifetime
{
    private const int Steps = 40;

    private const string Province = """
        insert into tthc.dossier (id, version, status, clock_paused, channel, procedure_revision_id, procedure_code, agency,
            competent_agency, code, received_at, due_at, ended_at, state)
        select n, 1, 2, 0, 1, 1, 'p', 'A' || n % 20, 'A', 'c' || n, n, n + 1000, case when n % 4 > 1 then n end, ''
        from generate_series(1, 20000) as n;
        analyze tthc.dossier
        """;

    private PostgresDatabase _database = null!;
    private PostgresStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = await PostgresDatabase.CreateAsync();
        _store = await PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = _database.Engine, OwnerConnectionString = _database.Owner });
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Leaves_the_indexes_of_dossier_and_work_item_alone_when_a_step_is_done()
    {
        var counted = await PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = _database.Engine });
        var store = new DossierStore(counted);
        for (var version = 1; version <= Steps; version++)
            await store.CommitAsync([.. Enumerable.Range(1, 5).Select(id => Step(id, version))]);

        // A server process tells its counts when it ends at the latest.
        await counted.DisposeAsync();
        const int Updates = 5 * (Steps - 1);
        while (await CountAsync("n_tup_upd", "dossier") < Updates || await CountAsync("n_tup_upd", "work_item") < Updates)
        {
        }

        // All but those that found their page full of versions somebody might still have been looking at.
        Assert.InRange(await CountAsync("n_tup_hot_upd", "dossier"), Updates * 8 / 10, Updates);
        Assert.InRange(await CountAsync("n_tup_hot_upd", "work_item"), Updates * 8 / 10, Updates);
    }

    [Theory]
    [InlineData(DossierOrder.ReceivedDescending, true, false, "dossier_agency_received")]
    [InlineData(DossierOrder.ReceivedDescending, false, false, "dossier_received")]
    [InlineData(DossierOrder.DueAscending, true, true, "dossier_agency_open_due")]
    [InlineData(DossierOrder.DueAscending, false, true, "dossier_open_due")]
    [InlineData(DossierOrder.Code, false, false, "dossier_code")]
    [InlineData(DossierOrder.EndedAscending, false, false, "dossier_ended")]
    public async Task Walks_the_index_made_for_a_list(DossierOrder order, bool ofAgency, bool openOnly, string index)
    {
        var filter = new DossierFilter { Agencies = ofAgency ? ["A"] : [], OpenOnly = openOnly };
        var sql = "explain " + _store.Dialect.Fill(DossierListSql.Text(filter, order));

        await _database.RunAsync(Province);
        var steps = await _store.ReadAsync(source => source.QueryAsync(sql, FirstPage(order)).AllAsync(row => row.GetString(0)), default);

        Assert.Contains(steps, step => step.Contains($" {index} ", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.Contains("Sort", StringComparison.Ordinal));
    }

    private async Task<int> CountAsync(string column, string table) =>
        Convert.ToInt32(await _database.ScalarAsync($"select {column} from pg_stat_all_tables where schemaname = 'tthc' and relname = '{table}'"));

    private static CommitUnit Step(long id, int version) => Rows.Unit(Rows.Write(Rows.Dossier(id, version)) with
    {
        Deadline = new DeadlineRow(Rows.Noon.AddDays(version), "step"),
        WorkItems = [Rows.WorkItem(1, $"step-{version}", due: version)],
    });

    private static Parameter[] FirstPage(DossierOrder order) =>
    [
        ("@agency", "A3"), new("@agencies", null, ParameterType.Texts), new("@competent_agency", null, ParameterType.Text),
        new("@procedure_code", null, ParameterType.Text), new("@statuses", null, ParameterType.Numbers),
        new("@received_from", null, ParameterType.Number), new("@received_to", null, ParameterType.Number),
        new("@due_before", null, ParameterType.Number), new("@open_only", null, ParameterType.Number),
        new("@overdue_as_of", null, ParameterType.Number), new("@parent_id", null, ParameterType.Number),
        ("@after_instant", Edge(order)), ("@after_id", Edge(order)), ("@after_code", ""), ("@start", Edge(order)), ("@end", -Edge(order)), ("@limit", 10),
        new("@ended_from", null, ParameterType.Number), new("@ended_to", null, ParameterType.Number), new("@late_offset", null, ParameterType.Number),
    ];

    private static long Edge(DossierOrder order) => order == DossierOrder.ReceivedDescending ? long.MaxValue : -long.MaxValue;
}
