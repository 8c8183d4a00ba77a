using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.RuleSets;
using Tthc.Text;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Facts;

namespace Tthc.Workflows.Findings;

/// <summary>A finding in words, and the facts it rests on.</summary>
internal static class FindingTexts
{
    private static readonly BilingualText s_undetermined = new("Chưa kết luận được", "Cannot be told");

    public static (string Vietnamese, string English) Of(RuleVerdict verdict, FindingKind kind, EvaluationContext evaluation) =>
        (In(TextLanguage.Vietnamese, verdict, kind, evaluation), In(TextLanguage.English, verdict, kind, evaluation));

    /// <summary>The facts the rule reads, by name, as they stood; lists are left out.</summary>
    public static EquatableList<FindingFact> FactsOf(RuleVerdict verdict)
    {
        var facts = new List<FindingFact>();
        foreach (var path in verdict.Rule.FactPaths)
            if (FactPath.Read(verdict.Facts, path) is { } read)
                facts.Add(new FindingFact(path, read.Text));
        return [.. facts];
    }

    private static string In(TextLanguage language, RuleVerdict verdict, FindingKind kind, EvaluationContext evaluation)
    {
        evaluation.Begin(evaluation.Now);
        if (kind != FindingKind.Undetermined)
            return verdict.Set.Rules.Compiled.MessageOf(verdict.Rule.Rule, verdict.Facts, evaluation, language);
        return $"{s_undetermined.In(language)}: {verdict.Rule.Title.In(language)}";
    }
}
