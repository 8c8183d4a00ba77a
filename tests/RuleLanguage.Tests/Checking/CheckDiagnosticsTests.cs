using System.Text.RegularExpressions;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Types;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Tests.Checking;

/// <summary>Every kind has its page, and the examples of the pages do what the pages say.</summary>
public sealed partial class CheckDiagnosticsTests
{
    private static readonly DiagnosticDescriptor[] s_all = [.. DiagnosticCatalogue.Of(typeof(CheckDiagnostics))];

    public static TheoryData<string> Ids => [.. s_all.Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_page_with_an_example_that_has_the_mistake_and_one_that_has_not(string id)
    {
        var page = Page(id);
        Assert.StartsWith($"# {id}: ", page, StringComparison.Ordinal);
        Assert.Contains("**Cách sửa.**", page, StringComparison.Ordinal);
        Assert.Contains("**How to mend it.**", page, StringComparison.Ordinal);
        var examples = Examples().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(2, examples.Count);
        Assert.Contains(id, Checked.Of(examples[0], OptionsFor(id)).Diagnostics.Select(d => d.Id));
        Assert.Empty(Checked.Of(examples[1], OptionsFor(id)).Diagnostics);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Takes_the_same_arguments_in_both_languages(string id)
    {
        var descriptor = s_all.Single(d => d.Id == id);
        Assert.Equal(MessageTemplate.Placeholders(descriptor.Vietnamese), MessageTemplate.Placeholders(descriptor.English));
    }

    [Theory]
    [InlineData("dossier.Pags > 1", "dossier không có thành phần \"Pags\"; có: Code, Note, Pages", "dossier has no member \"Pags\"; it has: Code, Note, Pages", "có phải là \"Pages\"?")]
    [InlineData("dossier.UsedMinutes > dossier.LimitDays", "phút làm việc và ngày làm việc là hai đơn vị khác nhau", "working minutes and working days are different units", null)]
    [InlineData("dossier.Status == \"Opne\"", "\"Opne\" không đọc được thành SampleStatus: một trong: Open, Waiting, Closed", "\"Opne\" cannot be read as SampleStatus: one of: Open, Waiting, Closed", "có phải là \"Open\"?")]
    [InlineData("steps.Anny(IsLate)", "list of step không có hàm \"Anny\"", "list of step has no function \"Anny\"", "có phải là \"Any\"?")]
    [InlineData("np(dossier.Note, 5) == 1", "không so sánh, tính toán được một chuỗi ký tự với int", "a text cannot be compared or reckoned with int", null)]
    public void Speaks_both_languages_and_suggests(string text, string vietnamese, string english, string? suggestion)
    {
        var diagnostic = Assert.Single(Checked.Of(text).Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.StartsWith(vietnamese, diagnostic.Message(TextLanguage.Vietnamese), StringComparison.Ordinal);
        Assert.StartsWith(english, diagnostic.Message(TextLanguage.English), StringComparison.Ordinal);
        Assert.Equal(suggestion, diagnostic.Suggestion?.Vietnamese);
    }

    private static CheckOptions OptionsFor(string id) => id switch
    {
        "RULE-102" => Checked.Options with { Facts = s_open },
        "RULE-104" => Checked.Options with { Scope = [new Variable("Rank", RuleType.Int32, VariableKind.Scoped)] },
        "RULE-116" => Checked.Options with { Expected = RuleType.Int64 },
        _ => Checked.Options,
    };

    private static readonly FactSchema s_open = new(DataRecord.ShapeOf("facts",
    [
        ("input1", RuleType.Of(DataRecord.ShapeOf("input1", [("country", RuleType.String, new BilingualText("nước", "country"))], isOpen: true)), new BilingualText("dữ liệu", "data")),
    ]));

    private static string Page(string id)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent!;
        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "diagnostics", $"{id}.md"));
    }

    [GeneratedRegex("```text\n(.*?)\n```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Examples();
}
