using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tthc.Engine.Access;
using Tthc.Engine.Hosting;
using Tthc.Engine.Rules.Calls;
using Tthc.Protos.V1;
using Tthc.Storage.Rules;
using Tthc.Workflows.Findings;
using Tthc.Workflows.Findings.Impact;
using Channel = System.Threading.Channels.Channel;
using RuleBundle = Tthc.Workflows.Bundles.RuleBundle;
using Studied = Tthc.Workflows.Findings.Impact.DossierImpact;

namespace Tthc.Engine.Rules.Impact;

/// <summary>PreviewImpact: checks the edit, goes through the dossiers, tells how far it is, then the result. Ends when the caller hangs up.</summary>
internal sealed class ImpactCalls(RuleCatalog rules, ImpactStore store, EngineTime time, Caller caller)
{
    private const int UsualListed = 500;
    private const int MostListed = 10_000;
    private const int MostMonths = 120;

    public async Task PreviewAsync(PreviewImpactRequest request, IServerStreamWriter<PreviewImpactResponse> responses, ServerCallContext context)
    {
        caller.Require(context);
        var checks = new RequestChecks();
        var edits = RulePublishing.Edits(checks, request.Files);
        var at = checks.Instant("at", request.At) ?? time.Now;
        if (request.EndedMonths is < 0 or > MostMonths)
            checks.Add("ended_months", "out-of-range", $"Từ 0 đến {MostMonths} / from 0 to {MostMonths}.");
        if (request.MostListed is < 0 or > MostListed)
            checks.Add("most_listed", "out-of-range", $"Từ 1 đến {MostListed} / from 1 to {MostListed}.");
        checks.ThrowIfAny();
        var current = rules.Current;
        var (bundle, diagnostics) = current.Try(edits);
        var paths = edits.Select(e => e.Path).ToHashSet(StringComparer.Ordinal);
        var result = new ImpactResult { Accepted = bundle is not null };
        result.Diagnostics.AddRange(diagnostics.Where(d => paths.Contains(d.Location.Path) || bundle is null).Select(RuleMessages.Of));
        // Whoever still works on the tests wants to see what the edit comes to; only what does not compile has no impact.
        if ((bundle ?? current.Untested(edits)) is { } edited)
        {
            var question = new ImpactQuestion(
                request.EndedMonths > 0 ? at.AddMonths(-request.EndedMonths) : null,
                !current.Bundle.RuleSets.IsEmpty || !edited.RuleSets.IsEmpty,
                request.MostListed == 0 ? UsualListed : request.MostListed);
            await StudyAsync(new ImpactRun(store, rules, StudyOf(current, edited, paths, at), question), question, (result, responses), context.CancellationToken);
        }
        await responses.WriteAsync(new PreviewImpactResponse { Result = result }, context.CancellationToken);
    }

    /// <summary>What is in force against what would be. An edited rule set has no stored revision yet: every dossier is judged by it as if it were the newest.</summary>
    private static ImpactStudy StudyOf(RulesInForce current, RuleBundle edited, HashSet<string> paths, DateTimeOffset at)
    {
        var after = new RulesInForce(edited, null, new ComplianceRules([.. edited.RuleSets.Select(s => new PublishedRuleSet(0, s))]));
        var procedures = edited.Procedures.Where(p => paths.Contains(edited.PathOf(p))).Select(p => p.Code)
            .Concat(current.Bundle.Procedures.Where(p => paths.Contains(current.Bundle.PathOf(p))).Select(p => p.Code));
        return new ImpactStudy(current.World, after.World, procedures.ToHashSet(StringComparer.Ordinal), at);
    }

    private async Task StudyAsync(
        ImpactRun run, ImpactQuestion question, (ImpactResult Result, IServerStreamWriter<PreviewImpactResponse> Responses) to, CancellationToken cancellation)
    {
        var total = await store.CountAsync(question.EndedSince, cancellation);
        // Only the newest figure matters: a slow reader does not slow the study down.
        var progress = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var running = RunAsync(run, progress.Writer, cancellation);
        await foreach (var done in progress.Reader.ReadAllAsync(cancellation))
            await to.Responses.WriteAsync(new PreviewImpactResponse { Progress = new ImpactProgress { Done = done, Total = Math.Max(done, total) } }, cancellation);
        var (totals, listed) = await running;
        to.Result.Summary = totals.ToMessage();
        to.Result.Dossiers.AddRange(listed.Select(Of));
        to.Result.Truncated = totals.Changed > listed.Length;
    }

    private static async Task<(ImpactTotals Totals, System.Collections.Immutable.ImmutableArray<Studied> Listed)> RunAsync(ImpactRun run, ChannelWriter<long> progress, CancellationToken cancellation)
    {
        try
        {
            return await run.RunAsync(progress, cancellation);
        }
        finally
        {
            progress.Complete();
        }
    }

    private static Protos.V1.DossierImpact Of(Studied impact)
    {
        var dossier = impact.Dossier;
        var message = new Protos.V1.DossierImpact
        {
            Dossier = dossier.Code ?? dossier.FilingCode ?? $"#{dossier.Id}",
            ProcedureCode = dossier.ProcedureCode,
            Agency = dossier.ReceivingAgency,
            DueBefore = impact.DueBefore?.ToTimestamp(),
            DueAfter = impact.DueAfter?.ToTimestamp(),
            LateBefore = impact.LateBefore,
            LateAfter = impact.LateAfter,
        };
        message.FindingsAppearing.Add(impact.Appearing);
        message.FindingsVanishing.Add(impact.Vanishing);
        return message;
    }
}
