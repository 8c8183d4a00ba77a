using Grpc.Core;
using Tthc.Cli.Invocation;
using Tthc.Cli.Tests.Running;
using Tthc.Protos.V1;

namespace Tthc.Cli.Tests.Commands;

public sealed class RulesTests
{
    private const string Path = "compliance/mine.rules.json";

    [Fact]
    public async Task Accepts_the_rules_that_are_shipped() =>
        Assert.Equal(ExitCode.Ok, (await CliRun.OfAsync(["rules", "check", RepositoryFolder.Of("rules")])).ExitCode);

    [Fact]
    public async Task Points_into_the_expression_that_is_wrong()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("mine.rules.json", Text("dossier.Cod == 1"));

        var run = await CliRun.OfAsync(["rules", "check", file, "--rules", RepositoryFolder.Of("rules")]);

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains($"{file}:", run.Output);
        Assert.Contains("^^^", run.Output);
        Assert.Contains("Code", run.Output);
    }

    [Theory]
    [InlineData("vi", "Mã")]
    [InlineData("en", "ode")]
    public async Task Lists_the_facts_with_type_and_meaning(string language, string meaning)
    {
        var run = await CliRun.OfAsync(["rules", "facts", "dossier.Code", "--lang", language]);

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Contains("dossier.Code", run.Output);
        Assert.Contains(meaning, run.Output);
        Assert.Equal(ExitCode.Refused, (await CliRun.OfAsync(["rules", "facts", "nothing"])).ExitCode);
    }

    [Fact]
    public async Task Pushes_a_file_with_its_tests_made_from_the_newest_revision()
    {
        await using var engine = await FakeEngine.StartAsync();
        using var folder = RulesFolder();
        PublishRuleSetRequest? sent = null;
        engine.Answers.To<PublishRuleSetRequest>(request => request.Files[0].BaseRevision.Length == 0
            ? throw Refused.With(StatusCode.Aborted, Refused.Info("base-moved", ("path", Path), ("head", "2-abcdefabcdef")))
            : Answer(sent = request));

        var run = await CliRun.OnAsync(
            engine, "rules", "push", System.IO.Path.Combine(folder.Path, Path), "--rules", folder.Path, "--reason", "thử", "--basis", "QĐ 1", "--effective", "01/01/2027", "--request-id", "r1");

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Equal(("r1", "thử", "QĐ 1", 2027), (sent!.RequestId, sent.Reason, sent.Basis, sent.EffectiveFrom.Year));
        Assert.Equal([(Path, "2-abcdefabcdef"), ("compliance/mine.tests.json", "")], sent.Files.Select(f => (f.Path, f.BaseRevision)));
        Assert.Contains("mine: 3-0123456789ab", run.Output);
    }

    [Fact]
    public async Task Ends_with_four_when_the_base_given_is_not_the_newest()
    {
        await using var engine = await FakeEngine.StartAsync();
        using var folder = RulesFolder();
        engine.Answers.To<PublishRuleSetRequest>(_ => throw Refused.With(StatusCode.Aborted, Refused.Info("base-moved", ("path", Path), ("head", "2-abcdefabcdef"))));

        var run = await CliRun.OnAsync(engine, "rules", "push", System.IO.Path.Combine(folder.Path, Path), "--rules", folder.Path, "--reason", "thử", "--base", "1-0123456789ab");

        Assert.Equal(ExitCode.LostRace, run.ExitCode);
        Assert.Contains("base-moved", run.Error);
        Assert.Contains("rules pull", run.Error);
    }

    [Fact]
    public async Task Shows_the_mistakes_that_the_engine_attached()
    {
        await using var engine = await FakeEngine.StartAsync();
        using var folder = RulesFolder();
        var mistakes = new RuleDiagnostics { Total = 1, Diagnostics = { new RuleDiagnostic { Id = "RULE-101", Severity = "error", Path = Path, Line = 7, Column = 9, MessageVi = "không có Cod" } } };
        engine.Answers.To<PublishRuleSetRequest>(_ => throw Refused.With(StatusCode.FailedPrecondition, [Refused.Info("rules-mistaken", ("errors", "1")), mistakes]));

        var run = await CliRun.OnAsync(engine, "rules", "push", System.IO.Path.Combine(folder.Path, Path), "--rules", folder.Path, "--reason", "thử");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains($"{Path}:7:9: error RULE-101: không có Cod", run.Error);
    }

    [Fact]
    public async Task Shows_what_an_edit_would_change()
    {
        await using var engine = await FakeEngine.StartAsync();
        using var folder = RulesFolder();
        var result = new ImpactResult { Accepted = true, Summary = new() { Dossiers = 9, OpenDossiers = 8, Changed = 1, FindingsAppearing = 1, AppearingByRule = { ["V01"] = 1 } } };
        result.Dossiers.Add(new DossierImpact { Dossier = "H1-1", LateAfter = true, FindingsAppearing = { "V01" } });
        engine.Answers.To<PreviewImpactRequest>(_ => new PreviewImpactResponse { Result = result });

        var run = await CliRun.OnAsync(engine, "rules", "impact", System.IO.Path.Combine(folder.Path, Path), "--rules", folder.Path);

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Contains("9 hồ sơ", run.Output);
        Assert.Contains("V01 1", run.Output);
        Assert.Contains("thành trễ", run.Output);
        Assert.DoesNotContain("1 / 2", run.Output);
    }

    [Fact]
    public async Task Explains_a_rule_found_by_its_id()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.Answers.To<ListRuleSetsRequest>(_ => new ListRuleSetsResponse { RuleSets = { new RuleSetSummary { Name = "apology" } } });
        engine.Answers.To<GetRuleSetRequest>(_ => new GetRuleSetResponse { Rules = { new RuleSummary { Name = "V01-late", Id = "V01", TitleVi = "Quá hạn", Basis = "NĐ 61" } } });
        engine.Answers.To<EvaluateRulesRequest>(request => new EvaluateRulesResponse
        {
            Revision = "1-0123456789ab", Verdicts = { new RuleVerdict { Rule = request.Rule, Verdict = "true", MessageVi = "Hồ sơ H1 quá hạn", Explanation = "V01-late: đúng\n  now → 1\n" } },
        });

        var run = await CliRun.OnAsync(engine, "rules", "explain", "V01", "--dossier", "H1");

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Contains("V01-late · Quá hạn", run.Output);
        Assert.Contains("Hồ sơ H1 quá hạn", run.Output);
        Assert.Contains("  now → 1", run.Output);
        Assert.Equal(ExitCode.Refused, (await CliRun.OnAsync(engine, "rules", "explain", "V99", "--dossier", "H1")).ExitCode);
    }

    [Fact]
    public async Task Shows_the_lines_that_differ_from_what_is_in_force()
    {
        await using var engine = await FakeEngine.StartAsync();
        using var folder = RulesFolder();
        engine.Answers.To<ListRuleSetsRequest>(_ => new ListRuleSetsResponse { RuleSets = { new RuleSetSummary { Name = "mine" } } });
        engine.Answers.To<GetRuleSetRequest>(_ => new GetRuleSetResponse
        {
            Summary = new() { SourcePath = Path }, Source = Text("dossier.Code == null"), TestsPath = "compliance/mine.tests.json", TestsSource = "{}",
        });

        var run = await CliRun.OnAsync(engine, "rules", "diff", System.IO.Path.Combine(folder.Path, Path), "--rules", folder.Path);

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("-  \"Rules\": [ { \"RuleName\": \"a\", \"Expression\": \"dossier.Code == null\" } ]", run.Output);
        Assert.Contains("+  \"Rules\": [ { \"RuleName\": \"a\", \"Expression\": \"dossier.Code != null\" } ]", run.Output);
        Assert.DoesNotContain("mine.tests.json", run.Output);
    }

    [Fact]
    public async Task Fetches_rules_with_their_tests_into_a_folder()
    {
        await using var engine = await FakeEngine.StartAsync();
        using var folder = new TemporaryFolder();
        engine.Answers.To<GetRuleSetRequest>(_ => new GetRuleSetResponse
        {
            Summary = new() { SourcePath = Path, Revision = "1-0123456789ab" }, Source = "một", TestsPath = "compliance/mine.tests.json", TestsSource = "hai",
        });

        var run = await CliRun.OnAsync(engine, "rules", "pull", "mine", "--to", folder.Path);

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Equal("một", File.ReadAllText(System.IO.Path.Combine(folder.Path, Path)));
        Assert.Equal("hai", File.ReadAllText(System.IO.Path.Combine(folder.Path, "compliance/mine.tests.json")));
    }

    [Fact]
    public async Task Refuses_a_file_outside_the_rules_folder()
    {
        using var folder = RulesFolder();
        using var elsewhere = new TemporaryFolder();

        var run = await CliRun.OfAsync(["rules", "push", elsewhere.Write("x.rules.json", "{}"), "--rules", folder.Path, "--reason", "thử"]);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("--rules", run.Error);
    }

    private static TemporaryFolder RulesFolder()
    {
        var folder = new TemporaryFolder();
        folder.Write(Path, Text("dossier.Code != null"));
        folder.Write("compliance/mine.tests.json", "{}");
        return folder;
    }

    private static PublishRuleSetResponse Answer(PublishRuleSetRequest request) => new()
    {
        Publication = new() { Number = 3, EffectiveFrom = request.EffectiveFrom, Waiting = true }, Revisions = { new RuleSetRevision { Name = "mine", Revision = "3-0123456789ab" } },
    };

    private static string Text(string expression) => $$"""
        {
          "WorkflowName": "mine",
          "Facts": "dossier",
          "Rules": [ { "RuleName": "a", "Expression": "{{expression}}" } ]
        }
        """;
}
