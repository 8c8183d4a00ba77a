using System.Globalization;
using Tthc.RuleLanguage.Tests.Checking;

namespace Tthc.RuleLanguage.Tests.Library;

/// <summary>What the functions of the library give; null: missing.</summary>
public sealed class BuiltInValuesTests
{
    [Theory]
    [InlineData("dossier.Code.Length", "5")]
    [InlineData("dossier.Code.ToLower()", "h34-1")]
    [InlineData("\" a \".Trim() + \"|\"", "a|")]
    [InlineData("dossier.Code.Substring(1, 2)", "34")]
    [InlineData("dossier.Code.Substring(9)", null)]
    [InlineData("dossier.Code.Substring(1, -1)", null)]
    [InlineData("dossier.Code.IndexOf(\"3\")", "1")]
    [InlineData("dossier.Code.LastIndexOf('x')", "-1")]
    [InlineData("dossier.Code.Replace(\"34\", \"\")", "H-1")]
    [InlineData("dossier.Code.Replace(\"\", \"x\")", null)]
    [InlineData("dossier.Code.Split('-').Count", "2")]
    [InlineData("dossier.Code.Split(\"-\")[1]", "1")]
    [InlineData("dossier.Code.StartsWith(\"h\")", "False")]
    [InlineData("dossier.Code.StartsWith(\"h\", StringComparison.OrdinalIgnoreCase)", "True")]
    [InlineData("dossier.Code.Contains('3') && dossier.Code.EndsWith(\"1\")", "True")]
    [InlineData("dossier.Code.PadLeft(7, '0')", "00H34-1")]
    [InlineData("dossier.Code.PadRight(999999999)", null)]
    [InlineData("dossier.Code.Insert(3, \".\") + dossier.Code.Remove(3)", "H34.-1H34")]
    [InlineData("dossier.Code.CompareTo(\"H35\")", "-1")]
    [InlineData("string.Compare(\"a\", \"A\", true)", "0")]
    [InlineData("string.Join(\", \", dossier.Papers)", "form, map")]
    [InlineData("string.Join(\"+\", dossier.Numbers)", "3+1+2")]
    [InlineData("string.Concat(dossier.Code, \"/\", \"2\")", "H34-1/2")]
    [InlineData("String.IsNullOrWhiteSpace(dossier.Note)", "True")]
    [InlineData("String.Format(\"{1:0.00} of {0,-6}|{{}}\", dossier.Code, dossier.Share)", "0.50 of H34-1 |{}")]
    [InlineData("ExpressionUtils.CheckContains(\"b\", \"a,b\")", "True")]
    [InlineData("ExpressionUtils.CheckContains(\"\", \"a,,b\")", "False")]
    [InlineData("char.IsDigit(dossier.Code[1])", "True")]
    public void Of_texts(string text, string? expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("Math.Round(2.5)", "2")]
    [InlineData("Math.Round(1.005m, 2)", "1.00")]
    [InlineData("Math.Ceiling(dossier.Share) + Math.Floor(dossier.Share)", "1")]
    [InlineData("Math.Max(dossier.Pages, 20)", "20")]
    [InlineData("Math.Clamp(dossier.Pages, 1, 9)", "9")]
    [InlineData("Math.Clamp(1, 9, dossier.Pages - 12)", null)]
    [InlineData("Math.Pow(2, 10)", "1024")]
    [InlineData("Math.Sqrt(-dossier.Share)", null)]
    [InlineData("Math.Abs(dossier.Pages - 20)", "8")]
    [InlineData("int.Parse(\"12\") + 1", "13")]
    [InlineData("int.Parse(dossier.Code)", null)]
    [InlineData("decimal.Parse(\"1.50\")", "1.50")]
    [InlineData("double.Parse(\"1e400\")", "!")]
    [InlineData("Convert.ToInt32(2.5)", "2")]
    [InlineData("Convert.ToInt32(dossier.Fee * 100000)", null)]
    [InlineData("int(dossier.Share)", "0")]
    [InlineData("Int64(dossier.Pages)", "12")]
    [InlineData("string(dossier.Pages) + String(dossier.Fee)", "1230000")]
    [InlineData("(1234.5).ToString(\"0.00\")", "1234.50")]
    [InlineData("dossier.Pages.ToString(\"D4\")", "0012")]
    [InlineData("7 % 4 + (7 mod 4)", "6")]
    public void Of_numbers(string text, string? expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("now.ToString()", "2026-03-10 09:30:00")]
    [InlineData("now.Date.ToString(\"dd/MM/yyyy\")", "10/03/2026")]
    [InlineData("dossier.ReceivedAt.Hour", "8")]
    [InlineData("dossier.ReceivedAt.DayOfWeek", "Monday")]
    [InlineData("now.AddDays(-9).DayOfWeek == \"Sunday\"", "True")]
    [InlineData("(now - dossier.ReceivedAt).Days", "8")]
    [InlineData("(now - dossier.ReceivedAt).TotalHours", "193.5")]
    [InlineData("now.AddMonths(-1).Day", "10")]
    [InlineData("DateTime(2026, 1, 31).AddMonths(1).Day", "28")]
    [InlineData("now.AddYears(99999)", null)]
    [InlineData("now.AddDays(1e300)", null)]
    [InlineData("DateTime.DaysInMonth(2024, 2)", "29")]
    [InlineData("DateTime.Today == DateTime.Now.Date", "True")]
    [InlineData("DateTime.UtcNow.Hour", "2")]
    [InlineData("DateTime.UtcNow == now && DateTime.Now == now && now.UtcDateTime == now", "True")]
    [InlineData("DateTime.UtcNow.AddDays(1) - now", "1.00:00:00")]
    [InlineData("DateTime.Now.ToUniversalTime() - now + (DateTime.UtcNow + dossier.Wait - now)", "1.12:00:00")]
    [InlineData("DateTime.Parse(\"2026-01-02T03:04\").Minute", "4")]
    [InlineData("DateTime.Parse(dossier.Code)", null)]
    [InlineData("DateTimeOffset.Parse(\"2026-03-10\") < now", "True")]
    [InlineData("DateOnly.FromDateTime(now) == \"2026-03-10\"", "True")]
    [InlineData("DateOnly(2026, 3, 10) - dossier.Born > TimeSpan.FromDays(13000)", "True")]
    [InlineData("dossier.Born.AddDays(1).Month", "3")]
    [InlineData("dossier.Born.AddDays(99999999)", null)]
    [InlineData("dossier.Appointment.AddHours(12).Hour", "2")]
    [InlineData("dossier.Appointment - TimeOnly(7, 0)", "07:30:00")]
    [InlineData("dossier.Wait.TotalDays * 2", "3")]
    [InlineData("(dossier.Wait / 3).TotalHours", "12")]
    [InlineData("dossier.Wait / TimeSpan.FromHours(8)", "4.5")]
    [InlineData("TimeSpan(1, 30, 0).TotalMinutes", "90")]
    [InlineData("Guid(\"00000000-0000-0000-0000-000000000000\") == dossier.Identity", "True")]
    public void Of_dates_and_times(string text, string? expected) => Assert.Equal(expected, Show(text));

    [Theory]
    [InlineData("dossier.Numbers.OrderBy(it).First()", "1")]
    [InlineData("dossier.Numbers.Where(it > 1).Sum()", "5")]
    [InlineData("dossier.Numbers.Average()", "2")]
    [InlineData("dossier.Numbers.Select(it * 2).Max()", "6")]
    [InlineData("dossier.Numbers.Skip(1).Take(1).Single()", "1")]
    [InlineData("dossier.Numbers.Contains(2) && 2 in dossier.Numbers", "True")]
    [InlineData("dossier.Numbers.Union(new[] {9}).Count()", "4")]
    [InlineData("dossier.Numbers.Except(new[] {3}).Reverse().First()", "2")]
    [InlineData("dossier.Numbers.ToList().ElementAt(0)", "3")]
    [InlineData("dossier.Numbers.Where(it > 99).DefaultIfEmpty(7).First()", "7")]
    [InlineData("steps.GroupBy(Status).Count()", "2")]
    [InlineData("steps.GroupBy(Status).Any(g => g.Key == \"Closed\" && g.All(IsLate))", "True")]
    [InlineData("steps.OrderByDescending(Rank).ThenBy(Name).Select(Name).First()", "b")]
    [InlineData("steps.GroupBy(Status).Select(new(Key as K, Count() as N)).First(K == \"Closed\").N", "1")]
    [InlineData("steps.GroupBy(Status).OrderBy(Key).Select(Sum(Rank)).Last()", "2")]
    [InlineData("dossier.Papers.Any(Length == 3) && dossier.Papers.Count(StartsWith(\"f\")) == 1", "True")]
    [InlineData("steps.SelectMany(Parts).Any()", "False")]
    [InlineData("np(step.Name, \"-\") + np(steps.First(Rank > 9).Name, \"-\")", "a-")]
    [InlineData("steps.Cast(\"string\").Any()", "!")]
    [InlineData("dossier.Numbers.Cast(\"long\").Sum()", "6")]
    public void Of_lists(string text, string? expected) => Assert.Equal(expected, Show(text));

    /// <summary>The value as text; an exclamation mark: refused when checked.</summary>
    private static string? Show(string text)
    {
        var facts = SampleFacts.Of(
            null,
            new SampleStep { Name = "a", Rank = 1 },
            new SampleStep { Name = "b", Rank = 2, Status = SampleStatus.Closed, IsLate = true });
        var result = Checked.Of(text);
        if (result.Bound is null)
            return "!";
        return result.Value(facts) is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
    }
}
