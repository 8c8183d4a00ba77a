using Tthc.RuleLanguage.Syntax;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Tests.Syntax;

/// <summary>Where reading departs from RulesEngine on purpose: RE-DIFF-01 to RE-DIFF-04.</summary>
public sealed class RulesEngineDifferencesTests
{
    [Theory]
    [InlineData("x not in (1, 2)")]
    [InlineData("x not_in (1, 2)")]
    [InlineData("x NOT IN (1, 2)")]
    public void RE_DIFF_01_not_in_is_read(string text) => Assert.Empty(Problems(text));

    [Theory]
    [InlineData("a\u200B > 1", "RULE-032")]
    [InlineData("a \u202E > 1", "RULE-032")]
    [InlineData("d\u043Essier.Code == 1", "RULE-036")]
    public void RE_DIFF_02_characters_nobody_can_tell_apart_are_refused(string text, string id) => Assert.Equal([id], Problems(text));

    [Fact]
    public void RE_DIFF_03_nesting_has_a_limit() =>
        Assert.Single(Problems(new string('(', 2000) + "1" + new string(')', 2000)));

    [Fact]
    public void RE_DIFF_04_all_mistakes_are_told_at_once() => Assert.Equal(["RULE-020", "RULE-022", "RULE-025"], Problems("a?.b && c += 1 // d").Order(StringComparer.Ordinal));

    private static List<string> Problems(string text)
    {
        var bag = new DiagnosticBag();
        ExpressionParser.Parse(ExpressionText.From(text), bag);
        return [.. bag.ToImmutable().Select(d => d.Descriptor.Id)];
    }
}
