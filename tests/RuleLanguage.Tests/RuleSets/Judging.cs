using System.Collections.Immutable;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.RuleSets;
using Tthc.RuleLanguage.RuleSets.Data;
using Tthc.RuleLanguage.RuleSets.Results;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;

namespace Tthc.RuleLanguage.Tests.RuleSets;

/// <summary>Rules and facts of tests, both as JSON.</summary>
internal sealed class Judging
{
    public static readonly DateTimeOffset Now = new(2026, 4, 21, 9, 0, 0, TimeSpan.FromHours(7));

    private Judging(ImmutableArray<CompiledRuleSet> sets, ImmutableArray<Diagnostic> diagnostics, DataRecord facts) =>
        (Sets, Diagnostics, Facts) = (sets, diagnostics, facts);

    public ImmutableArray<CompiledRuleSet> Sets { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public DataRecord Facts { get; }

    public CompiledRuleSet Set => Sets[0];

    /// <param name="rules">A rule file.</param>
    /// <param name="facts">An object whose fields are the facts.</param>
    /// <param name="options">How the sets are compiled.</param>
    public static Judging Of(string rules, string facts = "{}", RuleSetOptions? options = null)
    {
        var bag = new DiagnosticBag();
        var definitions = RuleSetReader.Read(SourceText.From("rules.json", rules), bag);
        var inferred = JsonFacts.Infer((JsonObject)Files.Json(facts));
        var sets = RuleSetCompiler.Compile(definitions, _ => inferred.Schema, options ?? RuleSetOptions.Default, bag);
        return new Judging(sets, bag.ToImmutable(), inferred.Facts);
    }

    /// <summary>Rules without any mistake.</summary>
    public static Judging Sound(string rules, string facts = "{}", RuleSetOptions? options = null)
    {
        var judging = Of(rules, facts, options);
        Assert.Empty(judging.Diagnostics.Where(d => d.Severity != DiagnosticSeverity.Info).Select(d => d.ToString()));
        return judging;
    }

    public EvaluationContext Context(DateTimeOffset? now = null) => new(now ?? Now, TimeSpan.FromHours(7));

    public ImmutableArray<RuleResult> Results(DateTimeOffset? now = null) => Set.Results(Facts, Context(now));

    /// <summary>Verdicts of the compiled form, which those of the results must be.</summary>
    public Verdict[] Verdicts(DateTimeOffset? now = null)
    {
        var verdicts = new Verdict[Set.Rules.Length];
        Set.Evaluator.Evaluate(Facts, Context(now), verdicts);
        Assert.Equal(verdicts, Results(now).Select(r => r.Verdict));
        return verdicts;
    }

    /// <summary>Names of the rules that hold.</summary>
    public IEnumerable<string> Held() => Verdicts().Select((v, i) => (v, i)).Where(p => p.v == Verdict.True).Select(p => Set.Rules[p.i].Name);

    /// <summary>The set made of these rules, each <c>name: expression</c>.</summary>
    public static string SetOf(params string[] rules) => $$"""
        { "WorkflowName": "set", "Rules": [ {{string.Join(",\n", rules.Select(r => r.Split(": ", 2)).Select(r => $"{{ \"RuleName\": \"{r[0]}\", \"Expression\": {System.Text.Json.JsonSerializer.Serialize(r[1])} }}"))}} ] }
        """;
}
