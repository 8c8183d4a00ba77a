using System.Collections.Immutable;
using Grpc.Core;
using Tthc.Engine.Access;
using Tthc.Engine.Dossiers;
using Tthc.Engine.Dossiers.AtHand;
using Tthc.Engine.Hosting;
using Tthc.Protos.V1;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.RuleSets;
using Tthc.RuleLanguage.RuleSets.Data;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Facts;
using Tthc.Workflows.Findings;
using Google.Protobuf.WellKnownTypes;

namespace Tthc.Engine.Rules.Calls;

/// <summary>Trying rules out: on facts given in a call, or on a dossier as it stands. Nothing is written.</summary>
internal sealed class RuleTrials(RuleCatalog rules, DossierShelf shelf, EngineTime time, Caller caller)
{
    // What the host gives whoever brings the other facts: a calendar is functions, not data.
    private const string Calendar = "calendar";

    public async Task<EvaluateRulesResponse> EvaluateAsync(EvaluateRulesRequest request, ServerCallContext context)
    {
        var actor = caller.Require(context);
        var checks = new RequestChecks();
        checks.Required("name", request.Name, 200);
        checks.Bounded("rule", request.Rule, 200);
        var at = checks.Instant("at", request.At) ?? time.Now;
        if (request.SubjectCase == EvaluateRulesRequest.SubjectOneofCase.None)
            checks.Add("subject", "required", "Cần facts_json hoặc dossier / facts_json or dossier is required.");
        if (request.FactsJson.Length > RulePublishing.MostSource)
            checks.Add("facts_json", "too-long", $"Dài quá {RulePublishing.MostSource} ký tự / longer than {RulePublishing.MostSource} characters.");
        if (request.Language is not ("" or "vi" or "en"))
            checks.Add("language", "unknown-language", "vi, en.");
        checks.ThrowIfAny();
        var current = rules.Current;
        var bag = new DiagnosticBag();
        var (set, facts, row) = request.SubjectCase == EvaluateRulesRequest.SubjectOneofCase.Dossier
            ? await OfDossierAsync(request, current, at, context.CancellationToken)
            : OfJson(request, current, (actor, at), bag);
        var response = new EvaluateRulesResponse { Revision = RuleLabels.Of(RuleReading.RowOf(current, row)), At = at.ToTimestamp() };
        response.Diagnostics.AddRange(bag.ToImmutable().Select(RuleMessages.Of));
        if (set is null || facts is null)
            return response;
        foreach (var rule in RulesOf(set, request.Rule))
            response.Verdicts.Add(VerdictOf(set, rule, facts, (at, current.World.LocalOffset, request)));
        return response;
    }

    private static ImmutableArray<CompiledRule> RulesOf(CompiledRuleSet set, string name) => name.Length == 0
        ? set.Rules
        : [set.Find(name) ?? throw CallErrors.NotFound("unknown-rule", name, $"Bộ {set.Name} không có quy tắc {name}.", $"The set {set.Name} has no rule {name}.")];

    private static RuleVerdict VerdictOf(CompiledRuleSet set, CompiledRule rule, object facts, (DateTimeOffset At, TimeSpan LocalOffset, EvaluateRulesRequest Request) asked)
    {
        var evaluation = new EvaluationContext(asked.At, asked.LocalOffset);
        var trace = RuleTracer.Trace(set.Bound, rule.Bound, facts, evaluation);
        var verdict = new RuleVerdict
        {
            Rule = rule.Name,
            Verdict = trace.Verdict.ToString().ToLowerInvariant(),
            ReasonVi = trace.Reason?.Text.Vietnamese ?? "",
            ReasonEn = trace.Reason?.Text.English ?? "",
            MayChangeAt = trace.Next.Instant?.ToTimestamp(),
        };
        if (trace.Verdict == Verdict.True)
        {
            evaluation.Begin(asked.At);
            var message = set.MessageOf(rule, facts, evaluation);
            (verdict.MessageVi, verdict.MessageEn) = (message.Vietnamese, message.English);
        }
        if (asked.Request.Explain)
            verdict.Explanation = TraceText.Render(trace, asked.Request.Language == "en" ? TextLanguage.English : TextLanguage.Vietnamese);
        return verdict;
    }

    private async Task<(CompiledRuleSet? Set, object? Facts, ComplianceSet Row)> OfDossierAsync(
        EvaluateRulesRequest request, RulesInForce current, DateTimeOffset at, CancellationToken cancellation)
    {
        var dossier = await shelf.FindAsync(request.Dossier, cancellation) ?? throw RunErrors.UnknownDossier(request.Dossier);
        var day = current.World.DayOf(dossier.ReceivedAt ?? dossier.SubmittedAt ?? at);
        var set = RuleReading.Find(current, request.Name, day);
        var pinned = await rules.PinnedAsync(dossier.ProcedureRevision, cancellation);
        var sources = new FactSources(
            pinned.Procedure, current.World.CalendarOf(dossier.CompetentAgency, day), current.World.PolicyFor(day), await shelf.ActsAsync(dossier, cancellation));
        return (set.Compiled, new ComplianceFacts(dossier, sources), set);
    }

    /// <summary>The set compiled anew for facts that are data, and the facts; null when they are malformed.</summary>
    private static (CompiledRuleSet? Set, object? Facts, ComplianceSet Row) OfJson(EvaluateRulesRequest request, RulesInForce current, (Actor Actor, DateTimeOffset At) asked, DiagnosticBag bag)
    {
        var day = current.World.DayOf(asked.At);
        var set = RuleReading.Find(current, request.Name, day);
        var schema = JsonFacts.AsData(ComplianceFacts.Schema, Calendar);
        var definitions = current.Bundle.RuleSets.Select(s => s.Compiled.Definition).ToList();
        var compiled = RuleSetCompiler.Compile(definitions, _ => schema, ComplianceSetReader.Options, bag).FirstOrDefault(c => c.Definition == set.Compiled.Definition);
        var json = JsonDocumentReader.Read(SourceText.From("facts.json", request.FactsJson), bag);
        if (bag.HasErrors || JsonFacts.Read(schema.Root, json, bag) is not { } record)
            return (null, null, set);
        var values = record.Values.ToArray();
        var place = record.Shape.Members.Select(m => m.Name).ToImmutableArray().IndexOf(Calendar);
        values[place] = new CalendarFacts(current.World.CalendarOf(asked.Actor.Agency, day));
        return (compiled, new DataRecord(record.Shape, values), set);
    }
}
