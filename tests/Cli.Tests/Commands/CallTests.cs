using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Health.V1;
using Tthc.Cli.Invocation;
using Tthc.Cli.Tests.Running;
using Tthc.Protos.V1;

namespace Tthc.Cli.Tests.Commands;

public sealed class CallTests
{
    [Fact]
    public async Task Sends_who_acts_as_metadata_from_options_before_variables()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.To<GetDossierRequest>(_ => new GetDossierResponse { Dossier = new() { Code = "X" } });
        var variables = new Dictionary<string, string> { ["TTHC_SERVER"] = engine.Address, ["TTHC_ACTOR"] = "nv09", ["TTHC_AGENCY"] = "xa-a", ["TTHC_UNIT"] = "tu-phap", ["TTHC_ROLES"] = "a,b" };

        var run = await CliRun.OfAsync(["dossier", "show", "X", "--as", "nv01"], variables);

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        var headers = engine.Answers.LastHeaders;
        Assert.Equal("nv01", headers.GetValue("tthc-actor"));
        Assert.Equal("xa-a", headers.GetValue("tthc-agency"));
        Assert.Equal("tu-phap", headers.GetValue("tthc-unit"));
        Assert.Equal("a,b", headers.GetValue("tthc-roles"));
    }

    [Fact]
    public async Task Sends_everything_written_on_the_line()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.To<AdvanceStepRequest>(_ => new AdvanceStepResponse { Dossier = new() { Code = "X" } });

        await CliRun.OnAsync(
            engine, "dossier", "advance", "H34-1", "--step", "s", "--token", "4", "--action", "go", "--note", "được", "--branch", "police=cax", "--branch", "tax",
            "--paper", "a", "--paper", "b=0/1/2", "--expected-version", "7", "--occurred-at", "03/07/2025 08:15", "--request-id", "id-1");

        var expected = new AdvanceStepRequest
        {
            RequestId = "id-1",
            Dossier = "H34-1",
            ExpectedVersion = 7,
            OccurredAt = Timestamp.FromDateTimeOffset(new(2025, 7, 3, 8, 15, 0, TimeSpan.FromHours(7))),
            Step = "s",
            Token = 4,
            Action = "go",
            Note = "được",
            Branches = { new BranchChoice { Branch = "police", Agency = "cax" }, new BranchChoice { Branch = "tax" } },
            Papers = { new DossierPaper { Key = "a", Originals = 1 }, new DossierPaper { Key = "b", Certified = 1, Copies = 2 } },
        };
        Assert.Equal(expected, Assert.Single(engine.Answers.Asked));
    }

    [Fact]
    public async Task Shows_where_the_dossier_stands_after_an_act()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.To<SettleDossierRequest>(_ => new SettleDossierResponse { Dossier = Sample(), Replayed = true });

        var run = await CliRun.OnAsync(engine, "dossier", "settle", "H34-1", "--number", "1", "--date", "2025-07-03", "--file", "f");

        Assert.Equal(
            """
            (kết quả của lần gọi trước, không ghi thêm gì)
            H34-250701-0001 · Đã xử lý xong · phiên bản 5
              Hẹn trả         04/07/2025 17:00 (hẹn ban đầu 03/07/2025 17:00)
              Đang ở          tra#3 Trả kết quả · one-stop-officer · xa-a
                              xong bằng ReturnResult

            """, run.Output);
    }

    [Fact]
    public async Task Prints_one_json_object_a_line_for_lists()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.To<ListDossiersRequest>(request => new ListDossiersResponse
        {
            Dossiers = { new Dossier { Code = request.PageToken.Length == 0 ? "A" : "B" } },
            NextPageToken = request.PageToken.Length == 0 ? "next" : "",
        });

        var run = await CliRun.OnAsync(engine, "dossier", "list", "--status", "processing", "--status", "9", "--json", "--limit", "0");

        var codes = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("code").GetString());
        Assert.Equal(["A", "B"], codes);
        var first = Assert.IsType<ListDossiersRequest>(engine.Answers.Asked[0]);
        Assert.Equal([DossierStatus.Processing, DossierStatus.Settled], first.Statuses);
        Assert.Equal(500, first.PageSize);
    }

    [Fact]
    public async Task Stops_reading_pages_at_the_limit_and_says_that_there_is_more()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.To<ListDossiersRequest>(request => new ListDossiersResponse { Dossiers = { Enumerable.Range(0, request.PageSize).Select(i => new Dossier { Code = $"D{i}" }) }, NextPageToken = "next" });

        var run = await CliRun.OnAsync(engine, "dossier", "list", "--limit", "3");

        Assert.Single(engine.Answers.Asked);
        Assert.Equal(4, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("--limit 0", run.Error);
    }

    [Theory]
    [InlineData(HealthCheckResponse.Types.ServingStatus.Serving, ExitCode.Ok)]
    [InlineData(HealthCheckResponse.Types.ServingStatus.NotServing, ExitCode.ServerAway)]
    public async Task Reports_health_and_bundle(HealthCheckResponse.Types.ServingStatus health, int expected)
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.To<HealthCheckRequest>(_ => new HealthCheckResponse { Status = health });
        engine.Answers.To<ListProceduresRequest>(_ => new ListProceduresResponse { Procedures = { new ProcedureSummary() }, BundleHash = "abc" });

        var run = await CliRun.OnAsync(engine, "status", "--json");

        Assert.Equal(expected, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(expected == ExitCode.Ok ? "abc" : null, json.RootElement.GetProperty("bundleHash").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("simulatedNow").ValueKind);
    }

    [Fact]
    public async Task Reports_health_to_somebody_who_has_not_said_who_he_is()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.To<HealthCheckRequest>(_ => new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.Serving });
        engine.Answers.Refuse<ListProceduresRequest>(new RpcException(new Status(StatusCode.Unauthenticated, "who?")));

        var run = await CliRun.OnAsync(engine, "status");

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Contains("Thủ tục      (thêm --as và --agency để xem)", run.Output);
    }

    private static Dossier Sample() => new()
    {
        Code = "H34-250701-0001",
        Version = 5,
        Status = DossierStatus.Settled,
        OriginalDueAt = At(3),
        DueAt = At(4),
        ActiveSteps = { new ActiveStep { Step = "tra", Token = 3, Name = "Trả kết quả", Role = "one-stop-officer", Agency = "xa-a", ClosedBy = "ReturnResult" } },
    };

    private static Timestamp At(int day) => Timestamp.FromDateTimeOffset(new(2025, 7, day, 17, 0, 0, TimeSpan.FromHours(7)));
}
