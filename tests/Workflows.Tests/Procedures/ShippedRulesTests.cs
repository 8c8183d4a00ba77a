using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Bundles;
using Tthc.Workflows.Tests.Reading;

namespace Tthc.Workflows.Tests.Procedures;

public sealed class ShippedRulesTests
{
    private static readonly DateOnly From = new(2025, 1, 1);
    private static readonly DateOnly To = new(2026, 12, 31);

    private static SourceText[] Files =>
    [
        .. RepositoryFiles.Rules("procedures", "*.procedure.json"), .. RepositoryFiles.Rules("calendars", "*.calendar.json"),
        .. RepositoryFiles.Rules("agencies", "*.agencies.json"), .. RepositoryFiles.Rules("policies", "*.policy.json"),
    ];

    [Fact]
    public void Are_clean_as_a_whole()
    {
        var (bundle, diagnostics) = RuleBundleCompiler.Compile(Files);
        Assert.True(bundle is not null, DiagnosticRenderer.Render(diagnostics));
        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData("2.000635")]
    [InlineData("2.000815")]
    [InlineData("1.004873")]
    [InlineData("1.001699")]
    [InlineData("1.009994")]
    [InlineData("TTHC-TINH-19")]
    [InlineData("TTHC-TINH-15")]
    [InlineData("TTHC-TINH-16")]
    [InlineData("3.000722")]
    [InlineData("1.010677")]
    public void Find_a_procedure_and_a_policy_on_every_day_of_two_years(string code)
    {
        var bundle = RuleBundleCompiler.Compile(Files).Bundle!;
        for (var day = From; day <= To; day = day.AddDays(1))
        {
            Assert.NotNull(bundle.FindProcedure(code, day));
            Assert.NotNull(bundle.PolicyFor(day));
        }
    }
}
