using Grpc.Core;
using Tthc.EndToEnd.Hosting;
using Tthc.Protos.V1;

namespace Tthc.EndToEnd.Rules;

/// <summary>Rule sets through the contract: published, evaluated, gone back to, and what an edit would change.</summary>
public sealed class RuleServiceTests : IAsyncLifetime
{
    private const string Path = "compliance/e2e.rules.json";
    private const string TestPath = "compliance/e2e.tests.json";
    private const string Name = "e2e";

    // Says something of the rule whatever its condition is, so that it stands beside all of them.
    private const string Tests = """
        { "cases": [ { "name": "nothing known", "at": "2026-03-02T09:00+07:00", "facts": {}, "expect": { "E01": { "message": { "vi": "Hồ sơ (chưa có)", "en": "Dossier (none)" } } } } ] }
        """;
    private PrivateEngine? _engine;

    private PrivateEngine Engine => _engine!;

    private RuleService.RuleServiceClient Rules => Engine.Client.Rules;

    public async Task InitializeAsync() => _engine = await PrivateEngine.StartAsync();

    public Task DisposeAsync()
    {
        _engine?.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Publishes_a_rule_set_and_evaluates_it()
    {
        var published = await PublishAsync(Text("dossier.Code == \"A-1\""), "");

        var revision = Assert.Single(published.Revisions);
        Assert.Equal(("e2e", "quan-tri", "thử", Path), (revision.Name, revision.Author, revision.Reason, revision.SourcePath));
        var evaluated = await EvaluateAsync("{ \"dossier\": { \"Code\": \"A-1\" } }");
        Assert.Equal(revision.Revision, evaluated.Revision);
        var verdict = Assert.Single(evaluated.Verdicts);
        Assert.Equal(("E01-thu", "true"), (verdict.Rule, verdict.Verdict));
        Assert.Contains("A-1", verdict.MessageVi, StringComparison.Ordinal);
        Assert.Contains("dossier.Code", verdict.Explanation, StringComparison.Ordinal);
        Assert.Equal("undetermined", Assert.Single((await EvaluateAsync("{}")).Verdicts).Verdict);
        Assert.NotEmpty((await EvaluateAsync("{ \"dossier\": { \"Cod\": 1 } }")).Diagnostics);
    }

    [Fact]
    public async Task Judges_a_dossier_by_the_revision_published_last()
    {
        var dossier = await Engine.Client.ReceiveAsync();
        var first = await PublishAsync(Text($"dossier.Code == \"{dossier.Code}\""), "");
        var asked = new EvaluateRulesRequest { Name = Name, Dossier = dossier.Code };
        var before = await Rules.EvaluateRulesAsync(asked, Officer.Desk().Headers);

        var second = await PublishAsync(Text("dossier.Code == \"-\""), first.Revisions[0].Revision);
        var after = await Rules.EvaluateRulesAsync(asked, Officer.Desk().Headers);

        Assert.Equal((first.Revisions[0].Revision, "true"), (before.Revision, before.Verdicts[0].Verdict));
        Assert.Equal((second.Revisions[0].Revision, "false"), (after.Revision, after.Verdicts[0].Verdict));
    }

    [Fact]
    public async Task Runs_the_tests_beside_a_rule_set()
    {
        var tested = await Rules.TestRuleSetAsync(
            new TestRuleSetRequest { Files = { new RuleFileEdit { Path = Path, Source = Text("dossier.Code == \"A-1\"") }, new RuleFileEdit { Path = TestPath, Source = Tests } } },
            Officer.Desk().Headers);

        Assert.True(tested.Accepted);
        var result = Assert.Single(tested.Results);
        Assert.Equal((Name, "nothing known", true), (result.RuleSet, result.Name, result.Passed));
    }

    [Fact]
    public async Task Finds_in_dossiers_that_were_there_before_and_explains_it()
    {
        var dossier = await Engine.Client.ReceiveAsync();
        await PublishAsync(Text($"dossier.Code == \"{dossier.Code}\""), "");

        using var watch = new FeedService.FeedServiceClient(Engine.Client.Channel).WatchEvents(new WatchEventsRequest { Dossier = dossier.Code, Kinds = { "finding-raised" } }, Officer.Desk().Headers);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        // A message may only tell how far the feed is.
        do
            Assert.True(await watch.ResponseStream.MoveNext(patience.Token));
        while (!watch.ResponseStream.Current.Events.Any(e => e.PayloadJson.Contains("\"E01\"", StringComparison.Ordinal)));

        var shown = await Engine.Client.Dossiers.GetDossierAsync(new GetDossierRequest { Dossier = dossier.Code }, Officer.Desk().Headers);
        var finding = Assert.Single(shown.Dossier.Findings, f => f.Rule == "E01");
        Assert.StartsWith("1-", finding.RuleSetRevision, StringComparison.Ordinal);
        var explained = await Engine.Client.Dossiers.ExplainDossierAsync(new ExplainDossierRequest { Dossier = dossier.Code, Rule = "E01" }, Officer.Desk().Headers);
        Assert.Equal("met", Assert.Single(explained.Rules).Verdict);
        Assert.Contains(dossier.Code, explained.Rules[0].Why, StringComparison.Ordinal);
        Assert.NotEmpty(explained.Due.Text);
    }

    [Fact]
    public async Task Goes_back_to_an_old_revision_under_a_new_number()
    {
        var first = (await PublishAsync(Text("dossier.Code == \"A-1\""), "")).Revisions[0];
        var second = (await PublishAsync(Text("dossier.Code == \"A-2\""), first.Revision)).Revisions[0];

        var back = await Rules.RollbackRuleSetAsync(
            new RollbackRuleSetRequest { RequestId = EngineClient.NewId(), Name = Name, Revision = first.Revision, BaseRevision = second.Revision, Reason = "nhầm" },
            Officer.Administrator().Headers);

        Assert.StartsWith("3-", Assert.Single(back.Revisions).Revision, StringComparison.Ordinal);
        var list = await Rules.ListRuleSetRevisionsAsync(new ListRuleSetRevisionsRequest { Name = Name }, Officer.Desk().Headers);
        Assert.Equal([3, 2, 1], list.Revisions.Select(r => int.Parse(r.Revision.Split('-')[0])));
        var got = await Rules.GetRuleSetAsync(new GetRuleSetRequest { Name = Name }, Officer.Desk().Headers);
        Assert.Equal(Text("dossier.Code == \"A-1\""), got.Source);
        Assert.Equal(back.Revisions[0].Revision, got.Summary.Revision);
        Assert.Equal(back.Revisions[0].Revision, got.NewestRevision);
        Assert.Equal("dossier.Code == \"A-1\"", Assert.Single(got.Rules).Expression);
    }

    [Fact]
    public async Task Finds_every_mistake_without_publishing()
    {
        var text = Text("dossier.Cod == 1 && doss");

        var check = await Rules.CheckRuleSetAsync(new CheckRuleSetRequest { Files = { Edit(text, ""), TestEdit() } }, Officer.Desk().Headers);
        var failure = await Failure.OfAsync(Rules.PublishRuleSetAsync(Request(text, ""), Officer.Administrator().Headers));

        Assert.False(check.Accepted);
        Assert.Contains(check.Diagnostics, d => d.Path == Path && d.Line > 1 && d.Column > 1 && d.MessageEn.Contains("Cod", StringComparison.Ordinal));
        Assert.Equal((StatusCode.FailedPrecondition, "rules-mistaken"), (failure.Code, failure.Info.Reason));
        Assert.Equal(check.Diagnostics.Count(d => d.Severity == "error").ToString(), failure.Info.Metadata["errors"]);
        Assert.DoesNotContain((await Rules.ListRuleSetsAsync(new ListRuleSetsRequest(), Officer.Desk().Headers)).RuleSets, s => s.Name == Name);
    }

    [Fact]
    public async Task Refuses_whoever_is_no_rule_administrator()
    {
        var failure = await Failure.OfAsync(Rules.PublishRuleSetAsync(Request(Text("true"), ""), Officer.Desk().Headers));

        Assert.Equal((StatusCode.PermissionDenied, "rule-administrator"), (failure.Code, failure.Info.Metadata["role"]));
    }

    [Fact]
    public async Task Tells_what_an_edit_would_change_and_writes_nothing()
    {
        var late = await Engine.Client.ReceiveAsync();
        var other = await Engine.Client.ReceiveAsync(EngineClient.Long);
        await Engine.Client.MoveClockAsync(new DateTimeOffset(2026, 7, 15, 8, 0, 0, TimeSpan.Zero));
        var desk = new RuleDesk(Engine);
        var longer = new RuleFileEdit { Path = RuleDesk.Path, Source = desk.Text(30) };
        var position = (await Engine.Client.FeedAsync()).Count;

        var result = await ImpactAsync(new PreviewImpactRequest { Files = { longer, Edit(Text("dossier.Code != null"), ""), TestEdit() } });

        Assert.True(result.Accepted);
        Assert.Equal((2L, 2L, 1L, 1L), (result.Summary.Dossiers, result.Summary.OpenDossiers, result.Summary.DueMoved, result.Summary.BecomingOnTime));
        Assert.Equal(2, result.Summary.AppearingByRule["E01"]);
        var moved = Assert.Single(result.Dossiers, d => d.Dossier == late.Code);
        Assert.True(moved.LateBefore && !moved.LateAfter && moved.DueAfter > moved.DueBefore);
        Assert.Contains("E01", moved.FindingsAppearing);
        var same = Assert.Single(result.Dossiers, d => d.Dossier == other.Code);
        Assert.Equal(same.DueBefore, same.DueAfter);
        Assert.Equal(position, (await Engine.Client.FeedAsync()).Count);
        Assert.Single(await desk.RevisionsAsync());
        Assert.True((await Engine.Client.GetAsync(late.Code)).DueAt == late.DueAt);
    }

    [Fact]
    public async Task Previews_what_its_tests_do_not_pass_yet_and_nothing_that_does_not_compile()
    {
        await Engine.Client.ReceiveAsync();
        var red = TestEdit();
        red.Source = red.Source.Replace("Dossier (none)", "Dossier none", StringComparison.Ordinal);

        var untested = await ImpactAsync(new PreviewImpactRequest { Files = { Edit(Text("dossier.Code != null"), ""), red } });
        var broken = await ImpactAsync(new PreviewImpactRequest { Files = { Edit(Text("dossier.Cod != null"), ""), TestEdit() } });

        Assert.False(untested.Accepted);
        Assert.Equal((1L, 1L), (untested.Summary.Changed, untested.Summary.AppearingByRule["E01"]));
        Assert.Contains(untested.Diagnostics, d => d.Id == "RULE-304");
        Assert.False(broken.Accepted);
        Assert.Null(broken.Summary);
        Assert.NotEmpty(broken.Diagnostics);
    }

    [Fact]
    public async Task Describes_the_facts()
    {
        var facts = (await Rules.DescribeFactsAsync(new DescribeFactsRequest { Prefix = "dossier." }, Officer.Desk().Headers)).Facts;

        var code = Assert.Single(facts, f => f.Path == "dossier.Code");
        Assert.NotEmpty(code.DescriptionVi);
        Assert.NotEmpty(code.DescriptionEn);
        Assert.All(facts, f => Assert.NotEmpty(f.Type));
    }

    private static string Text(string expression) => $$"""
        {
          "WorkflowName": "e2e",
          "Facts": "dossier",
          "Rules": [
            {
              "RuleName": "E01-thu",
              "Properties": { "id": "E01", "severity": "low", "title": { "vi": "Thử", "en": "Trial" }, "message": { "vi": "Hồ sơ $(dossier.Code)", "en": "Dossier $(dossier.Code)" } },
              "Expression": "{{expression.Replace("\"", "\\\"", StringComparison.Ordinal)}}"
            }
          ]
        }
        """;

    private static RuleFileEdit Edit(string text, string baseRevision) => new() { Path = Path, Source = text, BaseRevision = baseRevision };

    /// <summary>The rules, and with the first of them the tests that stand beside all later ones.</summary>
    private static PublishRuleSetRequest Request(string text, string baseRevision)
    {
        var request = new PublishRuleSetRequest { RequestId = EngineClient.NewId(), Files = { Edit(text, baseRevision) }, Reason = "thử" };
        if (baseRevision.Length == 0)
            request.Files.Add(TestEdit());
        return request;
    }

    private static RuleFileEdit TestEdit() => new() { Path = TestPath, Source = Tests };

    private async Task<PublishRuleSetResponse> PublishAsync(string text, string baseRevision) =>
        await Rules.PublishRuleSetAsync(Request(text, baseRevision), Officer.Administrator().Headers);

    private async Task<EvaluateRulesResponse> EvaluateAsync(string facts) =>
        await Rules.EvaluateRulesAsync(new EvaluateRulesRequest { Name = Name, FactsJson = facts, Explain = true }, Officer.Desk().Headers);

    private async Task<ImpactResult> ImpactAsync(PreviewImpactRequest request)
    {
        using var call = Rules.PreviewImpact(request, Officer.Desk().Headers);
        ImpactResult? result = null;
        await foreach (var message in call.ResponseStream.ReadAllAsync())
        {
            Assert.Null(result);
            result = message.Result;
        }
        return result!;
    }
}
