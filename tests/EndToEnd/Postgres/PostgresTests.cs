using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.EndToEnd.Kills;
using Tthc.Protos.V1;
using Tthc.Testing;

namespace Tthc.EndToEnd.Postgres;

/// <summary>The engine as a process on a PostgreSQL database.</summary>
public sealed class PostgresTests
{
    private const string Secret = "s3cret-of-the-engine";

    [Fact]
    public async Task Carries_a_dossier_from_receipt_to_its_end_also_across_a_sudden_death()
    {
        using var engine = await PrivateEngine.StartAsync(await EngineFolder.OnPostgresAsync());
        var code = (await engine.Client.ReceiveAsync()).Code;
        var request = new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = code, Action = "propose" };
        var first = await engine.Client.Dossiers.AdvanceStepAsync(request, Officer.Examiner().Headers);

        engine.Process.Kill();
        await engine.RestartAsync();

        Assert.Equal(first.Dossier, await engine.Client.GetAsync(code));
        var again = await engine.Client.Dossiers.AdvanceStepAsync(request, Officer.Examiner().Headers);
        Assert.Equal((first.Dossier, first.Position, true), (again.Dossier, again.Position, again.Replayed));
        await SettleAndReturnAsync(engine.Client, code);

        var ended = await engine.Client.Dossiers.ListDossiersAsync(new ListDossiersRequest { PageSize = 10 }, Officer.Desk().Headers);
        Assert.Equal(code, Assert.Single(ended.Dossiers).Code);
        var events = await engine.Client.EventsAsync(code);
        Assert.Equal(events.Select(e => e.Position), (await engine.Client.FeedAsync()).Select(e => e.Position));
        Assert.DoesNotContain(engine.Process.Output, line => line.Contains(" ERR ", StringComparison.Ordinal));
        engine.Process.Kill();
        Assert.Equal(events.Count, (await StoreCheck.RunAsync(engine.Folder)).Count);
    }

    [Fact]
    public async Task Shows_a_dossier_at_least_as_new_as_the_events_it_has_told()
    {
        using var engine = await PrivateEngine.StartAsync(await EngineFolder.OnPostgresAsync());
        var code = (await engine.Client.ReceiveAsync(EngineClient.Long)).Code;
        var acting = Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
                await engine.Client.Dossiers.AdvanceStepAsync(
                    new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = code, Action = i % 20 == 19 ? "again" : "" }, Officer.Examiner().Headers);
        });

        // The events come from the store, the dossier from what is at hand: the one must not run ahead of the other.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!acting.IsCompleted)
            {
                var told = (await engine.Client.EventsAsync(code))[^1].Sequence;
                Assert.InRange((await engine.Client.GetAsync(code)).Version, told, long.MaxValue);
            }
        })));
        await acting;
    }

    [Fact]
    public async Task Goes_on_when_the_database_lost_every_connection()
    {
        using var engine = await PrivateEngine.StartAsync(await EngineFolder.OnPostgresAsync());
        var code = (await engine.Client.ReceiveAsync()).Code;

        await engine.Folder.Database!.ScalarAsync(
            $"select count(pg_terminate_backend(pid, 10000)) from pg_stat_activity where datname = current_database() and usename = '{PostgresCluster.EngineRole}'");

        await engine.Client.Dossiers.AdvanceStepAsync(new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = code, Action = "propose" }, Officer.Examiner().Headers);
        Assert.NotEmpty(await engine.Client.EventsAsync(code));
    }

    [Fact]
    public async Task Tells_callers_that_the_store_is_away_while_the_database_lets_nobody_in()
    {
        using var engine = await PrivateEngine.StartAsync(await EngineFolder.OnPostgresAsync());
        var code = (await engine.Client.ReceiveAsync()).Code;
        var database = engine.Folder.Database!;
        await PostgresCluster.RunAsync($"alter database {database.Name} allow_connections false");
        await PostgresCluster.ScalarAsync($"select count(pg_terminate_backend(pid, 10000)) from pg_stat_activity where datname = '{database.Name}'", "postgres");
        var request = new AdvanceStepRequest { RequestId = EngineClient.NewId(), Dossier = code, Action = "propose" };

        var e = await Assert.ThrowsAsync<RpcException>(async () => await engine.Client.Dossiers.AdvanceStepAsync(request, Officer.Examiner().Headers));
        Assert.Equal(StatusCode.Unavailable, e.StatusCode);

        await PostgresCluster.RunAsync($"alter database {database.Name} allow_connections true");
        await engine.Client.Dossiers.AdvanceStepAsync(request, Officer.Examiner().Headers);
    }

    [Fact]
    public async Task Never_logs_a_password()
    {
        using var folder = await EngineFolder.OnPostgresAsync();
        using var engine = await EngineProcess.StartAsync(
            folder, "--Logging:Level=Verbose", $"--Storage:ConnectionString={folder.Database!.Engine};Password={Secret}");
        using (var client = new EngineClient(engine.Address))
            await client.ReceiveAsync();

        Assert.Contains(engine.Output, line => line.Contains(folder.Database.Name, StringComparison.Ordinal));
        Assert.DoesNotContain(engine.Output, line => line.Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, engine.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Storage:ConnectionString=" + Secret, "Storage:ConnectionString is not of the form")]
    [InlineData("--Storage:OwnerConnectionString=Host=db;Username=u", "goes with Storage:ConnectionString")]
    [InlineData("--Storage:ConnectionString=Host=/nowhere;Username=u;Database=d;Password=" + Secret, "d at /nowhere:5432")]
    public async Task Refuses_settings_that_lead_nowhere(string setting, string told)
    {
        using var folder = new EngineFolder();

        var (exit, errors) = await EngineProcess.RefuseAsync(folder, setting);

        Assert.Equal(1, exit);
        Assert.Contains(told, errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_to_do_when_the_schema_is_missing_and_the_engine_may_not_make_it()
    {
        await using var database = await PostgresDatabase.CreateAsync();
        using var folder = new EngineFolder();

        var (exit, errors) = await EngineProcess.RefuseAsync(folder, $"--Storage:ConnectionString={database.Engine}");

        Assert.Equal(1, exit);
        Assert.Contains("Storage:OwnerConnectionString", errors, StringComparison.Ordinal);
    }

    private static async Task SettleAndReturnAsync(EngineClient client, string code)
    {
        var result = new DossierResult { Number = "1/QĐ", Date = new() { Year = 2026, Month = 7, Day = 6 }, File = "sha256:1" };
        await client.Dossiers.SettleDossierAsync(new SettleDossierRequest { RequestId = EngineClient.NewId(), Dossier = code, Result = result }, Officer.Chairman().Headers);
        await client.Dossiers.ReturnResultAsync(
            new ReturnResultRequest { RequestId = EngineClient.NewId(), Dossier = code, Handover = new() { Receiver = "Nguyễn Văn A", Channel = Protos.V1.Channel.Direct } },
            Officer.Desk().Headers);
    }
}
