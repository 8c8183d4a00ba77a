using Tthc.Workflows.Dossiers.CaseFacts;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers;

/// <summary>Papers against the regulated list: nothing outside it, nothing required missing.</summary>
internal static class PaperCheck
{
    /// <summary>Papers outside the list of the procedure.</summary>
    public static Refusal? Unknown(IEnumerable<string> keys, CompiledProcedure procedure, string? caseKey)
    {
        var known = procedure.PapersFor(caseKey).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var outside = keys.Where(k => !known.Contains(k)).ToList();
        return outside.Count == 0
            ? null
            : Refusals.UnknownPaper.With("papers", string.Join(", ", outside), "known", string.Join(", ", known.Order(StringComparer.Ordinal)));
    }

    /// <summary>Required papers of the case that are not there in the number asked for.</summary>
    public static Refusal? MissingAtReceipt(Dossier subject, IReadOnlyCollection<PaperOnFile> papers, CompiledProcedure procedure, ConditionRun conditions) =>
        Missing(procedure.PapersFor(subject.CaseKey).Where(p => !p.Optional), papers, conditions);

    /// <summary>Papers a step or action needs that are not there.</summary>
    public static Refusal? Missing(IEnumerable<string> needed, IReadOnlyCollection<PaperOnFile> papers, CompiledProcedure procedure, ConditionRun conditions) =>
        Missing(needed.Select(k => procedure.Papers[k]), papers, conditions);

    private static Refusal? Missing(IEnumerable<Paper> required, IReadOnlyCollection<PaperOnFile> papers, ConditionRun conditions)
    {
        var missing = required.Where(r => !papers.Any(p => p.Key == r.Key && Covers(p, r)) && conditions.Holds(r.When)).ToList();
        return missing.Count == 0
            ? conditions.Problem
            : Refusals.MissingPaper.With("papers", string.Join(", ", missing.Select(p => p.Key)), "names", string.Join("; ", missing.Select(p => p.Name.Vietnamese)));
    }

    /// <summary>A better paper serves for a lesser one: an original for a certified copy, either for a plain copy.</summary>
    private static bool Covers(PaperOnFile paper, Paper required) =>
        paper.Originals >= required.Originals
        && paper.Originals + paper.Certified >= required.Originals + required.Certified
        && paper.Originals + paper.Certified + paper.Copies >= Math.Max(1, required.Originals + required.Certified + required.Copies);
}
