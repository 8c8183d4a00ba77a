using System.Text;
using Tthc.RuleLanguage.Syntax;

namespace Tthc.RuleLanguage.Tests.Syntax;

/// <summary>Whatever is typed, the answer is a diagnostic: .NET does not survive a stack overflow.</summary>
public sealed class LimitsTests
{
    private const int SmallStack = 1024 * 1024;

    private static readonly LanguageLimits s_long = LanguageLimits.Default with { SourceLength = 4_000_000 };

    [Theory]
    [InlineData("(", "a", ")")]
    [InlineData("(", "", "")]
    [InlineData("a[", "0", "]")]
    [InlineData("f(", "", ")")]
    [InlineData("-", "a", "")]
    [InlineData("!", "a", "")]
    [InlineData("not ", "a", "")]
    [InlineData("a", "", "+a")]
    [InlineData("a + ", "a", "")]
    [InlineData("a and ", "a", "")]
    [InlineData("a ?? ", "a", "")]
    [InlineData("a ? b : ", "c", "")]
    [InlineData("a ? ", "b", " : c")]
    [InlineData("a", "", ".b")]
    [InlineData("a", "", "[0]")]
    [InlineData("a in ", "a", "")]
    [InlineData("a in (", "a", ")")]
    [InlineData("f(q => ", "q", ")")]
    [InlineData("(a, ", "a", ")")]
    [InlineData("new[] { ", "1", " }")]
    [InlineData("new(", "1", " as A)")]
    public void Refuses_what_is_nested_too_deep(string head, string middle, string tail)
    {
        var isChain = middle.Length == 0 && head == "a";
        var text = (isChain ? head : Repeat(head, 100_000)) + middle + Repeat(tail, 100_000);

        Assert.Equal("RULE-001 at 0+0", TreeText.Problems(text));
        Assert.Contains("RULE-002", TreeText.Problems(text, s_long), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#")]
    [InlineData("like ")]
    [InlineData("a b ")]
    [InlineData(")")]
    [InlineData("?.")]
    [InlineData("“")]
    [InlineData("'aa'")]
    [InlineData("\\")]
    [InlineData("\0")]
    [InlineData("\uD800")]
    [InlineData("\u202E")]
    [InlineData("{")]
    [InlineData("1_")]
    [InlineData("+=")]
    [InlineData("=> ")]
    public void Stops_after_some_mistakes(string text) =>
        Assert.InRange(TreeText.TryParse(Repeat(text, 200_000), s_long).Problems.Count, 1, 21);

    [Fact]
    public void Refuses_a_megabyte_of_text_before_reading_it()
    {
        Assert.Equal("RULE-001 at 0+0", TreeText.Problems($"\"{Repeat("a", 1_000_000)}\""));
        Assert.Equal("RULE-043 at 0+1000002", TreeText.Problems($"\"{Repeat("a", 1_000_000)}\"", s_long));
        Assert.Equal("RULE-043 at 0+70002", TreeText.Problems($"\"{Repeat("a\" \"a", 14_000)}\"", s_long with { StringLength = 1_000 }));
    }

    [Fact]
    public void Refuses_huge_numbers()
    {
        Assert.Equal("RULE-051 at 0+1000000", TreeText.Problems(Repeat("9", 1_000_000), s_long));
        Assert.Equal("RULE-051 at 0+1000002", TreeText.Problems("0x" + Repeat("F", 1_000_000), s_long));
        Assert.Equal("RULE-051 at 0+12", TreeText.Problems("1e9999999999", s_long));
        Assert.Equal(0.0, Assert.IsType<LiteralSyntax>(TreeText.Parse("1e-9999999999")).Value);
    }

    [Fact]
    public void Counts_the_nodes()
    {
        var text = $"a in ({string.Join(",", Enumerable.Repeat("1", 4_998))})";

        TreeText.Parse(text);
        Assert.StartsWith("RULE-003", TreeText.Problems(text.Replace(")", ",1)", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Allows_as_many_levels_as_it_says()
    {
        TreeText.Parse("a" + Repeat("+a", 199));
        TreeText.Parse(Repeat("(", 199) + "a" + Repeat(")", 199));
        Assert.StartsWith("RULE-002", TreeText.Problems("a" + Repeat("+a", 200)), StringComparison.Ordinal);
        Assert.StartsWith("RULE-002", TreeText.Problems(Repeat("(", 200) + "a" + Repeat(")", 200)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(15, "")]
    [InlineData(199, "RULE-002")]
    public void Fits_a_small_stack_at_its_deepest(int levels, string expected)
    {
        // Each level of brackets passes through every level of precedence: the deepest recursion there is.
        var text = Repeat("a ?? b or c and d | e == f < g << h + i * -(", levels) + "j" + Repeat(")", levels);
        Assert.StartsWith(expected, OnSmallStack(() => TreeText.Problems(text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_rather_than_overflows_a_stack_that_is_too_small()
    {
        var limits = s_long with { Depth = 1_000_000, Nodes = 10_000_000 };
        Assert.StartsWith("RULE-002", OnSmallStack(() => TreeText.Problems(Repeat("a*(", 100_000), limits)), StringComparison.Ordinal);
    }

    private static string OnSmallStack(Func<string> work)
    {
        var result = "";
        var thread = new Thread(() => result = work(), SmallStack);
        thread.Start();
        thread.Join();
        return result;
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
