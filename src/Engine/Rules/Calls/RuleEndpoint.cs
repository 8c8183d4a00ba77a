using Grpc.Core;
using Tthc.Engine.Access;
using Tthc.Engine.Hosting;
using Tthc.Engine.Rules.Impact;
using Tthc.Protos.V1;
using Tthc.Storage.Rules;
using Tthc.Text.Diagnostics;

namespace Tthc.Engine.Rules.Calls;

/// <summary>RuleService: what judges, what an edit would be and would change, and the one way to publish it.</summary>
internal sealed class RuleEndpoint(RuleCatalog rules, RuleReading reading, RuleTrials trials, ImpactCalls impact, RulePublishing publishing, RuleRollback rollback, Caller caller)
    : RuleService.RuleServiceBase
{
    public override Task<ListRuleSetsResponse> ListRuleSets(ListRuleSetsRequest request, ServerCallContext context) => Task.FromResult(reading.List(request));

    public override Task<GetRuleSetResponse> GetRuleSet(GetRuleSetRequest request, ServerCallContext context) => reading.GetAsync(request, context.CancellationToken);

    public override Task<ListRuleSetRevisionsResponse> ListRuleSetRevisions(ListRuleSetRevisionsRequest request, ServerCallContext context) =>
        reading.ListRevisionsAsync(request, context.CancellationToken);

    public override Task<EvaluateRulesResponse> EvaluateRules(EvaluateRulesRequest request, ServerCallContext context) => trials.EvaluateAsync(request, context);

    public override Task PreviewImpact(PreviewImpactRequest request, IServerStreamWriter<PreviewImpactResponse> responseStream, ServerCallContext context) =>
        impact.PreviewAsync(request, responseStream, context);

    public override Task<CheckRuleSetResponse> CheckRuleSet(CheckRuleSetRequest request, ServerCallContext context)
    {
        caller.Require(context);
        var (bundle, diagnostics) = Try(request.Files, 1);
        var response = new CheckRuleSetResponse { Accepted = bundle };
        response.Diagnostics.AddRange(diagnostics);
        return Task.FromResult(response);
    }

    public override Task<TestRuleSetResponse> TestRuleSet(TestRuleSetRequest request, ServerCallContext context)
    {
        caller.Require(context);
        var (bundle, diagnostics) = Try(request.Files, 0);
        var response = new TestRuleSetResponse { Accepted = bundle };
        response.Diagnostics.AddRange(diagnostics);
        response.Results.AddRange(rules.Current.Test(RulePublishing.Edits(new RequestChecks(), request.Files, 0)));
        return Task.FromResult(response);
    }

    public override Task<DescribeFactsResponse> DescribeFacts(DescribeFactsRequest request, ServerCallContext context)
    {
        var response = new DescribeFactsResponse();
        response.Facts.AddRange(FactDescriptions.All.Where(f => f.Path.StartsWith(request.Prefix, StringComparison.Ordinal)));
        return Task.FromResult(response);
    }

    public override async Task<PublishRuleSetResponse> PublishRuleSet(PublishRuleSetRequest request, ServerCallContext context)
    {
        var actor = publishing.Require(context);
        var checks = new RequestChecks();
        var call = RulePublishing.Read(checks, actor, request, (request.RequestId, request.Reason, request.Basis, request.EffectiveFrom));
        var edits = RulePublishing.Edits(checks, request.Files);
        checks.ThrowIfAny();
        var result = await publishing.PublishAsync(call, edits, context);
        var response = new PublishRuleSetResponse { Publication = RuleMessages.PublicationOf((result as PublishResult.Done)?.Publication.Row) };
        if (result is PublishResult.Done done)
        {
            response.Revisions.AddRange(done.Publication.RuleSets.Select(RuleMessages.RuleSetOf));
            response.Replayed = done.Replayed;
        }
        var paths = request.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        response.Diagnostics.AddRange(result.Hints.Where(d => paths.Contains(d.Location.Path)).Select(RuleMessages.Of));
        return response;
    }

    public override async Task<RollbackRuleSetResponse> RollbackRuleSet(RollbackRuleSetRequest request, ServerCallContext context)
    {
        var actor = publishing.Require(context);
        var checks = new RequestChecks();
        var call = RulePublishing.Read(checks, actor, request, (request.RequestId, request.Reason, request.Basis, request.EffectiveFrom));
        checks.Required("name", request.Name, 200);
        checks.Required("revision", request.Revision, 100);
        checks.Bounded("base_revision", request.BaseRevision, 100);
        checks.ThrowIfAny();
        var result = await rollback.RunAsync(RevisionKind.RuleSet, (request.Name, request.Revision, request.BaseRevision), call, context);
        var response = new RollbackRuleSetResponse { Publication = RuleMessages.PublicationOf((result as PublishResult.Done)?.Publication.Row) };
        if (result is PublishResult.Done done)
        {
            response.Revisions.AddRange(done.Publication.RuleSets.Select(RuleMessages.RuleSetOf));
            response.Replayed = done.Replayed;
        }
        return response;
    }

    /// <summary>Whether edited files would be accepted, and what there is to say about them; of other files only what keeps them from it.</summary>
    private (bool Accepted, IEnumerable<RuleDiagnostic> Diagnostics) Try(IReadOnlyList<RuleFileEdit> files, int least)
    {
        var checks = new RequestChecks();
        var edits = RulePublishing.Edits(checks, files, least);
        checks.ThrowIfAny();
        var (bundle, diagnostics) = rules.Current.Try(edits);
        var paths = edits.Select(e => e.Path).ToHashSet(StringComparer.Ordinal);
        return (bundle is not null, diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error || paths.Contains(d.Location.Path)).Select(RuleMessages.Of));
    }
}
