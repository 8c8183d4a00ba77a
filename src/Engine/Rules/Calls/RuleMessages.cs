using Google.Protobuf.WellKnownTypes;
using Tthc.Engine.Procedures;
using Tthc.Protos.V1;
using Tthc.Storage.Rules;
using Tthc.RuleLanguage.RuleSets.Testing;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using PublicationMessage = Tthc.Protos.V1.RulePublication;

namespace Tthc.Engine.Rules.Calls;

/// <summary>Diagnostics, publications and revisions as callers see them.</summary>
internal static class RuleMessages
{
    public static RuleDiagnostic Of(Diagnostic diagnostic)
    {
        var location = diagnostic.Location;
        return new RuleDiagnostic
        {
            Id = diagnostic.Id,
            Severity = DiagnosticRenderer.Label(diagnostic.Severity, TextLanguage.English),
            Path = location.Source.Path,
            Line = location.Start.Line,
            Column = location.Start.Column,
            EndLine = location.End.Line,
            EndColumn = location.End.Column,
            MessageVi = diagnostic.Message(TextLanguage.Vietnamese),
            MessageEn = diagnostic.Message(TextLanguage.English),
            JsonPath = diagnostic.JsonPath,
            SuggestionVi = diagnostic.Suggestion?.Vietnamese ?? "",
            SuggestionEn = diagnostic.Suggestion?.English ?? "",
        };
    }

    public static PublicationMessage PublicationOf(PublicationRow? row) => row is null ? new PublicationMessage() : new PublicationMessage
    {
        Number = row.Id,
        PublishedAt = row.PublishedAt.ToTimestamp(),
        Author = row.Author,
        Reason = row.Reason,
        Basis = row.Basis,
        EffectiveFrom = Dates.Of(row.EffectiveFrom),
        Waiting = row.BundleId is null,
    };

    public static ProcedureRevision ProcedureOf(RevisionRow row) => new()
    {
        Code = row.Code,
        Revision = RuleLabels.Of(row),
        PublishedAt = row.PublishedAt.ToTimestamp(),
        InForceFrom = Dates.Of(row.InForceFrom),
        ContentHash = row.Hash,
        SourcePath = row.SourcePath,
        Author = row.Publication?.Author ?? "",
        Reason = row.Publication?.Reason ?? "",
        Basis = row.Publication?.Basis ?? "",
        EffectiveFrom = Dates.Of(row.Publication?.EffectiveFrom),
        BaseNumber = row.BaseNumber ?? 0,
        Waiting = IsWaiting(row),
    };

    public static RuleSetRevision RuleSetOf(RevisionRow row) => new()
    {
        Name = row.Code,
        Revision = RuleLabels.Of(row),
        PublishedAt = row.PublishedAt.ToTimestamp(),
        InForceFrom = SinceOf(row.InForceFrom),
        ContentHash = row.Hash,
        SourcePath = row.SourcePath,
        Author = row.Publication?.Author ?? "",
        Reason = row.Publication?.Reason ?? "",
        Basis = row.Publication?.Basis ?? "",
        EffectiveFrom = Dates.Of(row.Publication?.EffectiveFrom),
        BaseNumber = row.BaseNumber ?? 0,
        Waiting = IsWaiting(row),
    };

    public static Google.Type.Date? SinceOf(DateOnly from) => from == DateOnly.MinValue ? null : Dates.Of(from);

    private static bool IsWaiting(RevisionRow row) => row.Publication is { BundleId: null };

    public static RuleTestResult Of(RuleTestOutcome outcome, string ruleSet)
    {
        var result = new RuleTestResult { RuleSet = ruleSet, Name = outcome.Case.Name.Value, Passed = outcome.Failures.IsEmpty };
        result.Differences.AddRange(outcome.Failures.Select(f => $"{f.Diagnostic.Message(Text.TextLanguage.Vietnamese)} / {f.Diagnostic.Message(Text.TextLanguage.English)}"));
        return result;
    }
}
