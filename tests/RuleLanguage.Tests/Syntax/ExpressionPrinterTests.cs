using System.Globalization;
using Tthc.RuleLanguage.Syntax;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Tests.Syntax;

public sealed class ExpressionPrinterTests
{
    [Theory]
    [InlineData("((a)) and (b OR not c)", "a && (b || !c)")]
    [InlineData("a eq 1 OrElse (a <> 2)", "a == 1 || a != 2")]
    [InlineData("(a+b)+c-(d-e)", "a + b + c - (d - e)")]
    [InlineData("a ?? (b ?? c)", "a ?? b ?? c")]
    [InlineData("(a ?? b) ?? c", "(a ?? b) ?? c")]
    [InlineData("(a < b) < c", "(a < b) < c")]
    [InlineData("(x not_in (1,2)) == y", "(x not in (1, 2)) == y")]
    [InlineData("x in y", "x in (y)")]
    [InlineData("(a ? b : c) ? (d ? e : f) : (g ? h : i)", "(a ? b : c) ? d ? e : f : g ? h : i")]
    [InlineData("-(5) - -5", "-(5) - -5")]
    [InlineData("-(5.A)", "-(5.A)")]
    [InlineData("- -5", "--5")]
    [InlineData("0x1F + 1.50m + 1e0 + 2147483648", "31 + 1.50M + 1.0 + 2147483648U")]
    [InlineData("a.Where(q=>q.A).Any((x,y)=>x)", "a.Where(q => q.A).Any((x, y) => x)")]
    [InlineData("new{1 as A,b.C as C,d as E}", "new(1 as A, b.C, d as E)")]
    [InlineData("new int[]{1}[0]", "new int[] { 1 }[0]")]
    [InlineData("@in.in + @x", "@in.in + x")]
    [InlineData("\"a\" \"\\x41\\n\" + '\\''", "\"aA\\n\" + '\\''")]
    public void Prints_in_one_way(string text, string printed)
    {
        Assert.Equal(printed, ExpressionPrinter.Print(TreeText.Parse(text)));
        Assert.Equal(printed, ExpressionPrinter.Print(TreeText.Parse(printed)));
    }

    [Fact]
    public void Prints_what_reads_as_the_same_tree()
    {
        for (var seed = 0; seed < 20_000; seed++)
        {
            var tree = new TreeGenerator(seed).Next(1 + (seed % 5));
            var printed = ExpressionPrinter.Print(tree);
            var bag = new DiagnosticBag();
            var read = ExpressionParser.Parse(ExpressionText.From(printed), bag, LanguageLimits.Default with { SourceLength = 1_000_000, Nodes = 1_000_000 });
            Assert.True(read is not null, string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {printed}: {string.Join("; ", bag.ToImmutable())}"));
            Assert.Equal((seed, TreeText.Of(tree)), (seed, TreeText.Of(read)));
        }
    }
}
