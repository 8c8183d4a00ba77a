using Tthc.RuleLanguage.Types;
using Tthc.Workflows.Facts;

namespace Tthc.Workflows.Tests.Facts;

public sealed class ComplianceFactsTests
{
    [Fact]
    public void Schema_opens_the_names_that_rules_speak_of()
    {
        var root = ComplianceFacts.Schema.Root;

        Assert.Equal(["dossier", "procedure", "calendar", "steps", "positions", "findings", "officer", "agency", "events"], root.Members.Select(m => m.Name));
        Assert.Equal("DateTimeOffset?", root.Find("dossier")!.Type.Record!.Find("OriginalDueAt")!.Type.ToString());
        Assert.Equal("long (working-minutes)", root.Find("steps")!.Type.Element!.Record!.Find("UsedMinutes")!.Type.ToString());
    }

    [Fact]
    public void Schema_shows_no_personal_data()
    {
        var names = Records(ComplianceFacts.Schema.Root, []).SelectMany(r => r.Members).Select(m => m.Name);

        Assert.Empty(names.Intersect(["Applicant", "Owner", "Name", "IdNumber", "Address", "Phone", "Email", "Subject"], StringComparer.Ordinal));
    }

    [Fact]
    public void Calendar_functions_turn_round_exactly()
    {
        var calendar = new CalendarFacts(Calendars.SampleCalendars.Office);
        var from = new DateTimeOffset(2025, 6, 4, 1, 0, 0, TimeSpan.Zero);
        for (var minutes = -900L; minutes <= 900; minutes += 45)
        {
            var to = calendar.ToReaching(from, minutes)!.Value;
            Assert.True(calendar.WorkingMinutesBetween(from, to) >= minutes);
            Assert.True(calendar.WorkingMinutesBetween(from, to.AddTicks(-1)) < minutes);
            var begin = calendar.FromFallingTo(from, minutes)!.Value;
            Assert.True(calendar.WorkingMinutesBetween(begin, from) <= minutes);
            Assert.True(calendar.WorkingMinutesBetween(begin.AddTicks(-1), from) > minutes);
        }
    }

    private static HashSet<RecordShape> Records(RecordShape shape, HashSet<RecordShape> found)
    {
        if (!found.Add(shape))
            return found;
        foreach (var member in shape.Members)
            if ((member.Type.Record ?? member.Type.Element?.Record) is { } next)
                Records(next, found);
        return found;
    }
}
