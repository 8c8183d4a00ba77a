using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Tthc.Bench.RuleFuzz.Generating;

/// <summary>Files made to break a reader: those that broke others first of all.</summary>
public static class HostileDocuments
{
    private const int Many = 100_000;

    /// <summary>Each by its name.</summary>
    public static IReadOnlyDictionary<string, Func<string>> All { get; } = new Dictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        ["cyclic inject"] = () => Sets(i => $", \"WorkflowsToInject\": [\"set{(i + 1) % 3}\"]"),
        ["inject of itself"] = () => Sets(i => $", \"WorkflowsToInject\": [\"set{i}\"]"),
        ["cyclic EvaluateRule"] = () => Sets(i => "", i => Action($$"""{"workflowName":"set{{(i + 1) % 3}}","ruleName":"R"}""")),
        ["EvaluateRule of itself"] = () => Sets(i => "", i => Action($$"""{"workflowName":"set{{i}}","ruleName":"R"}""")),
        ["a long chain of injects"] = Chain,
        ["100,000 parentheses"] = () => Of(Repeat("(", Many) + "true" + Repeat(")", Many)),
        ["2,000 parentheses"] = () => Of(Repeat("(", 2_000) + "true" + Repeat(")", 2_000)),
        ["150 parentheses"] = () => Of(Repeat("(", 150) + "true" + Repeat(")", 150)),
        ["180 negations"] = () => Of(Repeat("!", 180) + "dossier.Open"),
        ["199 conjunctions"] = () => Of("dossier.Open" + Repeat(" && dossier.Open", 198)),
        ["199 sums"] = () => Of("dossier.Count" + Repeat(" + 1", 190) + " > 1"),
        ["190 choices"] = () => Of(Repeat("dossier.Open ? false : ", 190) + "true"),
        ["90 lambdas"] = () => Of(Repeat("parts.Any(q => ", 90) + "true" + Repeat(")", 90)),
        ["12 lambdas over all"] = () => Of(Repeat("dossier.Days.All(q => ", 12) + "q > -1" + Repeat(")", 12)),
        ["a megabyte of text"] = () => Of($"\"{Repeat("a", 1_000_000)}\" == dossier.Code"),
        ["a megabyte of spaces"] = () => Of(Repeat(" ", 1_000_000)),
        ["texts that double"] = () => Doubling("dossier.Code + \"0123456789abcdef\""),
        ["a huge integer"] = () => Of($"dossier.Count == {Repeat("9", 10_000)}"),
        ["a huge exponent"] = () => Of("dossier.Rate > 1e999999999"),
        ["4,998 candidates"] = () => Of($"dossier.Count in ({string.Join(',', Enumerable.Range(0, 4_900))})"),
        ["hostile Unicode"] = () => Of("d\u202Eoss\u200Bier.Cоde ≥ “\uFFFD” && 'ﷺ' != \"\u0301\u0301\u0301😀\""),
        ["lone surrogates"] = () => """{"WorkflowName":"s","Rules":[{"RuleName":"R","Expression":"\ud800 == \"\udc00\" && a\u0000"}]}""",
        ["a byte order mark in the middle"] = () => Of("\uFEFFdossier.Open\uFEFF"),
        ["deep JSON"] = () => Repeat("[", Many) + Repeat("]", Many),
        ["deep objects"] = () => Repeat("{\"Rules\":", Many),
        ["deep groups"] = () => $$"""{"WorkflowName":"s","Rules":[{{Repeat("""{"RuleName":"G","Operator":"And","Rules":[""", 1_000)}}{{Repeat("]}", 1_000)}}]}""",
        ["23 groups"] = () => $$"""{"WorkflowName":"s","Rules":[{{Repeat("""{"RuleName":"G","Operator":"Or","Rules":[""", 22)}}{"RuleName":"R","Expression":"dossier.Open"}{{Repeat("]}", 22)}}]}""",
        ["an array of 100 sets"] = () => $"[{string.Join(',', Enumerable.Range(0, 100).Select(i => $$"""{"WorkflowName":"s{{i}}","Rules":[{"RuleName":"R","Expression":"dossier.Count > {{i}}"}]}"""))}]",
        ["a table of 4,000 rows"] = () => Table(4_000, "unique"),
        ["a first table of 4,000 rows"] = () => Table(4_000, "first"),
        ["a value of a table of 4,000 rows"] = () => TableValue(4_000, "collect sum"),
        ["a value of a first table of 4,000 rows"] = () => TableValue(4_000, "first"),
        ["a row of 2,500 cells"] = () => $$$"""{"WorkflowName":"s","Rules":[{"RuleName":"R","Table":{"Inputs":[{{{string.Join(',', Enumerable.Repeat("\"dossier.Count\"", 2_500))}}}],"HitPolicy":"first","Rows":[{"When":[{{{string.Join(',', Enumerable.Range(0, 2_500))}}}]}]}}]}""",
        ["a row without cells"] = () => """{"WorkflowName":"s","Rules":[{"RuleName":"R","Table":{"Inputs":["dossier.Count"],"HitPolicy":"first","Rows":[{}]}}]}""",
        ["2,000 rules"] = () => $$"""{"WorkflowName":"s","Rules":[{{string.Join(',', Enumerable.Range(0, 2_000).Select(i => $$"""{"RuleName":"R{{i}}","Expression":"dossier.Count > {{i}}"}"""))}}]}""",
        ["2,000 children"] = () => $$"""{"WorkflowName":"s","Rules":[{"RuleName":"G","Operator":"Or","Rules":[{{string.Join(',', Enumerable.Range(0, 2_000).Select(i => $$"""{"RuleName":"R{{i}}","Expression":"dossier.Count > {{i}}"}"""))}}]}]}""",
        ["1,000 parameters"] = () => $$"""{"WorkflowName":"s","GlobalParams":[{{string.Join(',', Enumerable.Range(0, 1_000).Select(i => $$"""{"Name":"p{{i}}","Expression":"{{(i == 0 ? "dossier.Count" : $"p{i - 1} + 1")}}"}"""))}}],"Rules":[{"RuleName":"R","Expression":"p999 > 0"}]}""",
        ["not an object"] = () => "42",
        ["nothing"] = () => "",
        ["overflow everywhere"] = () => Of("int.MaxValue + 1 > 0 || -int.MinValue > 0 || int.MinValue / -1 > 0 || int.MinValue % -1 > 0 || decimal.MaxValue * 2m > 0m || Math.Abs(int.MinValue) > 0"),
        ["calendar edges"] = () => Of("DateTime.MaxValue.AddDays(1) > DateTime.MinValue.AddDays(-1) || now + TimeSpan.MaxValue > now || now.AddYears(2147483647) > now || -TimeSpan.MinValue > TimeSpan.Zero"),
        ["indexes out of range"] = () => Of("new[] { 1 }[-1] > 0 || dossier.Code[-1] == 'a' || parts[2147483647].Done || parts[-2147483648].Done"),
        ["lists held in two ways"] = () => Of("iif(dossier.Open, new[] { 1, 2 }, dossier.Days).Any(d => d > 1) || (dossier.Open ? parts : parts.GroupBy(q => q.Number).First()).Any(q => q.Done) || new[] { dossier.Days, new[] { dossier.Rank, 1 } }[0].Any(d => d == 1) || isnull(parts, new[] { parts[3], parts.FirstOrDefault() }).Any(q => q.Number + 1 > 0) || iif(dossier.Open, new[] { dossier.Days }, new[] { new[] { dossier.Rank } })[0].Any(d => d > 0)"),
        ["the ends of the calendar in a message"] = () => $$"""{"WorkflowName":"s","Rules":[{"RuleName":"R","LocalParams":[{"Name":"p","Expression":"DateTimeOffset(\"9999-12-31T23:59:59Z\")"},{"Name":"q","Expression":"DateTimeOffset(\"0001-01-01T00:00:00Z\")"}],"Expression":"p == q","ErrorMessage":"$(p) $(q)"}]}""",
        ["a change far ahead"] = () => Of("DateTime.Now.Year > 8500 || now.Year == 9990"),
        ["a candidate that fails after others"] = () => $$"""{"WorkflowName":"s","MissingFacts":"Null","Rules":[{"RuleName":"R","Expression":"now.Hour in (11, int.Parse(dossier.Code), 10)"}]}""",
        ["shifts out of range"] = () => Of("(1 << 2147483647) + (1 >> -2147483648) > 0"),
        ["an enormous padding"] = () => Of("dossier.Code.PadLeft(2147483647, 'x').Length > 0 || dossier.Code.Insert(-1, \"a\") == \"\""),
        ["formats"] = () => Of("now.ToString(\"%\") == \"\" || dossier.Fee.ToString(\"D999999999\") == \"\" || dossier.Rate.ToString(\"F999999999\") == \"\" || string.Format(\"{0,999999999}{5}{\", 1) == \"\""),
    };

    private static string Of(string expression) =>
        new JsonObject { ["WorkflowName"] = "s", ["Rules"] = new JsonArray(new JsonObject { ["RuleName"] = "R", ["Expression"] = expression }) }.ToJsonString();

    private static string Sets(Func<int, string> fields, Func<int, string>? ofRule = null) => $"[{string.Join(',', Enumerable.Range(0, 3).Select(i =>
        $$"""{"WorkflowName":"set{{i}}"{{fields(i)}},"Rules":[{"RuleName":"R{{(ofRule is null ? i : "")}}","Expression":"true"{{ofRule?.Invoke(i)}}}]}"""))}]";

    private static string Action(string context) => $", \"Actions\": {{ \"OnSuccess\": {{ \"Name\": \"EvaluateRule\", \"Context\": {context} }} }}";

    private static string Chain() => $"[{string.Join(',', Enumerable.Range(0, 60).Select(i => string.Create(CultureInfo.InvariantCulture,
        $$"""{"WorkflowName":"set{{i}}","WorkflowsToInject":["set{{(i + 1) % 60}}"],"Rules":[{"RuleName":"R{{i}}","Expression":"true"}]}""")))}]";

    private static string Table(int rows, string policy) =>
        $$$"""{"WorkflowName":"s","Rules":[{"RuleName":"R","Table":{"Inputs":["dossier.Count"],"HitPolicy":"{{{policy}}}","Rows":[{{{Rows(rows, i => "true")}}}]}}]}""";

    private static string TableValue(int rows, string policy) => $$$"""
        {"WorkflowName":"s","GlobalParams":[{"Name":"t","Table":{"Inputs":["dossier.Count"],"HitPolicy":"{{{policy}}}","Rows":[{{{Rows(rows, i => i.ToString(CultureInfo.InvariantCulture))}}}]}}],
        "Rules":[{"RuleName":"R","Expression":"t > 3"}]}
        """;

    private static string Rows(int rows, Func<int, string> then) =>
        string.Join(',', Enumerable.Range(0, rows).Select(i => string.Create(CultureInfo.InvariantCulture, $$"""{"When":[{{i}}],"Then":[{{then(i)}}]}""")));

    private static string Doubling(string first)
    {
        var parameters = Enumerable.Range(0, 60).Select(i => new JsonObject { ["Name"] = $"p{i}", ["Expression"] = i == 0 ? first : $"p{i - 1} + p{i - 1}" });
        return new JsonObject
        {
            ["WorkflowName"] = "s",
            ["GlobalParams"] = new JsonArray([.. parameters]),
            ["Rules"] = new JsonArray(new JsonObject { ["RuleName"] = "R", ["Expression"] = "p59.Length > 0" }),
        }.ToJsonString();
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
