using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.RuleSets;
using Tthc.RuleLanguage.RuleSets.Data;
using Tthc.RuleLanguage.RuleSets.Formatting;
using Tthc.RuleLanguage.RuleSets.Testing;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;

namespace Tthc.RuleLanguage.Tests.RuleSets;

/// <summary>Nothing an author writes throws: files are damaged in thousands of ways and read, compiled, judged and laid out all the same.</summary>
public sealed class DamagedFilesTests
{
    private static readonly string[] s_pieces =
    [
        "null", "true", "0", "-1", "1e400", "79228162514264337593543950335", "\"\"", "\" \"", "\"$(\"", "\"$(a.b)\"", "[]", "{}", "[null]", "\"x =>\"", "\"((((\"", "\"input1\"", "\"now\"",
        "\"And\"", "\"EvaluateRule\"", "\"unique\"", "\"1..\"", "\"> \"", "\"in (\"", "\"-\"", ",", ":", "{", "}", "[", "]", "\"", "\\", "/*", "//", "\u0000", "\ud800", "\u202e",
    ];

    private const string Table = """
        { "WorkflowName": "t", "Parameters": [ { "Name": "days", "On": "input1.day", "Values": [ { "from": "2020-01-01", "value": 1 }, { "from": "2021-01-01", "value": 2 } ] } ],
          "GlobalParams": [ { "Name": "v", "Table": { "Inputs": ["input1.n"], "HitPolicy": "collect sum", "Rows": [ { "When": ["> 5"], "Then": [1] }, { "When": ["in (1, 2)"], "Then": ["days"] } ] } } ],
          "Rules": [ { "RuleName": "r", "Expression": "v > 1", "ErrorMessage": "$(v)", "Actions": { "OnFailure": { "Name": "EvaluateRule", "Context": { "workflowName": "t", "ruleName": "s", "inputFilter": ["input1"] } } } },
                     { "RuleName": "s", "Expression": "true" } ] }
        """;

    private const string Tests = """
        { "set": "t", "cases": [ { "name": "a", "at": "2026-04-21T09:00+07:00", "facts": { "input1": { "n": 6, "day": "2026-01-01" } }, "expect": { "r": { "verdict": "met", "message": "x", "nextChange": "never" }, "s": "met" } } ] }
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Are_read_and_judged_without_an_exception(int seed)
    {
        var random = new Random(seed);
        var facts = JsonFacts.Infer((JsonObject)Files.Json("""{ "input1": { "n": 6, "day": "2026-01-01" }, "x": { "list": [1] } }"""));
        var judged = 0;
        for (var i = 0; i < 250; i++)
        {
            var (rules, tests) = (Damage(Table, random), Damage(Tests, random));
            var bag = new DiagnosticBag();
            var source = SourceText.From("a.rules.json", rules);
            var definitions = RuleSetReader.Read(source, bag);
            foreach (var set in RuleSetCompiler.Compile(definitions, _ => facts.Schema, RuleSetOptions.Default, bag))
            {
                judged += set.Results(facts.Facts, new EvaluationContext(Judging.Now, TimeSpan.Zero)).Length;
                Assert.All(set.Rules, rule => Assert.NotNull(set.MessageOf(rule, facts.Facts, new EvaluationContext(Judging.Now, TimeSpan.Zero), TextLanguage.English)));
            }
            var file = RuleTestReader.Read(SourceText.From("a.tests.json", tests), bag);
            RuleTests.Run(file, definitions, definitions, RuleTestHost.None, bag);
            if (RuleFormatter.Format(source, new DiagnosticBag()) is { } formatted)
                Assert.Equal(formatted, RuleFormatter.Format(SourceText.From("a.rules.json", formatted), new DiagnosticBag()));
        }
        Assert.NotEqual(0, judged);
    }

    private static string Damage(string text, Random random)
    {
        for (var times = random.Next(3); times >= 0; times--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(12), text.Length - at);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, s_pieces[random.Next(s_pieces.Length)]),
                2 => InPlaceOfString(text, at, random),
                _ => text.Insert(random.Next(text.Length), text.Substring(at, length)),
            };
        }
        return text;
    }

    /// <summary>Another value where one stands, so that the text stays JSON and its meaning is damaged.</summary>
    private static string InPlaceOfString(string text, int at, Random random)
    {
        var start = text.IndexOf(": \"", at, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf('"', start + 3);
        return end < 0 ? text : string.Concat(text.AsSpan(0, start + 2), s_pieces[random.Next(17)], text.AsSpan(end + 1));
    }
}
