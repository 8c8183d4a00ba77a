using System.Collections.Immutable;
using Tthc.RuleLanguage.Evaluation;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.RuleSets.Testing;

/// <summary>Runs the tests of rule sets.</summary>
public static class RuleTests
{
    /// <summary>
    /// Runs a file of tests. Reported are expectations that failed, rules nothing is expected of, conditions never seen true or never seen false, and sets without any
    /// test.
    /// </summary>
    /// <param name="file">The tests; null: there is no such file.</param>
    /// <param name="tested">The sets they are for.</param>
    /// <param name="all">These and those they need.</param>
    /// <param name="host">What tests need of whoever the rules are written for.</param>
    /// <param name="bag">Where problems go.</param>
    public static RuleTestReport Run(
        RuleTestFile? file, IReadOnlyList<RuleSetDefinition> tested, IReadOnlyList<RuleSetDefinition> all, RuleTestHost host, DiagnosticBag bag)
    {
        var before = bag.ErrorCount;
        var run = new RuleTestRun(tested, new TestSets(all, host, bag), host, bag);
        var outcomes = file?.Cases.Select(run.Case).OfType<RuleTestOutcome>().ToImmutableArray() ?? [];
        foreach (var set in tested)
            run.ReportUncovered(set);
        var coverage = run.Coverage.Report();
        foreach (var condition in coverage)
        {
            if (!condition.SeenTrue)
                bag.Report(TestDiagnostics.UncoveredBranch.At(condition.Location, "", new BilingualText("đúng", "true")));
            if (!condition.SeenFalse)
                bag.Report(TestDiagnostics.UncoveredBranch.At(condition.Location, "", new BilingualText("sai", "false")));
        }
        return new RuleTestReport(outcomes, coverage, bag.ErrorCount == before);
    }
}
