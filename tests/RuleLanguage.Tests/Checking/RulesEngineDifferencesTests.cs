namespace Tthc.RuleLanguage.Tests.Checking;

/// <summary>Where checking differs from RulesEngine on purpose.</summary>
public sealed class RulesEngineDifferencesTests
{
    [Theory]
    [InlineData("dossier.SignedAt > \"03/04/2026\"")]
    [InlineData("dossier.SignedAt > \"March 4, 2026\"")]
    public void RE_DIFF_10_dates_in_texts_are_written_year_month_day(string text) => Refuses("RULE-112", text);

    [Fact]
    public void RE_DIFF_11_a_span_in_a_text_needs_a_colon() => Refuses("RULE-112", "dossier.Wait > \"5\"");

    [Fact]
    public void RE_DIFF_12_values_of_enumerations_have_no_order() => Refuses("RULE-118", "dossier.Status > \"Open\"");

    [Fact]
    public void RE_DIFF_13_parts_of_an_instant_are_those_of_local_time() =>
        Assert.Equal(8, Checked.Of("dossier.ReceivedAt.Hour").Value());

    [Theory]
    [InlineData("now.ToString()", "2026-03-10 09:30:00")]
    [InlineData("\"\" + dossier.Born", "1990-02-28")]
    public void RE_DIFF_14_dates_become_texts_year_month_day(string text, string expected) => Assert.Equal(expected, Checked.Of(text).Value());

    [Theory]
    [InlineData("dossier.Code.Substring(99)")]
    [InlineData("int.Parse(dossier.Code)")]
    [InlineData("dossier.Papers[7]")]
    [InlineData("Convert.ToInt32(dossier.Fee * 1000000)")]
    public void RE_DIFF_15_a_function_without_result_gives_a_missing_value_and_throws_nothing(string text) => Assert.Null(Checked.Of(text).Value());

    [Theory]
    [InlineData("dossier.Copies > null")]
    [InlineData("dossier.Copies + null > 1")]
    [InlineData("dossier.Copies in (1, null)")]
    public void RE_DIFF_16_null_goes_with_equality_only(string text) => Refuses("RULE-117", text);

    [Fact]
    public void RE_DIFF_17_nothing_leads_into_the_program() => Refuses("RULE-109", "dossier.GetType().Assembly.FullName == \"\"");

    [Fact]
    public void RE_DIFF_18_a_list_of_numbers_is_summed_without_a_selector() => Assert.Equal(6, Checked.Of("dossier.Numbers.Sum()").Value());

    [Theory]
    [InlineData("dossier.Numbers.FirstOrDefault(it > 9)")]
    [InlineData("dossier.Numbers.Where(it > 9).Max()")]
    [InlineData("dossier.Numbers.Where(it > 9).Average()")]
    public void RE_DIFF_19_what_an_empty_list_does_not_have_is_missing_and_not_zero(string text) => Assert.Null(Checked.Of(text).Value());

    [Fact]
    public void RE_DIFF_20_the_format_of_String_Format_is_written_in_the_rule() => Refuses("RULE-143", "String.Format(dossier.Code, 1) == \"\"");

    [Fact]
    public void RE_DIFF_21_a_list_is_joined_and_not_named() => Assert.Equal("form,map", Checked.Of("string.Join(\",\", dossier.Papers)").Value());

    [Fact]
    public void RE_DIFF_22_ways_of_comparing_that_depend_on_the_machine_go_by_character_code() =>
        Assert.Equal(false, Checked.Of("dossier.Code.Equals(\"h34-1\", StringComparison.CurrentCulture)").Value());

    [Fact]
    public void RE_DIFF_23_an_element_with_a_name_is_always_written_with_it() => Refuses("RULE-100", "steps.Any(s => IsLate)");

    [Theory]
    [InlineData("dossier == step")]
    [InlineData("dossier.Papers == dossier.Papers")]
    public void RE_DIFF_24_records_and_lists_are_not_compared_as_a_whole(string text) => Refuses("RULE-110", text);

    [Theory]
    [InlineData("dossier.SignedAt > DateTime(2026, 2, 30)", "RULE-138")]
    [InlineData("dossier.Pages / 0 > 1", "RULE-136")]
    [InlineData("2147483647 + 1 > 0", "RULE-137")]
    public void RE_DIFF_25_what_cannot_be_reckoned_from_constants_is_found_when_checked(string text, string id) => Refuses(id, text);

    [Fact]
    public void RE_DIFF_26_numbers_with_units_do_not_mix() => Refuses("RULE-120", "dossier.UsedMinutes > dossier.LimitDays");

    private static void Refuses(string id, string text)
    {
        var result = Checked.Of(text);
        Assert.Null(result.Bound);
        Assert.Equal([id], result.Diagnostics.Where(d => d.Severity == Tthc.Text.Diagnostics.DiagnosticSeverity.Error).Select(d => d.Id));
    }
}
