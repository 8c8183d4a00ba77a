namespace Tthc.RuleLanguage.Tests.Checking;

public sealed class UnitRulesTests
{
    [Theory]
    [InlineData("dossier.UsedMinutes + 60", "long (working-minutes)?")]
    [InlineData("dossier.UsedMinutes - dossier.LimitMinutes", "long (working-minutes)?")]
    [InlineData("dossier.UsedMinutes * 2", "long (working-minutes)?")]
    [InlineData("1.5 * dossier.UsedMinutes", "double (working-minutes)?")]
    [InlineData("dossier.UsedMinutes / 60", "long (working-minutes)")]
    [InlineData("dossier.UsedMinutes / dossier.LimitMinutes", "long?")]
    [InlineData("-dossier.UsedMinutes", "long (working-minutes)?")]
    [InlineData("dossier.Urgent ? dossier.UsedMinutes : 0", "long (working-minutes)")]
    [InlineData("Math.Max(dossier.UsedMinutes, 8 * 60)", "long (working-minutes)")]
    [InlineData("Math.Clamp(60, 0, dossier.LimitMinutes)", "long (working-minutes)?")]
    [InlineData("steps.Sum(UsedMinutes)", "long (working-minutes)?")]
    [InlineData("steps.Average(UsedMinutes)", "double (working-minutes)?")]
    [InlineData("steps.Max(UsedMinutes)", "long (working-minutes)?")]
    [InlineData("steps.Count(UsedMinutes > 60)", "int?")]
    [InlineData("calendar.WorkingMinutesBetween(dossier.ReceivedAt, now)", "long (working-minutes)")]
    [InlineData("calendar.AddWorkingTime(now, dossier.UsedMinutes)", "DateTimeOffset?")]
    [InlineData("calendar.AddWorkingTime(now, 30)", "DateTimeOffset?")]
    [InlineData("dossier.UsedMinutes in (60, 120)", "bool")]
    [InlineData("dossier.UsedMinutes > 8 * 60 + 30", "bool")]
    public void A_number_keeps_what_it_counts(string text, string type)
    {
        var result = Checked.Of(text);
        Assert.Empty(result.Problems);
        Assert.Equal(type, result.Type);
    }

    [Theory]
    [InlineData("dossier.UsedMinutes + dossier.LimitDays > 0", "RULE-120 +")]
    [InlineData("dossier.UsedMinutes == dossier.LimitDays", "RULE-120 ==")]
    [InlineData("dossier.UsedMinutes in (dossier.LimitDays)", "RULE-120 dossier.LimitDays")]
    [InlineData("(dossier.Urgent ? dossier.UsedMinutes : dossier.LimitDays) > 1", "RULE-120 (dossier.Urgent ? dossier.UsedMinutes : dossier.LimitDays)")]
    [InlineData("Math.Min(dossier.UsedMinutes, dossier.LimitDays) > 1", "RULE-120 Min")]
    [InlineData("calendar.AddWorkingTime(now, dossier.LimitDays)", "RULE-120 dossier.LimitDays")]
    [InlineData("dossier.UsedMinutes / dossier.LimitDays > 1", "RULE-120 /")]
    [InlineData("dossier.UsedMinutes * dossier.LimitMinutes > 1", "RULE-122 *")]
    [InlineData("60 / dossier.UsedMinutes > 1", "RULE-122 /")]
    [InlineData("dossier.UsedMinutes > dossier.Wait", "RULE-121 >")]
    [InlineData("dossier.Wait + dossier.UsedMinutes > dossier.Wait", "RULE-121 +")]
    [InlineData("dossier.Wait * dossier.UsedMinutes > dossier.Wait", "RULE-121 *")]
    [InlineData("now.AddDays(dossier.LimitDays) > now", "RULE-121 dossier.LimitDays")]
    [InlineData("TimeSpan.FromMinutes(dossier.UsedMinutes) > dossier.Wait", "RULE-121 dossier.UsedMinutes")]
    public void Units_do_not_mix(string text, string problem)
    {
        var result = Checked.Of(text);
        Assert.Null(result.Bound);
        Assert.Equal(problem, Assert.Single(result.Problems));
    }

    [Theory]
    [InlineData("dossier.UsedMinutes > dossier.Pages", "RULE-123 dossier.Pages")]
    [InlineData("calendar.AddWorkingTime(now, dossier.Pages) > now", "RULE-123 dossier.Pages")]
    [InlineData("dossier.UsedMinutes > dossier.Pages * 60", "RULE-123 dossier.Pages * 60")]
    public void A_fact_without_a_unit_is_taken_for_the_same_with_a_warning(string text, string problem)
    {
        var result = Checked.Of(text);
        Assert.NotNull(result.Bound);
        Assert.Equal(problem, Assert.Single(result.Problems));
    }
}
