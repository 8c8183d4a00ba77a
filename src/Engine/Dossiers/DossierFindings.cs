using Google.Protobuf.WellKnownTypes;
using Tthc.Engine.Rules;
using Tthc.Protos.V1;
using Tthc.RuleLanguage.Evaluation;
using Tthc.Text;
using Tthc.Workflows.Findings;
using Finding = Tthc.Workflows.Findings.Finding;

namespace Tthc.Engine.Dossiers;

/// <summary>Findings and explanations as messages.</summary>
internal static class DossierFindings
{
    public static async ValueTask<Protos.V1.Finding> OfAsync(Finding finding, RuleCatalog catalog, CancellationToken cancellation)
    {
        var rules = catalog.Current;
        var rule = rules.Bundle.RuleSets.Where(s => s.Name == finding.RuleSet).SelectMany(s => s.Rules).FirstOrDefault(r => r.Id == finding.Rule);
        return new Protos.V1.Finding
        {
            Number = finding.Number,
            Rule = finding.Rule,
            RuleSet = finding.RuleSet,
            RuleSetRevision = await catalog.RuleSetLabelAsync(finding.Revision, cancellation) ?? "",
            Kind = (Protos.V1.FindingKind)((int)finding.Kind + 1),
            Severity = (Protos.V1.FindingSeverity)((int)finding.Severity + 1),
            Track = (Protos.V1.FindingTrack)((int)finding.Track + 1),
            At = finding.At.ToTimestamp(),
            ClearedAt = finding.ClearedAt?.ToTimestamp(),
            ClearedBy = (Protos.V1.ClearingReason)(int)finding.ClearedBy,
            Obligation = finding.Obligation?.Kind ?? "",
            ObligationDueAt = finding.Obligation?.DueAt?.ToTimestamp(),
            ObligationDischargedAt = finding.Obligation?.DischargedAt?.ToTimestamp(),
            Title = rule?.Title.Vietnamese ?? "",
            TitleEn = rule?.Title.English ?? "",
        };
    }

    public static async ValueTask<RuleExplanation> OfAsync(RuleAccount account, RuleCatalog catalog, CancellationToken cancellation)
    {
        var message = new RuleExplanation
        {
            Rule = account.Rule.Id,
            RuleSet = account.Set.Rules.Name,
            RuleSetRevision = await catalog.RuleSetLabelAsync(account.Set.RevisionId, cancellation) ?? "",
            Title = account.Rule.Title.Vietnamese,
            TitleEn = account.Rule.Title.English,
            Verdict = account.Trace.Verdict switch { Verdict.True => "met", Verdict.False => "not met", _ => "undetermined" },
            NextChangeAt = account.Trace.Next.Instant?.ToTimestamp(),
            Why = TraceText.Render(account.Trace, TextLanguage.Vietnamese),
            WhyEn = TraceText.Render(account.Trace, TextLanguage.English),
        };
        message.Basis.AddRange(account.Rule.Rule.Metadata.Basis.Select(b => b.ToString()));
        return message;
    }
}
