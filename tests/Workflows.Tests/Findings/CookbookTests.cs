using System.Text.RegularExpressions;
using Tthc.RuleLanguage.RuleSets;
using Tthc.RuleLanguage.RuleSets.Data;
using Tthc.RuleLanguage.RuleSets.Testing;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;
using Tthc.Workflows.Facts;
using Tthc.Workflows.Findings;
using Tthc.Workflows.Findings.Testing;
using Tthc.Workflows.Tests.Reading;

namespace Tthc.Workflows.Tests.Findings;

/// <summary>Every recipe of docs/rule-cookbook.md is compiled, run by its own test, and covered by it.</summary>
public sealed partial class CookbookTests
{
    private static readonly Match[] s_recipes =
        [.. Recipe().Matches(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "rule-cookbook.md")).ReplaceLineEndings("\n")).Cast<Match>()];

    public static TheoryData<string> Recipes => [.. s_recipes.Select(r => r.Groups["title"].Value)];

    [Fact]
    public void Hold_thirty_one_recipes_of_which_ten_are_in_the_manner_of_RulesEngine()
    {
        Assert.Equal(Enumerable.Range(1, 31).Select(n => $"{n}. "), s_recipes.Select(r => Number().Match(r.Groups["title"].Value).Value));
        Assert.Equal(10, s_recipes.Count(r => Read(r, new DiagnosticBag()).All(set => set.Facts is null)));
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Work(string title)
    {
        var recipe = s_recipes.Single(r => r.Groups["title"].Value == title);
        var bag = new DiagnosticBag();
        var sets = Read(recipe, bag);
        var tests = RuleTestReader.Read(SourceText.From("recipe.tests.json", recipe.Groups["tests"].Value), bag)!;
        Check(sets, tests, bag);

        var report = RuleTests.Run(tests, sets, sets, HostOf(sets), bag);

        var said = string.Join('\n', bag.ToImmutable().Where(d => d.Severity != DiagnosticSeverity.Info));
        Assert.True(said.Length == 0, said);
        Assert.True(report.IsGreen && report.Cases.Length > 0);
    }

    private static IReadOnlyList<RuleSetDefinition> Read(Match recipe, DiagnosticBag bag) => RuleSetReader.Read(SourceText.From("recipe.rules.json", recipe.Groups["rules"].Value), bag);

    /// <summary>What a publication would check: the test run itself says nothing of mistakes in the rules.</summary>
    private static void Check(IReadOnlyList<RuleSetDefinition> sets, RuleTestFile tests, DiagnosticBag bag)
    {
        if (sets.Any(set => set.Facts is not null))
        {
            ComplianceSetReader.Read([sets[0].Source], bag);
            return;
        }
        foreach (var test in tests.Cases)
            RuleSetCompiler.Compile(sets, _ => JsonFacts.Infer((JsonObject)test.Facts!.Node).Schema, RuleSetOptions.Default, bag);
    }

    private static RuleTestHost HostOf(IReadOnlyList<RuleSetDefinition> sets) => sets.Any(set => set.Facts is not null)
        ? ComplianceTests.HostOf(ShippedRulesTests.Bundle)
        : RuleTestHost.None with { LocalOffset = TimeSpan.FromHours(7) };

    [GeneratedRegex("^## (?<title>\\d+\\. [^\n]+)\n(?:(?!^## ).)*?```rules\n(?<rules>.*?)\n```\n+```tests\n(?<tests>.*?)\n```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Recipe();

    [GeneratedRegex("^\\d+\\. ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
