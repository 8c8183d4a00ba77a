using Tthc.Workflows.Calendars;

namespace Tthc.Bench.Rules;

/// <summary>Dossiers drawn at random, each of its own, so that nothing the rules ask can be foreseen.</summary>
internal static class DrawnFacts
{
    private static readonly string[] s_status = ["received", "processing", "processing", "returned", "closed"];
    private static readonly string[] s_channels = ["counter", "online", "postal"];

    public static Facts[] Draw(int count, DateTimeOffset now, WorkCalendar calendar)
    {
        var random = new Random(20260701);
        var agencies = Enumerable.Range(0, 20).Select(i => new Agency { Code = $"agency-{i}", Level = i % 3 == 0 ? "province" : "commune" }).ToArray();
        return [.. Enumerable.Range(0, count).Select(i => new Facts { Dossier = One(i, random, now, calendar, agencies[random.Next(agencies.Length)]) })];
    }

    private static Dossier One(int number, Random random, DateTimeOffset now, WorkCalendar calendar, Agency agency)
    {
        var received = now.AddMinutes(-random.Next(1, 60 * 24 * 60));
        var due = received.AddDays(random.Next(5, 90));
        var status = Text(s_status[random.Next(s_status.Length)]);
        return new Dossier
        {
            Code = $"H48.26.{number:000000}",
            Status = status,
            Channel = Text(s_channels[random.Next(s_channels.Length)]),
            Fee = random.Next(0, 3_000_000),
            IsFeePaid = random.Next(2) == 0,
            ReceivedAt = received,
            DueAt = random.Next(10) == 0 ? null : due,
            ReturnedAt = status == "returned" ? received.AddDays(random.Next(1, 60)) : null,
            ExtendedTo = random.Next(8) == 0 ? due.AddDays(random.Next(-2, 10)) : null,
            AllowedMinutes = random.Next(5, 60) * 480L,
            ApologySlips = random.Next(3),
            SupplementRequests = random.Next(4) * random.Next(2),
            Steps = random.Next(15),
            Rating = random.Next(3) == 0 ? random.Next(100) : null,
            IsUrgent = random.Next(5) == 0,
            IsAcknowledged = random.Next(2) == 0,
            AssignedAgency = random.Next(10) == 0 ? "agency-x" : Text(agency.Code),
            Agency = agency,
            Parts = [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => new Part { IsRequired = random.Next(2) == 0, CheckedAt = random.Next(20) == 0 ? null : received })],
            Calendar = calendar,
        };
    }

    // Not the same object as the constant of a rule: texts that come from events are not.
    private static string Text(string text) => new(text.AsSpan());
}
