using Tthc.RuleLanguage.Syntax;
using Tthc.Text;

namespace Tthc.RuleLanguage.Tests.Syntax;

/// <summary>Each mistake is reported once, at the characters that are wrong, and what follows is still read.</summary>
public sealed class SyntaxDiagnosticsTests
{
    [Theory]
    [InlineData("", "RULE-004 at 0+0")]
    [InlineData("  ", "RULE-004 at 0+2")]
    [InlineData("a +", "RULE-005 at 3+0")]
    [InlineData("a && || b", "RULE-005 at 5+2")]
    [InlineData("and", "RULE-005 at 0+3")]
    [InlineData("f(,1)", "RULE-005 at 2+1")]
    [InlineData("f(1,)", "RULE-005 at 4+1")]
    [InlineData("()", "RULE-005 at 1+1")]
    [InlineData("x in ()", "RULE-005 at 6+1")]
    [InlineData("a[]", "RULE-005 at 2+1")]
    [InlineData("a b", "RULE-006 at 2+1")]
    [InlineData("f(a b)", "RULE-006 at 4+1")]
    [InlineData("a 1 && b.", "RULE-006 at 2+1, RULE-010 at 9+0")]
    [InlineData("a)", "RULE-007 at 1+1")]
    [InlineData("a; b", "RULE-030 at 1+1")]
    [InlineData("a : b", "RULE-007 at 2+1")]
    [InlineData("a) && b.", "RULE-007 at 1+1, RULE-010 at 8+0")]
    [InlineData("(a", "RULE-008 at 0+1")]
    [InlineData("f(a[1", "RULE-008 at 1+1, RULE-008 at 3+1")]
    [InlineData("f(a[0)]", "RULE-009 at 5+1, RULE-009 at 6+1")]
    [InlineData("a.", "RULE-010 at 2+0")]
    [InlineData("a.5", "RULE-010 at 2+1")]
    [InlineData("a.$", "RULE-010 at 2+1")]
    [InlineData("1.5.5", "RULE-010 at 4+1")]
    [InlineData("a ? 1", "RULE-011 at 5+0")]
    [InlineData("(a)(b)", "RULE-012 at 3+1")]
    [InlineData("a[0](b).", "RULE-010 at 8+0, RULE-012 at 4+1")]
    [InlineData("k => 5", "RULE-013 at 2+2")]
    [InlineData("a.b => 5", "RULE-013 at 4+2")]
    [InlineData("f((a, a) => a)", "RULE-014 at 6+1")]
    [InlineData("new(a as X, b as X)", "RULE-014 at 17+1")]
    [InlineData("new { A = 1 }", "RULE-015 at 6+5")]
    [InlineData("new()", "RULE-015 at 4+1")]
    [InlineData("new(1 as)", "RULE-010 at 8+1")]
    [InlineData("new Person(a as A)", "RULE-016 at 4+6")]
    [InlineData("new", "RULE-017 at 3+0")]
    [InlineData("new[] (1, 2)", "RULE-017 at 6+1")]
    [InlineData("new int[3]", "RULE-017 at 8+1")]
    [InlineData("1 < x <= 5", "RULE-018 at 6+2")]
    [InlineData("x in (1) == y", "RULE-019 at 9+2")]
    public void Points_at_a_mistake_of_structure(string text, string problems) => Assert.Equal(Ordered(problems), Ordered(TreeText.Problems(text)));

    [Theory]
    [InlineData("a?.b", "RULE-020 at 1+2")]
    [InlineData("a?[0] && b?.c", "RULE-020 at 1+2, RULE-020 at 10+2")]
    [InlineData("a ^ 2 > 1", "RULE-021 at 2+1")]
    [InlineData("a += 1", "RULE-022 at 2+2")]
    [InlineData("a++", "RULE-022 at 1+2")]
    [InlineData("x between 1 and 5", "RULE-023 at 2+7")]
    [InlineData("x like \"a\" and y matches \"b\"", "RULE-023 at 2+4, RULE-023 at 17+7")]
    [InlineData("x not like \"a\"", "RULE-023 at 2+3")]
    [InlineData("x is null", "RULE-023 at 2+2")]
    [InlineData("a and then b", "RULE-023 at 2+8")]
    [InlineData("a or else b", "RULE-023 at 2+7")]
    [InlineData("typeof(x) == y", "RULE-024 at 0+6")]
    [InlineData("a // b", "RULE-025 at 2+4")]
    [InlineData("a /* b */ && c.", "RULE-010 at 15+0, RULE-025 at 2+7")]
    [InlineData("a /* b", "RULE-025 at 2+4")]
    [InlineData("a > +5", "RULE-026 at 4+1")]
    [InlineData("x in [1, 2]", "RULE-027 at 5+1")]
    [InlineData("(1, 2)", "RULE-027 at 0+1")]
    [InlineData("a === b", "RULE-028 at 2+3")]
    [InlineData("a =< b", "RULE-028 at 2+2")]
    [InlineData("a # b", "RULE-030 at 2+1")]
    [InlineData("😀 == 1", "RULE-030 at 0+2")]
    [InlineData("a ≥ 5 && b ≠ 1", "RULE-031 at 2+1, RULE-031 at 11+1")]
    [InlineData("（a）", "RULE-031 at 0+1, RULE-031 at 2+1")]
    [InlineData("a\u200B > 1", "RULE-032 at 1+1")]
    [InlineData("a \u202E > 1", "RULE-032 at 2+1")]
    [InlineData("a\0 > 1", "RULE-033 at 1+1")]
    [InlineData("\"a\u001Bb\"", "RULE-033 at 2+1")]
    [InlineData("\"\\u0000\"", "RULE-033 at 0+8")]
    [InlineData("\"\\ud83d\"", "RULE-034 at 0+8")]
    [InlineData("a == “x” && b == ‘y’", "RULE-035 at 5+1, RULE-035 at 17+1")]
    [InlineData("dоssier.Code", "RULE-036 at 1+1")]
    [InlineData("ａ", "RULE-036 at 0+1")]
    public void Points_at_what_the_language_does_not_have(string text, string problems) => Assert.Equal(Ordered(problems), Ordered(TreeText.Problems(text)));

    [Theory]
    [InlineData("a == \"x", "RULE-040 at 5+2")]
    [InlineData("\"\\", "RULE-040 at 0+2, RULE-041 at 1+1")]
    [InlineData("\"C:\\Data\"", "RULE-041 at 3+2")]
    [InlineData("\"\\u12\"", "RULE-041 at 1+2")]
    [InlineData("'abc' == ''", "RULE-042 at 0+5, RULE-042 at 9+2")]
    [InlineData("'😀'", "RULE-042 at 0+4")]
    [InlineData("@\"a\" == $\"b\"", "RULE-044 at 0+1, RULE-044 at 8+1")]
    [InlineData("0x", "RULE-050 at 0+2")]
    [InlineData("0b12", "RULE-050 at 0+4")]
    [InlineData("99999999999999999999", "RULE-051 at 0+20")]
    [InlineData("-9223372036854775809", "RULE-051 at 1+19")]
    [InlineData("1e999", "RULE-051 at 0+5")]
    [InlineData("1e39f", "RULE-051 at 0+5")]
    [InlineData("1e29m", "RULE-051 at 0+5")]
    [InlineData("-1U", "RULE-051 at 1+2")]
    [InlineData("0xFFFFFFFFFFFFFFFFF", "RULE-051 at 0+19")]
    [InlineData("9223372036854775808L", "RULE-051 at 0+20")]
    [InlineData("a > .5", "RULE-052 at 4+2")]
    [InlineData("1_000", "RULE-053 at 0+5")]
    [InlineData("a > 1,5 && b.", "RULE-010 at 13+0, RULE-054 at 5+1")]
    [InlineData("30days", "RULE-055 at 0+6")]
    [InlineData("1.5L", "RULE-055 at 0+4")]
    [InlineData("1e", "RULE-055 at 0+2")]
    public void Points_at_a_mistake_in_a_literal(string text, string problems) => Assert.Equal(Ordered(problems), Ordered(TreeText.Problems(text)));

    [Theory]
    [InlineData("x between 1 and 5", "use x >= a && x <= b")]
    [InlineData("and == 1", "if it is a name, write @and")]
    [InlineData("new { A = 1 }", "use 1 as A")]
    [InlineData("a === b", "use ==")]
    [InlineData("a ≥ 5", "use >=")]
    [InlineData("k => 5", "to compare, write >=")]
    [InlineData("1_000", "use 1000")]
    public void Says_what_to_write_instead(string text, string hint) =>
        Assert.Equal(hint, Assert.Single(TreeText.TryParse(text).Problems).Suggestion?.In(TextLanguage.English));

    [Fact]
    public void Shows_the_number_a_decimal_comma_was_meant_for()
    {
        var problem = Assert.Single(TreeText.TryParse("a > 12,75").Problems);

        Assert.Same(SpellingDiagnostics.DecimalComma, problem.Descriptor);
        Assert.Equal("12.75", problem.Arguments[0]);
    }

    private static string Ordered(string problems) => string.Join(", ", problems.Split(", ").Order(StringComparer.Ordinal));
}
