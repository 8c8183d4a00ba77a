using System.Reflection;
using System.Text.RegularExpressions;
using Tthc.RuleLanguage.Syntax;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Tests.Syntax;

/// <summary>Every kind has its page, and the examples of the pages do what the pages say.</summary>
public sealed partial class SyntaxPagesTests
{
    private static readonly string s_root = typeof(SyntaxPagesTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    private static readonly DiagnosticDescriptor[] s_all =
        [.. DiagnosticCatalogue.Of(typeof(SyntaxDiagnostics)), .. DiagnosticCatalogue.Of(typeof(SpellingDiagnostics))];

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
            return; // what cannot stand in a page (hidden characters, megabytes) has tests of its own
        var examples = Example().Matches(page);
        Assert.Equal(2, examples.Count);
        Assert.Contains(id, TreeText.TryParse(examples[0].Groups[1].Value).Problems.Select(p => p.Id));
        Assert.NotNull(TreeText.Parse(examples[1].Groups[1].Value));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Takes_the_same_arguments_in_both_languages(string id)
    {
        var descriptor = s_all.Single(d => d.Id == id);
        Assert.Equal(MessageTemplate.Placeholders(descriptor.Vietnamese), MessageTemplate.Placeholders(descriptor.English));
    }

    [GeneratedRegex("```rule\n(.*?)\n```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();
}
