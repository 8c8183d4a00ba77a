using System.Reflection;
using System.Text.RegularExpressions;
using Tthc.RuleLanguage.RuleSets;
using Tthc.RuleLanguage.RuleSets.Data;
using Tthc.RuleLanguage.RuleSets.Tables;
using Tthc.RuleLanguage.RuleSets.Testing;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Tests.RuleSets;

/// <summary>Every kind has its page, and the examples of the pages do what the pages say.</summary>
public sealed partial class RuleSetPagesTests
{
    private static readonly string s_root = typeof(RuleSetPagesTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    private static readonly DiagnosticDescriptor[] s_all =
    [
        .. DiagnosticCatalogue.Of(typeof(RuleSetDiagnostics)), .. DiagnosticCatalogue.Of(typeof(TestDiagnostics)),
        .. DiagnosticCatalogue.Of(typeof(TableDiagnostics)), .. DiagnosticCatalogue.Of(typeof(DataDiagnostics)),
    ];

    public static TheoryData<string> Ids => [.. s_all.Select(descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_page_with_examples_that_are_true(string id)
    {
        var page = File.ReadAllText(Path.Combine(s_root, "docs", "diagnostics", $"{id}.md")).ReplaceLineEndings("\n");
        Assert.StartsWith($"# {id}: ", page, StringComparison.Ordinal);
        Assert.Contains("**Cách sửa.**", page, StringComparison.Ordinal);
        Assert.Contains("**How to mend it.**", page, StringComparison.Ordinal);
        if (page.Contains("```text", StringComparison.Ordinal))
            return; // parts of files of tests, and what is too long for a page, have tests of their own
        var examples = Example().Matches(page);
        Assert.Equal(2, examples.Count);
        Assert.Contains(id, Problems(examples[0].Groups[1].Value));
        Assert.Empty(Problems(examples[1].Groups[1].Value));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Takes_the_same_arguments_in_both_languages(string id)
    {
        var descriptor = s_all.Single(d => d.Id == id);
        Assert.Equal(MessageTemplate.Placeholders(descriptor.Vietnamese), MessageTemplate.Placeholders(descriptor.English));
    }

    private static IEnumerable<string> Problems(string rules) =>
        Judging.Of(rules, """{ "input": { "n": 1 } }""").Diagnostics.Where(d => d.Severity != DiagnosticSeverity.Info).Select(d => d.Id);

    [GeneratedRegex("```json\n(.*?)\n```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();
}
