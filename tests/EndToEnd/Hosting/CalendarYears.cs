using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tthc.EndToEnd.Hosting;

/// <summary>The published calendars end with the last year announced. Servers in these tests that run by the clock of the world must not fail for that some day.</summary>
internal static class CalendarYears
{
    /// <summary>Adds plain years without holidays to the holiday calendar of a copied rules folder, up to the year after this one.</summary>
    public static void ReachNextYear(string rules, int thisYear)
    {
        var path = Path.Combine(rules, "calendars", "vn-public-holidays.calendar.json");
        var calendar = JsonNode.Parse(File.ReadAllText(path), null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        var years = calendar["years"]!.AsObject();
        var last = years.Max(y => int.Parse(y.Key, CultureInfo.InvariantCulture));
        if (last > thisYear)
            return;
        for (var year = last + 1; year <= thisYear + 1; year++)
            years.Add(year.ToString(CultureInfo.InvariantCulture), new JsonObject { ["source"] = "thử nghiệm", ["confirmed"] = false, ["days"] = new JsonArray() });
        File.WriteAllText(path, calendar.ToJsonString());
    }
}
