using Tthc.RuleLanguage.Evaluation;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Findings.Testing;

namespace Tthc.Workflows.Tests.Findings;

/// <summary>Verdicts of the shipped rules about sketched dossiers.</summary>
internal static class SketchJudge
{
    /// <summary>Ids of the rules that hold, and with a question mark those that cannot be told.</summary>
    public static IReadOnlyList<string> Met(string sketch, string at)
    {
        var bag = new DiagnosticBag();
        var reader = new DossierSketch(ShippedRulesTests.Bundle);
        var node = JsonDocumentReader.Read(SourceText.From("sketch.json", sketch), bag)!;
        var facts = reader.Read(JsonCursor.AtRoot(node, bag));
        Assert.Empty(bag.ToImmutable().Select(d => d.ToString()));
        var moment = new DateTimeOffset(DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture), reader.LocalOffset);
        var context = new EvaluationContext(moment, reader.LocalOffset);
        var met = new List<string>();
        foreach (var set in ShippedRulesTests.Bundle.RuleSets)
        {
            var verdicts = new Verdict[set.Rules.Length];
            context.Begin(moment);
            set.Compiled.Evaluator.Evaluate(facts!, context, verdicts);
            met.AddRange(set.Rules.Where(r => verdicts[r.Index] != Verdict.False).Select(r => verdicts[r.Index] == Verdict.True ? r.Id : r.Id + "?"));
        }
        return met;
    }
}
