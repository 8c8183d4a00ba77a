using System.Collections.Immutable;
using Tthc.RuleLanguage.Evaluation;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.RuleSets.Testing;

/// <summary>One run of a file of tests.</summary>
/// <param name="tested">The sets they are for.</param>
/// <param name="sets">Those sets compiled for the facts of cases.</param>
/// <param name="host">The host.</param>
/// <param name="bag">Where problems go.</param>
internal sealed class RuleTestRun(IReadOnlyList<RuleSetDefinition> tested, TestSets sets, RuleTestHost host, DiagnosticBag bag)
{
    private readonly HashSet<RuleDefinition> _expected = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<RuleSetDefinition> _run = new(ReferenceEqualityComparer.Instance);

    public CoverageRecorder Coverage { get; } = new();

    /// <summary>Runs a case; null where it could not be run, which was reported.</summary>
    public RuleTestOutcome? Case(RuleTestCase test)
    {
        if (SetOf(test) is not { } definition)
            return null;
        _run.Add(definition);
        if (sets.For(test, definition) is not { } ready)
            return null;
        var failures = test.Expect.SelectMany(expectation => Judge(test, expectation, ready)).ToImmutableArray();
        foreach (var failure in failures)
            bag.Report(failure.Diagnostic);
        return new RuleTestOutcome(test, failures);
    }

    public void ReportUncovered(RuleSetDefinition set)
    {
        if (!_run.Contains(set))
        {
            bag.Report(set.Name.Problem(TestDiagnostics.NoTests, set.Name.Value));
            return;
        }
        foreach (var rule in set.Rules.Where(rule => rule.IsEnabled && !_expected.Contains(rule)))
            bag.Report(rule.Name.Problem(TestDiagnostics.UncoveredRule, rule.Name.Value));
    }

    private RuleSetDefinition? SetOf(RuleTestCase test)
    {
        if (test.Set is null && tested.Count == 1)
            return tested[0];
        if (test.Set is { } name && tested.FirstOrDefault(s => s.Name.Value == name.Value) is { } set)
            return set;
        var names = tested.Select(s => s.Name.Value).ToList();
        bag.Report((test.Set ?? test.Name).Problem(TestDiagnostics.UnknownSet, string.Join(", ", names))
            .WithNearest(test.Set is null ? null : NameSuggestion.Nearest(test.Set.Value, names)));
        return null;
    }

    private IEnumerable<RuleTestFailure> Judge(RuleTestCase test, RuleExpectation expectation, (CompiledRuleSet Set, object Facts) ready)
    {
        var (set, facts) = ready;
        if (set.Find(expectation.Rule.Value) is not { } rule)
        {
            bag.Report(expectation.Rule.Problem(TestDiagnostics.UnknownRule, expectation.Rule.Value, set.Name)
                .WithNearest(NameSuggestion.Nearest(expectation.Rule.Value, set.Rules.SelectMany(r => new[] { r.Name, r.Id }))));
            return [];
        }
        _expected.Add(rule.Definition);
        var context = new EvaluationContext(test.At, host.LocalOffset, host.Options.Limits);
        var trace = RuleTracer.Trace(set.Bound, rule.Bound, facts, context);
        Coverage.Expect(rule);
        Coverage.Record(rule, trace);
        context.Begin(test.At);
        return Differences(test, expectation, trace, set.MessageOf(rule, facts, context))
            .Select(d => new RuleTestFailure(d.WithRelated(rule.Definition.Name.Location, "quy tắc", "the rule"), trace));
    }

    private static IEnumerable<Diagnostic> Differences(RuleTestCase test, RuleExpectation expectation, RuleTrace trace, BilingualText message)
    {
        var (name, rule) = (test.Name.Value, trace.Rule.Name);
        if (expectation.Verdict is { } verdict && verdict.Value != trace.Verdict)
            yield return verdict.Problem(TestDiagnostics.WrongVerdict, name, rule, Word(verdict.Value), Found(trace));
        if (expectation.Message is { } text && text.Vietnamese.Value != message.Vietnamese)
            yield return text.Vietnamese.Problem(TestDiagnostics.WrongMessage, name, rule, message.Vietnamese);
        if (expectation.Message is { } english && !ReferenceEquals(english.English, english.Vietnamese) && english.English.Value != message.English)
            yield return english.English.Problem(TestDiagnostics.WrongMessage, name, rule, message.English);
        if (expectation.NextChange is { } next && !Means(next.Value, trace.Next))
            yield return next.Problem(TestDiagnostics.WrongChange, name, rule, trace.Next.ToString());
    }

    /// <summary>Tests write instants to the second: what is "after 17:00" begins within the second of 17:00.</summary>
    private static bool Means(NextChange written, NextChange found) => written.Instant is { } from && found.Instant is { } at
        ? at >= from && at < from.AddSeconds(1)
        : written == found;

    private static BilingualText Word(Verdict verdict) => verdict switch
    {
        Verdict.True => new("thỏa (met)", "met"),
        Verdict.False => new("không thỏa (not met)", "not met"),
        _ => new("không xác định được (undetermined)", "undetermined"),
    };

    private static BilingualText Found(RuleTrace trace)
    {
        var word = Word(trace.Verdict);
        return trace.Reason is { } reason ? new($"{word.Vietnamese}: {reason.Text.Vietnamese}", $"{word.English}: {reason.Text.English}") : word;
    }
}
