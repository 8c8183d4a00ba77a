namespace Tthc.RuleLanguage.Tests.Checking;

public sealed class OperatorTypesTests
{
    [Theory]
    [InlineData("7 / 2", "int")]
    [InlineData("7.0 / 2", "double")]
    [InlineData("dossier.Pages / 2", "int")]
    [InlineData("dossier.Pages / dossier.Pages", "int?")]
    [InlineData("dossier.Pages + 1", "int?")]
    [InlineData("dossier.Pages * 2L", "long?")]
    [InlineData("dossier.Pages * 1.5", "double?")]
    [InlineData("dossier.Fee * 1.5", "decimal?")]
    [InlineData("dossier.Share * 2m", "double?")]
    [InlineData("-dossier.Share", "double")]
    [InlineData("-dossier.Pages", "int?")]
    [InlineData("-2147483648", "int")]
    [InlineData("dossier.Pages & 3", "int")]
    [InlineData("1L << 3", "long")]
    [InlineData("dossier.Copies + 1", "int?")]
    [InlineData("dossier.Code + dossier.Pages", "string?")]
    [InlineData("'a' + dossier.Code", "string?")]
    [InlineData("dossier.Code & \"x\"", "string?")]
    [InlineData("dossier.ReceivedAt + dossier.Wait", "DateTimeOffset?")]
    [InlineData("dossier.Wait + dossier.SignedAt", "DateTime?")]
    [InlineData("dossier.ReceivedAt - dossier.SignedAt", "TimeSpan")]
    [InlineData("dossier.DueAt - now", "TimeSpan?")]
    [InlineData("now - \"2026-01-01\"", "TimeSpan")]
    [InlineData("dossier.Born - dossier.Born.AddDays(1)", "TimeSpan?")]
    [InlineData("dossier.Wait * 2", "TimeSpan?")]
    [InlineData("dossier.Wait / dossier.Wait", "double?")]
    public void Arithmetic_has_the_type_of_CSharp_and_may_be_missing_where_it_can_fail(string text, string type)
    {
        var result = Checked.Of(text);
        Assert.Empty(result.Problems);
        Assert.Equal(type, result.Type);
    }

    [Theory]
    [InlineData("dossier.Pages > 5", "bool", "bool")]
    [InlineData("dossier.Copies > 5", "bool?", "bool")]
    [InlineData("dossier.Copies == null", "bool", "bool")]
    [InlineData("dossier.Copies in (1, 2)", "bool?", "bool")]
    [InlineData("dossier.Code in (\"a\", dossier.Note)", "bool?", "bool")]
    [InlineData("dossier.Urgent && dossier.Pages > 1", "bool", "bool")]
    [InlineData("dossier.Urgent || dossier.Returned", "bool?", "bool?")]
    [InlineData("!dossier.Returned", "bool?", "bool?")]
    [InlineData("dossier.Returned ? 1 : 2", "int?", "int")]
    [InlineData("dossier.Urgent ? 1 : null", "int?", "int?")]
    [InlineData("dossier.Copies ?? 0", "int", "int")]
    [InlineData("dossier.Copies ?? dossier.Copies", "int?", "int?")]
    [InlineData("isnull(dossier.Note, \"\")", "string", "string")]
    [InlineData("np(step.Name)", "string?", "string?")]
    [InlineData("np(step.Rank, 0)", "int", "int")]
    [InlineData("step.Name", "string?", "string?")]
    [InlineData("step.Parts.Count", "int?", "int?")]
    [InlineData("steps.Count", "int", "int")]
    [InlineData("steps[0].Name", "string?", "string?")]
    [InlineData("dossier.Copies.HasValue", "bool", "bool")]
    [InlineData("string.IsNullOrEmpty(dossier.Note)", "bool", "bool")]
    [InlineData("dossier.Note.Length", "int?", "int?")]
    [InlineData("dossier.Code.Substring(1)", "string?", "string?")]
    [InlineData("dossier.Code.ToUpper()", "string", "string")]
    public void May_be_missing_exactly_where_a_fact_or_a_result_may(string text, string undetermined, string withNulls)
    {
        Assert.Equal(undetermined, Checked.Of(text).Type);
        Assert.Equal(withNulls, Checked.WithNulls(text).Type);
    }

    [Theory]
    [InlineData("\"5\" == 5", true)]
    [InlineData("dossier.Pages == \"12\"", true)]
    [InlineData("dossier.ReceivedAt > \"2026-03-02\"", true)]
    [InlineData("dossier.ReceivedAt == \"2026-03-02T08:00\"", true)]
    [InlineData("dossier.ReceivedAt == \"2026-03-02T01:00Z\"", true)]
    [InlineData("dossier.SignedAt > dossier.ReceivedAt", true)]
    [InlineData("dossier.Born < dossier.ReceivedAt", true)]
    [InlineData("dossier.Born == \"1990-02-28\"", true)]
    [InlineData("dossier.Appointment >= \"14:30\"", true)]
    [InlineData("dossier.Wait > \"1.11:59:59\"", true)]
    [InlineData("dossier.Status == \"open\"", true)]
    [InlineData("dossier.Status == 0", true)]
    [InlineData("dossier.Urgent == \"false\"", true)]
    [InlineData("dossier.Letter == \"A\"", true)]
    [InlineData("dossier.Code[0] == 'H'", true)]
    [InlineData("dossier.Identity == \"00000000-0000-0000-0000-000000000000\"", true)]
    [InlineData("dossier.Fee > 0.4 && dossier.Fee == 30000", true)]
    [InlineData("dossier.Serial > dossier.Pages", false)]
    [InlineData("dossier.Pages in (1, \"12\", 3.5)", true)]
    [InlineData("dossier.Pages not in (1, 2)", true)]
    [InlineData("\"map\" in dossier.Papers", true)]
    [InlineData("0.1 + 0.2 == 0.3", false)]
    [InlineData("0.1m + 0.2m == 0.3m", true)]
    [InlineData("\"B\" > \"a\"", false)]
    public void Compares_values_of_different_types_where_one_can_become_the_other(string text, bool expected) =>
        Assert.Equal(expected, Checked.Of(text).Value());

    [Fact]
    public void Arithmetic_on_written_numbers_is_a_written_number() =>
        Assert.Equal("RULE-137 2147483647 * 2", Assert.Single(Checked.Of("2147483647 * 2 > 5").Problems));
}
