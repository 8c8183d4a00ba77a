using Tthc.RuleLanguage.Syntax;
using Tthc.Text;

namespace Tthc.RuleLanguage.Tests.Syntax;

public sealed class ExpressionParserTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("2147483647", "2147483647")]
    [InlineData("2147483648", "UInt32:2147483648")]
    [InlineData("4294967296", "Int64:4294967296")]
    [InlineData("9223372036854775808", "UInt64:9223372036854775808")]
    [InlineData("-2147483648", "-2147483648")]
    [InlineData("-2147483649", "Int64:-2147483649")]
    [InlineData("-9223372036854775808", "Int64:-9223372036854775808")]
    [InlineData("- 5", "-5")]
    [InlineData("1u", "UInt32:1")]
    [InlineData("5000000000U", "UInt64:5000000000")]
    [InlineData("1L", "Int64:1")]
    [InlineData("1ul", "UInt64:1")]
    [InlineData("1f", "Single:1")]
    [InlineData("1d", "Double:1")]
    [InlineData("1.50m", "Decimal:1.50")]
    [InlineData("1.5", "Double:1.5")]
    [InlineData("1e3", "Double:1000")]
    [InlineData("1E-3", "Double:0.001")]
    [InlineData("1e+2m", "Decimal:100")]
    [InlineData("0x1F", "31")]
    [InlineData("-0x1F", "-31")]
    [InlineData("0xFFFFFFFF", "UInt32:4294967295")]
    [InlineData("0x1FL", "Int64:31")]
    [InlineData("0b101", "5")]
    [InlineData("-0U", "UInt32:0")]
    public void Reads_a_number(string text, string tree) => Assert.Equal(tree, Tree(text));

    [Theory]
    [InlineData("\"a\"", "\"a\"")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("\"Hồ sơ 😀\"", "\"Hồ sơ 😀\"")]
    [InlineData("\"a\\n\\t\\\"\\\\\\u00e9\\x41\\.\"", "\"a\\u000A\\u0009\"\\éA.\"")]
    [InlineData("\"\\ud83d\\ude00\"", "\"😀\"")]
    [InlineData("\"a\" \"b\"\n\"c\"", "\"abc\"")]
    [InlineData("'a'", "'a'")]
    [InlineData("'\\''", "'''")]
    [InlineData("'\"'", "'\"'")]
    [InlineData("\"it's\"", "\"it's\"")]
    [InlineData("TRUE", "true")]
    [InlineData("False", "false")]
    [InlineData("NULL", "null")]
    public void Reads_a_text_or_a_word(string text, string tree) => Assert.Equal(tree, Tree(text));

    [Theory]
    [InlineData("a ? b : c ? d : e", "(If a b (If c d e))")]
    [InlineData("a ?? b ? c : d", "(If (Coalesce a b) c d)")]
    [InlineData("a ?? b ?? c", "(Coalesce a (Coalesce b c))")]
    [InlineData("a ?? b || c", "(Coalesce a (Or b c))")]
    [InlineData("a || b && c || d", "(Or (Or a (And b c)) d)")]
    [InlineData("a and b in (1, 2) and c", "(And (And a (In b 1, 2)) c)")]
    [InlineData("a & b in (1)", "(In (BitAnd a b) 1)")]
    [InlineData("a | b & c", "(BitAnd (BitOr a b) c)")]
    [InlineData("a == b & c != d", "(BitAnd (Equal a b) (NotEqual c d))")]
    [InlineData("a < b == c >= d", "(Equal (Less a b) (GreaterOrEqual c d))")]
    [InlineData("a << 1 + 2 > b >> 1", "(Greater (ShiftLeft a (Add 1 2)) (ShiftRight b 1))")]
    [InlineData("a - b - c * d / e % f", "(Subtract (Subtract a b) (Remainder (Divide (Multiply c d) e) f))")]
    [InlineData("-a * !b", "(Multiply (Negate a) (Not b))")]
    [InlineData("- - a.b(1)[2]", "(Negate (Negate a.b(1)[2]))")]
    [InlineData("not not a", "(Not (Not a))")]
    [InlineData("not a and b", "(And (Not a) b)")]
    [InlineData("a - -5", "(Subtract a -5)")]
    [InlineData("a-5", "(Subtract a 5)")]
    [InlineData("a--5", "(Subtract a -5)")]
    [InlineData("-(5)", "(Negate 5)")]
    [InlineData("(a + b) * c", "(Multiply (Add a b) c)")]
    [InlineData("(a < b) < c", "(Less (Less a b) c)")]
    [InlineData("(a in (1)) == b", "(Equal (In a 1) b)")]
    public void Binds_operators_in_their_order(string text, string tree) => Assert.Equal(tree, Tree(text));

    [Theory]
    [InlineData("a or b", "(Or a b)")]
    [InlineData("a OrElse b AND c ANDALSO d", "(Or a (And (And b c) d))")]
    [InlineData("a = 1 or a eq 2 or a Equal 3", "(Or (Or (Equal a 1) (Equal a 2)) (Equal a 3))")]
    [InlineData("a <> 1 && a ne 2 && a neq 3 && a NotEqual 4", "(And (And (And (NotEqual a 1) (NotEqual a 2)) (NotEqual a 3)) (NotEqual a 4))")]
    [InlineData("a lt 1 || a LessThan 2", "(Or (Less a 1) (Less a 2))")]
    [InlineData("a le 1 || a LessThanEqual 2", "(Or (LessOrEqual a 1) (LessOrEqual a 2))")]
    [InlineData("a gt 1 || a GreaterThan 2", "(Or (Greater a 1) (Greater a 2))")]
    [InlineData("a ge 1 || a GreaterThanEqual 2", "(Or (GreaterOrEqual a 1) (GreaterOrEqual a 2))")]
    [InlineData("a mod 2", "(Remainder a 2)")]
    [InlineData("a not in (1, 2)", "(NotIn a 1, 2)")]
    [InlineData("a not_in b.C", "(NotIn a b.C)")]
    [InlineData("a IN b.Where(q => q > 1)", "(In a b.Where([q => (Greater q 1)]))")]
    [InlineData("a in (-1, !b, c + 1)", "(In a -1, (Not b), (Add c 1))")]
    public void Knows_operators_by_their_words(string text, string tree) => Assert.Equal(tree, Tree(text));

    [Theory]
    [InlineData("a.B.C", "a.B.C")]
    [InlineData("a.and.Or", "a.and.Or")]
    [InlineData("@and == @in", "(Equal and in)")]
    [InlineData("hồ_sơ.Mã1", "hồ_sơ.Mã1")]
    [InlineData("f()", "f()")]
    [InlineData("np(a.b, 0)", "np(a.b, 0)")]
    [InlineData("iif(a, isnull(b, 1), is(c, \"T\"))", "iif(a, isnull(b, 1), is(c, \"T\"))")]
    [InlineData("as(x, \"T\") ?? cast(x, \"T\")", "(Coalesce as(x, \"T\") cast(x, \"T\"))")]
    [InlineData("a.Any(q => q.A > 1 and q.B)", "a.Any([q => (And (Greater q.A 1) q.B)])")]
    [InlineData("a.Join((x, y) => x == y)", "a.Join([x,y => (Equal x y)])")]
    [InlineData("f((a), (a, b) => a)", "f(a, [a,b => a])")]
    [InlineData("f((a) => a)", "f([a => a])")]
    [InlineData("a.Any(b.Any(it == parent && $ == ^ && root == ~))", "a.Any(b.Any((And (And (Equal it parent) (Equal $ ^)) (Equal root ~))))")]
    [InlineData("$.A + ^.B + ~.C", "(Add (Add $.A ^.B) ~.C)")]
    [InlineData("\"abc\"[0]", "\"abc\"[0]")]
    [InlineData("d[\"k\"].E[i + 1]", "d[\"k\"].E[(Add i 1)]")]
    [InlineData("\"a\".Length", "\"a\".Length")]
    [InlineData("5.ToString()", "5.ToString()")]
    [InlineData("-5.ToString()", "-5.ToString()")]
    [InlineData("new(a as A, b.C, d)", "new(A: a, C: b.C, d: d)")]
    [InlineData("new { 1 as A, x = 1 as B }", "new(A: 1, B: (Equal x 1))")]
    [InlineData("NEW (1 AS @as)", "new(as: 1)")]
    [InlineData("new[] { 1, 2 }", "new [1, 2]")]
    [InlineData("new int[] {}", "new int[]")]
    [InlineData("new int?[] { null }", "new int?[null]")]
    [InlineData("new System.Int32[] { 1 }[0]", "new System.Int32[1][0]")]
    public void Reads_names_calls_and_what_is_made(string text, string tree) => Assert.Equal(tree, Tree(text));

    [Fact]
    public void Keeps_the_place_of_every_part()
    {
        var and = Assert.IsType<BinarySyntax>(TreeText.Parse("  (a.Bc == 1) &&  f(x) "));

        Assert.Equal(new TextSpan(2, 20), and.Span);
        Assert.Equal(new TextSpan(14, 2), and.OperatorSpan);
        var equal = Assert.IsType<BinarySyntax>(and.Left);
        Assert.Equal(new TextSpan(2, 11), equal.Span);
        var member = Assert.IsType<MemberSyntax>(equal.Left);
        Assert.Equal((new TextSpan(3, 4), new TextSpan(5, 2)), (member.Span, member.NameSpan));
        var call = Assert.IsType<CallSyntax>(and.Right);
        Assert.Equal((new TextSpan(18, 4), new TextSpan(18, 1)), (call.Span, call.NameSpan));
    }

    private static string Tree(string text) => TreeText.Of(TreeText.Parse(text));
}
