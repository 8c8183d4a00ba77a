using Tthc.RuleLanguage.Checking;

namespace Tthc.RuleLanguage.Tests.Checking;

public sealed class LanguageFormsTests
{
    [Fact]
    public void Are_listed_with_their_use_and_described_in_both_languages()
    {
        Assert.Contains("np(a), np(a, b)", LanguageForms.Forms.Select(f => f.Usage));
        Assert.Equal(Enum.GetValues<QueryOperator>().Length + 1, LanguageForms.Queries.Count());
        Assert.All(LanguageForms.Forms.Concat(LanguageForms.Queries), f => Assert.True(f.Description.Vietnamese.Length > 0 && f.Description.English.Length > 0));
    }
}
