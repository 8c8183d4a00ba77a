using Tthc.RuleLanguage.Checking;

namespace Tthc.RuleLanguage.Tests.Checking;

public sealed class FactUseTests
{
    [Theory]
    [InlineData("dossier.Pages > 1", false)]
    [InlineData("dossier.DueAt < now", true)]
    [InlineData("steps.Any(StartedAt < DateTime.Now)", true)]
    public void ReadsClock_finds_the_clock_anywhere(string text, bool reads) => Assert.Equal(reads, FactUse.ReadsClock(Checked.Of(text).Bound!));

    [Theory]
    [InlineData("dossier.Pages > 1 && dossier.Pages < dossier.Copies", "dossier.Copies dossier.Pages")]
    [InlineData("steps.Where(IsLate).OrderBy(Rank).Any(s => s.Parts.Any(Name == dossier.Code))", "dossier.Code steps steps.IsLate steps.Parts steps.Parts.Name steps.Rank")]
    [InlineData("step.Name", "step.Name")]
    [InlineData("now > \"2026-01-01\"", "")]
    public void FactPaths_lists_each_fact_once(string text, string paths) => Assert.Equal(paths, string.Join(' ', FactUse.FactPaths(Checked.Of(text).Bound!)));
}
