using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Tthc.Cli.Invocation;
using Tthc.Cli.Tests.Running;
using Tthc.Protos.V1;

namespace Tthc.Cli.Tests.Errors;

public sealed class FailureTests
{
    [Fact]
    public async Task Shows_refusal_in_both_languages_with_id_and_next_step()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.Refuse<AdvanceStepRequest>(Refused.With(
            StatusCode.PermissionDenied,
            [Refused.Info("wrong-role", ("role", "chairman")), .. Refused.Texts("Cần vai trò chairman để thực hiện.", "The role chairman is needed.")]));

        var run = await CliRun.OnAsync(engine, "dossier", "advance", "H34-250701-0001", "--request-id", "r-1");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal(
            """
            Không thực hiện được [wrong-role]: Cần vai trò chairman để thực hiện.
              The role chairman is needed.
              Làm tiếp: Gọi với --roles chairman, nếu anh/chị có vai trò đó.
              Mã lời gọi: r-1

            """, run.Error);
    }

    [Fact]
    public async Task Shows_english_first_when_asked()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.Refuse<AdvanceStepRequest>(Refused.With(StatusCode.FailedPrecondition, [Refused.Info("missing-note"), .. Refused.Texts("Phải ghi ý kiến.", "A note is needed.")]));

        var run = await CliRun.OnAsync(engine, "dossier", "advance", "X", "--lang", "en");

        Assert.StartsWith("Not done [missing-note]: A note is needed.\n  Phải ghi ý kiến.\n", run.Error);
    }

    [Fact]
    public async Task Lists_all_field_violations()
    {
        await using var engine = await FakeEngine.StartAsync();
        var bad = new BadRequest
        {
            FieldViolations =
            {
                new BadRequest.Types.FieldViolation { Field = "applicant.name", Description = "Bắt buộc / Required", Reason = "required" },
                new BadRequest.Types.FieldViolation { Field = "papers[1].originals", Description = "Không được âm / Not negative", Reason = "negative" },
            },
        };
        engine.Answers.Refuse<ReceiveDossierRequest>(Refused.With(StatusCode.InvalidArgument, [bad, .. Refused.Texts("Yêu cầu sai.", "The request is malformed.")]));

        var run = await CliRun.OnAsync(engine, "dossier", "receive", "--procedure", "1.004873", "--request-id", "r-2");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("  - applicant.name: Bắt buộc / Required [required]\n  - papers[1].originals: Không được âm / Not negative [negative]\n", run.Error);
    }

    [Fact]
    public async Task Says_after_how_long_to_try_again()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.Refuse<GetDossierRequest>(Refused.With(StatusCode.ResourceExhausted, new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(2.5)) }));

        var run = await CliRun.OnAsync(engine, "dossier", "show", "X", "--request-id", "r-3");

        Assert.Contains("Làm tiếp: Chờ 3 giây rồi gọi lại với --request-id r-3.", run.Error);
    }

    [Theory]
    [InlineData(StatusCode.FailedPrecondition, ExitCode.Refused)]
    [InlineData(StatusCode.NotFound, ExitCode.Refused)]
    [InlineData(StatusCode.PermissionDenied, ExitCode.Refused)]
    [InlineData(StatusCode.Internal, ExitCode.Refused)]
    [InlineData(StatusCode.Unavailable, ExitCode.ServerAway)]
    [InlineData(StatusCode.DeadlineExceeded, ExitCode.ServerAway)]
    [InlineData(StatusCode.Aborted, ExitCode.LostRace)]
    public async Task Exits_with_the_code_of_the_status(StatusCode status, int expected)
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.Refuse<GetDossierRequest>(new RpcException(new Grpc.Core.Status(status, "because")));

        var run = await CliRun.OnAsync(engine, "dossier", "show", "X");

        Assert.Equal(expected, run.ExitCode);
    }

    [Fact]
    public async Task Says_how_to_repeat_a_call_that_did_not_reach_the_engine()
    {
        string address;
        await using (var gone = await FakeEngine.StartAsync())
            address = gone.Address;

        var run = await CliRun.OfAsync(["dossier", "claim", "X", "--server", address, "--request-id", "r-4"]);

        Assert.Equal(ExitCode.ServerAway, run.ExitCode);
        Assert.Contains($"Không liên lạc được với engine tại {address}.", run.Error);
        Assert.Contains("gọi lại đúng lệnh này với --request-id r-4: không bao giờ ghi hai lần", run.Error);
    }

    [Fact]
    public async Task Makes_a_request_id_and_prints_it_on_failure()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.Refuse<AdvanceStepRequest>(Refused.With(StatusCode.Aborted));

        var run = await CliRun.OnAsync(engine, "dossier", "advance", "X");

        var sent = Assert.IsType<AdvanceStepRequest>(Assert.Single(engine.Answers.Asked)).RequestId;
        Assert.Equal(32, sent.Length);
        Assert.Contains($"Mã lời gọi: {sent}\n", run.Error);
    }

    [Fact]
    public async Task Writes_failure_as_one_line_of_json()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.Refuse<AdvanceStepRequest>(Refused.With(
            StatusCode.FailedPrecondition, [Refused.Info("unknown-action", ("known", "a, b")), .. Refused.Texts("Không có.", "There is none.")]));

        var run = await CliRun.OnAsync(engine, "dossier", "advance", "X", "--json", "--request-id", "r-5");

        using var json = JsonDocument.Parse(Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("FAILED_PRECONDITION", json.RootElement.GetProperty("code").GetString());
        Assert.Equal("unknown-action", json.RootElement.GetProperty("reason").GetString());
        Assert.Equal("Không có.", json.RootElement.GetProperty("messageVi").GetString());
        Assert.Equal("a, b", json.RootElement.GetProperty("metadata").GetProperty("known").GetString());
        Assert.Equal("r-5", json.RootElement.GetProperty("requestId").GetString());
    }

    [Fact]
    public async Task Shows_the_plain_message_when_the_details_are_damaged()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.Refuse<GetDossierRequest>(new RpcException(new Grpc.Core.Status(StatusCode.NotFound, "no such dossier"), new Metadata { { "grpc-status-details-bin", [0xFF, 0xFF, 0xFF] } }));

        var run = await CliRun.OnAsync(engine, "dossier", "show", "X");

        Assert.StartsWith("Không thực hiện được [NOT_FOUND]: no such dossier\n", run.Error);
    }

    [Fact]
    public async Task Shows_control_characters_of_a_reply_as_text()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.Refuse<GetDossierRequest>(Refused.With(StatusCode.NotFound, Refused.Texts("\u001b[31mđỏ", "red")));

        var run = await CliRun.OnAsync(engine, "dossier", "show", "X");

        Assert.DoesNotContain('\u001b', run.Error);
    }
}
