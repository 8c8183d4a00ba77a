using System.Reflection;
using System.Text.RegularExpressions;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.RuleSets;
using Tthc.RuleLanguage.RuleSets.Data;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;

namespace Tthc.RuleLanguage.Tests.RuleSets;

/// <summary>The program in the README of the project is this one.</summary>
public sealed partial class ReadmeTests
{
    private const string Rules = """
        { "WorkflowName": "library", "Rules": [
            { "RuleName": "overdue", "Expression": "now > loan.DueAt && loan.Books.Any(b => b.Price > 100)",
              "Properties": { "message": { "vi": "Trễ từ $(loan.DueAt)", "en": "Late since $(loan.DueAt)" } } } ] }
        """;

    private static readonly string s_root = typeof(ReadmeTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    // begin
    public sealed record Book([property: RuleFact("giá", "price")] decimal Price);

    public sealed record Loan(
        [property: RuleFact("hạn trả", "when it is due")] DateTimeOffset? DueAt,
        [property: RuleFact("các cuốn sách", "the books")] IReadOnlyList<Book> Books);

    public sealed record LoanFacts([property: RuleFact("lượt mượn", "the loan", Name = "loan")] Loan Loan);

    private static IEnumerable<string> Judge(SourceText file, LoanFacts facts, DateTimeOffset now)
    {
        var bag = new DiagnosticBag();
        var schema = new FactSchema(new FactShapes().Of<LoanFacts>());
        var sets = RuleSetCompiler.Compile(RuleSetReader.Read(file, bag), _ => schema, RuleSetOptions.Default, bag);
        foreach (var diagnostic in bag.ToImmutable())
            yield return DiagnosticRenderer.Render(diagnostic);

        foreach (var set in sets)
        {
            var context = new EvaluationContext(now, TimeSpan.FromHours(7));
            var verdicts = new Verdict[set.Rules.Length];
            set.Evaluator.Evaluate(facts, context, verdicts);
            foreach (var (rule, verdict) in set.Rules.Zip(verdicts))
            {
                var next = WakeUp.Of(set.Bound, rule.Bound, facts, context);
                yield return verdict == Verdict.True ? set.MessageOf(rule, facts, context, TextLanguage.English) : $"{rule.Name}: {verdict}, may change {next}";
            }
        }
    }
    // end

    [Fact]
    public void Is_a_program_that_works()
    {
        var due = new DateTimeOffset(2026, 4, 21, 17, 0, 0, TimeSpan.FromHours(7));
        var facts = new LoanFacts(new Loan(due, [new Book(120)]));
        Assert.Equal(["Late since 2026-04-21 17:00"], Judge(SourceText.From("library.rules.json", Rules), facts, due.AddHours(1)));
        Assert.StartsWith("overdue: False, may change 2026-04-21T17:00:00", Judge(SourceText.From("library.rules.json", Rules), facts, due.AddHours(-1)).Single(), StringComparison.Ordinal);
        Assert.Equal("overdue: Undetermined, may change never", Judge(SourceText.From("library.rules.json", Rules), new LoanFacts(new Loan(null, [new Book(120)])), due).Single());
        Assert.Contains("RULE-", Judge(SourceText.From("library.rules.json", Rules.Replace("b.Price", "b.Prise")), facts, due).First(), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_the_one_in_the_README()
    {
        static string Plain(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));
        var source = File.ReadAllText(Path.Combine(s_root, "tests", "RuleLanguage.Tests", "RuleSets", "ReadmeTests.cs"));
        var readme = File.ReadAllText(Path.Combine(s_root, "src", "RuleLanguage", "README.md")).ReplaceLineEndings("\n");
        Assert.Equal(Plain(Region().Match(source.ReplaceLineEndings("\n")).Groups[1].Value), Plain(Program().Match(readme).Groups[1].Value));
        Assert.Equal(Plain(Rules), Plain(RuleFile().Match(readme).Groups[1].Value));
        Files.Sound(RuleFile().Match(readme).Groups[1].Value);
    }

    [GeneratedRegex("    // begin\n(.*?)    // end\n", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Region();

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Program();

    [GeneratedRegex("```json\n(.*?)\n```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RuleFile();
}
