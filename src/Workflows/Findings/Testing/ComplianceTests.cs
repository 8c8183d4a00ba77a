using System.Collections.Immutable;
using Tthc.RuleLanguage.RuleSets;
using Tthc.RuleLanguage.RuleSets.Testing;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Bundles;
using Tthc.Workflows.Facts;

namespace Tthc.Workflows.Findings.Testing;

/// <summary>Runs the tests that stand beside rule sets: <c>name.tests.json</c> beside <c>name.rules.json</c>.</summary>
public static class ComplianceTests
{
    /// <summary>
    /// Runs them all. A test that is red, a rule nothing is expected of and a set without tests are errors, at the expectation or the rule; a condition never seen true or
    /// never seen false is a warning.
    /// </summary>
    /// <param name="bundle">The rule sets, and the procedures, calendars and policies from which dossiers are sketched.</param>
    /// <param name="files">The files of tests.</param>
    /// <param name="bag">Where problems go.</param>
    /// <returns>What came of each file that could be read.</returns>
    public static ImmutableArray<RuleTestReport> Run(RuleBundle bundle, IReadOnlyList<SourceText> files, DiagnosticBag bag)
    {
        var definitions = bundle.RuleSets.Select(s => s.Compiled.Definition).ToList();
        var tested = definitions.GroupBy(d => TestsBeside(d.Source.Path), StringComparer.Ordinal).ToList();
        foreach (var stray in files.Where(f => tested.TrueForAll(t => t.Key != f.Path)))
            bag.Report(SketchDiagnostics.StrayTests.At(new SourceLocation(stray, default), "", RulesBeside(stray.Path)));
        var host = HostOf(bundle);
        return [.. tested.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => Run([.. t], FileOf(t.Key, files), definitions, host, bag)).OfType<RuleTestReport>()];
    }

    /// <summary>What tests of rules about dossiers need.</summary>
    public static RuleTestHost HostOf(RuleBundle bundle)
    {
        var sketch = new DossierSketch(bundle);
        return new RuleTestHost
        {
            Schema = _ => ComplianceFacts.Schema,
            Facts = (test, _) => test.Given is { } given ? sketch.Read(given) : null,
            LocalOffset = sketch.LocalOffset,
            Options = ComplianceSetReader.Options,
            Compiled = definition => bundle.RuleSets.FirstOrDefault(s => ReferenceEquals(s.Compiled.Definition, definition))?.Compiled,
        };
    }

    private static RuleTestReport? Run(
        ImmutableArray<RuleSetDefinition> tested, SourceText? file, List<RuleSetDefinition> all, RuleTestHost host, DiagnosticBag bag)
    {
        var tests = file is null ? null : RuleTestReader.Read(file, bag);
        // A file that cannot be read has been reported; that its rules have no tests would be said beside the point.
        return file is not null && tests is null ? null : RuleTests.Run(tests, tested, all, host, bag);
    }

    private static SourceText? FileOf(string path, IReadOnlyList<SourceText> files) => files.FirstOrDefault(f => f.Path == path);

    private static string TestsBeside(string rules) => Renamed(rules, RuleBundleCompiler.RuleFile, RuleBundleCompiler.RuleTestFile);

    private static string RulesBeside(string tests) => Renamed(tests, RuleBundleCompiler.RuleTestFile, RuleBundleCompiler.RuleFile);

    private static string Renamed(string path, string ending, string other) => path[..^ending.Length] + other;
}
