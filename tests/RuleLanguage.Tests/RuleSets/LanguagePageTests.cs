using System.Reflection;
using System.Text.RegularExpressions;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.RuleSets;
using Tthc.RuleLanguage.RuleSets.Data;
using Tthc.RuleLanguage.RuleSets.Results;
using Tthc.RuleLanguage.RuleSets.Testing;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;

namespace Tthc.RuleLanguage.Tests.RuleSets;

/// <summary>Every example of docs/rule-language.md is run, and every difference it lists has a test.</summary>
public sealed partial class LanguagePageTests
{
    private static readonly string s_root = typeof(LanguagePageTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    private static readonly string s_page = File.ReadAllText(Path.Combine(s_root, "docs", "rule-language.md")).ReplaceLineEndings("\n");

    public static TheoryData<string> Examples =>
        [.. Block().Matches(s_page).SelectMany((block, i) => Lines(block).Select(line => $"{i}: {line.Expression}"))];

    public static TheoryData<int> Documents => [.. Enumerable.Range(0, WithTests().Count(s_page))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Gives_the_value_on_the_page(string example)
    {
        var (block, expression) = (int.Parse(example.Split(": ")[0]), example.Split(": ", 2)[1]);
        var match = Block().Matches(s_page)[block];
        var expected = Lines(match).First(l => l.Expression == expression).Value;
        Assert.Equal(expected, Value(match.Groups[1].Value.Split('\n'), expression));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Has_rules_whose_tests_are_green(int index)
    {
        var match = WithTests().Matches(s_page)[index];
        var bag = new DiagnosticBag();
        var sets = RuleSetReader.Read(SourceText.From("page.rules.json", match.Groups[1].Value), bag);
        var file = RuleTestReader.Read(SourceText.From("page.tests.json", match.Groups[2].Value), bag);
        var report = RuleTests.Run(file, sets, sets, RuleTestHost.None with { LocalOffset = TimeSpan.FromHours(7) }, bag);
        Assert.Empty(bag.ToImmutable().Where(d => d.Severity != DiagnosticSeverity.Info).Select(d => d.ToString()));
        Assert.True(report.IsGreen);
        Assert.NotEmpty(report.Cases);
    }

    [Fact]
    public void Has_examples() => Assert.True(Examples.Count >= 40 && Documents.Count >= 3);

    [Fact]
    public void Lists_differences_that_have_tests()
    {
        var listed = Difference().Matches(s_page).Select(m => m.Groups[1].Value).ToList();
        var tested = typeof(LanguagePageTests).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Select(m => Tested().Match(m.Name)).Where(m => m.Success).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Empty(listed.Except(tested));
        Assert.Empty(tested.Except(listed));
        Assert.Equal(listed.Count, listed.Distinct().Count());
    }

    private static string Value(string[] lines, string expression)
    {
        var facts = JsonFacts.Infer((JsonObject)Files.Json(lines.First(l => l.StartsWith("facts: ", StringComparison.Ordinal))["facts: ".Length..]));
        var mode = lines.Contains("mode: Null") ? MissingFacts.Null : MissingFacts.Undetermined;
        var bag = new DiagnosticBag();
        if (ExpressionChecker.Check(ExpressionText.From(expression), new CheckOptions { Facts = facts.Schema, MissingFacts = mode }, bag) is not { } bound)
            return "error";
        var value = ExpressionEvaluator.Evaluate(bound, facts.Facts, new EvaluationContext(Judging.Now, TimeSpan.FromHours(7)), mode);
        return value.Value is null ? "missing" : ValueJson.Write(value.Value, bound.Type, indented: false);
    }

    private static IEnumerable<(string Expression, string Value)> Lines(Match block) => block.Groups[1].Value.Split('\n')
        .Where(l => !l.StartsWith("facts: ", StringComparison.Ordinal) && !l.StartsWith("mode: ", StringComparison.Ordinal))
        .Select(l => (l[..l.LastIndexOf(" => ", StringComparison.Ordinal)], l[(l.LastIndexOf(" => ", StringComparison.Ordinal) + 4)..]));

    [GeneratedRegex("```example\n(.*?)\n```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex("```rules\n(.*?)\n```\n```tests\n(.*?)\n```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WithTests();

    [GeneratedRegex(@"^\| RE-DIFF-(\d\d) \|", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Difference();

    [GeneratedRegex(@"RE_DIFF_(\d\d)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tested();
}
