using System.Text.Json;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.RuleSets;
using Tthc.RuleLanguage.RuleSets.Data;
using Tthc.RuleLanguage.RuleSets.Results;
using Tthc.RuleLanguage.Types;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;

namespace Tthc.RuleLanguage.Tests.RuleSets.Compatibility;

/// <summary>Files as people write them for RulesEngine, with what it makes of them.</summary>
public sealed class CompatibilityTests
{
    public static TheoryData<string> Cases => [.. typeof(CompatibilityTests).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".case", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Judges_as_RulesEngine_does(string resource)
    {
        var (head, rules, inputs, expected) = Sections(resource);
        var bag = new DiagnosticBag();
        var definitions = RuleSetReader.Read(SourceText.From("rules.json", rules), bag);
        if (head.Contains("MissingFacts: Null", StringComparison.Ordinal))
            definitions = [.. definitions.Select(d => d with { MissingFacts = MissingFacts.Null })];
        var facts = JsonFacts.Infer((JsonObject)Files.Json(inputs));
        var sets = RuleSetCompiler.Compile(definitions, _ => facts.Schema, RuleSetOptions.Default, bag);
        var set = sets.FirstOrDefault(s => ReferenceEquals(s.Definition, definitions[0]));
        Assert.True(set is not null, string.Join('\n', bag.ToImmutable()));
        var results = set.Results(facts.Facts, new EvaluationContext(Judging.Now, TimeSpan.FromHours(7)));
        var actual = results.SelectMany(r => Lines(r, "")).ToList();
        if (expected.Any(e => e.StartsWith("event: ", StringComparison.Ordinal)))
            actual.Add("event: " + RuleResults.SuccessEvent(results));
        var wanted = expected.Where(e => e.Length > 0).ToList();
        Assert.Equal(wanted, actual.Where(a => !IsChild(a) || wanted.Contains(a)));
        var verdicts = new Verdict[set.Rules.Length];
        set.Evaluator.Evaluate(facts.Facts, new EvaluationContext(Judging.Now, TimeSpan.FromHours(7)), verdicts);
        Assert.Equal(results.Select(r => r.Verdict), verdicts);
    }

    [Fact]
    public void Are_there_at_all() => Assert.InRange(Cases.Count, 25, int.MaxValue);

    private static bool IsChild(string line) => line.Split(':')[0].Contains('/', StringComparison.Ordinal);

    private static IEnumerable<string> Lines(RuleResult result, string under)
    {
        var path = under + result.Rule.Name;
        var message = result is { Verdict: Verdict.False, ExceptionMessage.Length: > 0 } ? " \"" + JsonEncodedText.Encode(result.ExceptionMessage, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"" : "";
        var word = result.Verdict switch { Verdict.True => "true", Verdict.False => "false", _ => "undetermined" };
        yield return $"{path}: {word}{message}";
        if (result.ActionResult is { } action)
            yield return $"{path} -> {(action.Output is RuleLanguage.Facts.DataRecord record ? ValueJson.Write(record, RuleType.Of(record.Shape), indented: false) : action.Output)}";
        foreach (var line in result.ChildResults.SelectMany(child => Lines(child, path + "/")))
            yield return line;
    }

    private static (string Head, string Rules, string Inputs, string[] Expected) Sections(string resource)
    {
        using var reader = new StreamReader(typeof(CompatibilityTests).Assembly.GetManifestResourceStream(resource)!);
        var parts = reader.ReadToEnd().ReplaceLineEndings("\n").Split(["=== rules\n", "=== inputs\n", "=== expected\n"], StringSplitOptions.None);
        return (parts[0], parts[1], parts[2], parts[3].Split('\n'));
    }
}
