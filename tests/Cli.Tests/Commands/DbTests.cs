using Microsoft.Data.Sqlite;
using Tthc.Cli.Commands.Db;
using Tthc.Cli.Invocation;
using Tthc.Cli.Tests.Running;
using Tthc.Storage.Database.Sqlite;
using Tthc.Storage.Database;
using Tthc.Storage.Maintenance;
using Tthc.Storage.Rules;

namespace Tthc.Cli.Tests.Commands;

/// <summary>The commands on a store that a demonstration left behind. Copying needs PostgreSQL: Storage.Tests.</summary>
public sealed class DbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Looks_at_checks_backs_up_and_restores_a_store()
    {
        var store = await PlayAsync();
        var backup = Path.Combine(_folder.Path, "backup.db");
        var restored = Path.Combine(_folder.Path, "restored");

        var status = await RunAsync("status", "--store", store, "--json");
        Assert.Equal(ExitCode.Ok, status.ExitCode);
        Assert.Contains("\"missing\": [ ]", status.Output, StringComparison.Ordinal);
        Assert.Contains("\"clock\": \"Simulated\"", status.Output, StringComparison.Ordinal);
        Assert.Contains("already", (await RunAsync("migrate", "--store", store)).Output, StringComparison.Ordinal);
        var verified = await RunAsync("verify", "--store", store);
        Assert.Equal((ExitCode.Ok, ""), (verified.ExitCode, verified.Error));
        Assert.Contains(" 0 faults", verified.Output, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Ok, (await RunAsync("backup", backup, "--store", store)).ExitCode);
        Assert.Equal(ExitCode.Refused, (await RunAsync("backup", backup, "--store", store)).ExitCode);
        Assert.Equal(ExitCode.Ok, (await RunAsync("restore", backup, "--store", restored)).ExitCode);
        Assert.Equal(ExitCode.Refused, (await RunAsync("restore", backup, "--store", restored)).ExitCode);
        Assert.Contains(" 0 faults", (await RunAsync("verify", "--store", restored)).Output, StringComparison.Ordinal);

        await using var opened = SqliteStore.Open(new SqliteOptions { Path = Path.Combine(restored, "tthc.db"), Clock = StoreClock.Simulated });
        var (due, working, procedures) = (0, 0, new StoredProcedures(new RuleBundleStore(opened)));
        await foreach (var scanned in new StoreScan(opened).DossiersAsync(CancellationToken.None))
        {
            var (row, events, deadline, items) = scanned;
            Assert.Null(VerifyCommand.FaultOf(row, events));
            Assert.Contains("version", VerifyCommand.FaultOf(row, events[1..]), StringComparison.Ordinal);
            Assert.Contains("state", VerifyCommand.FaultOf(row with { State = [.. row.State.AsSpan().ToArray().Select((b, i) => i > 0 && b == (byte)'1' ? (byte)'2' : b)] }, events), StringComparison.Ordinal);

            var procedure = await procedures.FindAsync(row.ProcedureRevisionId, CancellationToken.None);
            Assert.Null(VerifyCommand.FaultOf(scanned, procedure));
            Assert.Contains("procedure", VerifyCommand.FaultOf(scanned, await procedures.FindAsync(long.MaxValue, CancellationToken.None)), StringComparison.Ordinal);
            if (deadline is not null)
            {
                due++;
                Assert.Contains("deadline", VerifyCommand.FaultOf(scanned with { Deadline = null }, procedure), StringComparison.Ordinal);
                Assert.Contains("deadline", VerifyCommand.FaultOf(scanned with { Deadline = deadline with { DueAt = deadline.DueAt.AddTicks(10) } }, procedure), StringComparison.Ordinal);
            }
            if (!items.IsEmpty)
            {
                working++;
                Assert.Contains("work", VerifyCommand.FaultOf(scanned with { WorkItems = [] }, procedure), StringComparison.Ordinal);
                Assert.Contains("work", VerifyCommand.FaultOf(scanned with { WorkItems = [items[0] with { Officer = "other" }, .. items[1..]] }, procedure), StringComparison.Ordinal);
            }
        }
        Assert.True(due > 0 && working > 0, $"{due} dossiers with a deadline, {working} with work");
    }

    [Fact]
    public async Task Says_where_it_looked_when_there_is_no_store()
    {
        var run = await RunAsync("status", "--store", Path.Combine(_folder.Path, "nothing"));

        Assert.Equal((ExitCode.Refused, ""), (run.ExitCode, run.Output));
        Assert.Contains(Path.Combine(_folder.Path, "nothing", "tthc.db"), run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checks_no_store_that_would_have_to_be_upgraded_for_it()
    {
        var file = Path.Combine(_folder.Path, "tthc.db");
        await using (SqliteStore.Open(new SqliteOptions { Path = file }))
        {
            // Made whole, then made to look as if an older version had.
        }
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "delete from schema_migration where number > 7";
            await command.ExecuteNonQueryAsync();
        }

        var run = await RunAsync("verify", "--store", file);

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("0008-webhooks", run.Error, StringComparison.Ordinal);
        Assert.Contains("lacks: 0008-webhooks", (await RunAsync("status", "--store", file)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("copy", "--store", "x")]
    [InlineData("status", "--connection", "Hst=db")]
    [InlineData("verify", "--connection", "Database=tthc")]
    [InlineData("status", "--store", "x", "--connection", "Host=db;Username=u")]
    public async Task Refuses_a_wrong_line_with_exit_code_2(params string[] line) => Assert.Equal(ExitCode.Usage, (await RunAsync(line)).ExitCode);

    [Fact]
    public async Task Shows_no_password_of_a_database_that_is_away()
    {
        var run = await CliRun.OfAsync(["db", "status"], new Dictionary<string, string> { ["TTHC_Storage__Path"] = _folder.Path, ["TTHC_Storage__ConnectionString"] = "Host=127.0.0.1;Port=1;Username=u;Password=s3cret;Database=d" });

        Assert.Equal(ExitCode.ServerAway, run.ExitCode);
        Assert.DoesNotContain("s3cret", run.Output + run.Error, StringComparison.Ordinal);
    }

    private static Task<CliRun> RunAsync(params string[] line) => CliRun.OfAsync(["db", .. line, "--lang", "en"]);

    private async Task<string> PlayAsync()
    {
        var demo = await CliRun.OfAsync(["demo", "--dossiers", "40", "--days", "20", "--keep", "--lang", "en"], temporary: _folder.Path);
        Assert.Equal(ExitCode.Ok, demo.ExitCode);
        return Directory.GetDirectories(_folder.Path, "tthc-demo-*").Single();
    }
}
