using System.Collections.Frozen;
using System.Collections.Immutable;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Tests.Calendars;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>Agencies, calendars, procedures and policies of a small province.</summary>
internal static class SampleWorld
{
    private static readonly FrozenDictionary<string, string> s_agencies = new Dictionary<string, string>
    {
        ["xa-a"] = "H34.10", ["xa-b"] = "H34.11", ["trung-tam"] = "H34.1", ["van-phong-dat-dai"] = "H34.2", ["thue"] = "H34.3",
        ["cong-an"] = "H34.4", ["bao-hiem"] = "H34.5", ["so-van-hoa"] = "H34.6", ["khong-lich"] = "H34.9",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> s_nearest = new Dictionary<string, string> { ["tax"] = "H34.3", ["police"] = "H34.4" }.ToFrozenDictionary();

    /// <summary>The police open half an hour later than everybody else: their step clocks run in their own calendar.</summary>
    public static WorkCalendar PoliceOffice { get; } = WorkCalendar.Compile(SampleCalendars.Definition() with
    {
        Id = "police",
        Periods = [SampleCalendars.Period(new DateOnly(2024, 1, 1), null, SampleCalendars.Spans("07:30-11:30", "13:30-17:30"))],
    });

    public static RuleWorld Rules { get; } = new(
        FindAgency: (name, _) => Find(name),
        Nearest: (kind, _, _) => s_nearest.GetValueOrDefault(kind),
        Superior: (agency, _) => agency is "H34.10" or "H34.11" ? "H34.1" : null,
        MayAssign: (own, role) => own is "leader" || (own == "section-head" && role == "officer"),
        CalendarOf: (agency, _) => agency switch { "H34.9" => null, "H34.4" => PoliceOffice, _ => SampleCalendars.Office },
        FindProcedure: (code, day) => SampleProcedures.All.FirstOrDefault(p => p.Code == code && p.IsInForce(day)) is { } found ? new PublishedProcedure(SampleProcedures.All.IndexOf(found) + 1, found) : null,
        PolicyFor: day => Policies.FirstOrDefault(p => p.IsInForce(day)))
    {
        LocalOffset = TimeSpan.FromHours(7),
    };

    public static ImmutableArray<HandlingPolicy> Policies { get; } =
    [
        Policy("nd61", new DateOnly(2018, 6, 21), new DateOnly(2025, 6, 30), "05"),
        Policy("nd118", new DateOnly(2025, 7, 1), null, "06") with { AcceptanceLimit = new Limit.WorkingTime(480) },
    ];

    public static string? Find(string name) => s_agencies.Values.Contains(name) ? name : s_agencies.GetValueOrDefault(name);

    private static HandlingPolicy Policy(string key, DateOnly from, DateOnly? to, string control) => new()
    {
        Key = key,
        InForceFrom = from,
        InForceTo = to,
        Basis = [Sketch.Basis],
        SupplementAtMost = 1,
        SupplementClock = SupplementClock.Pause,
        SupplementSilence = Silence.Wait,
        ReAppointmentsAtMost = 1,
        OccurredBackDays = 30,
        Forms = new Dictionary<string, string>
        {
            ["receipt"] = "01", ["supplement"] = "02", ["refusal"] = "03", ["apology"] = "04", ["control"] = control, ["stop"] = key == "nd118" ? "05" : "03",
        }.ToImmutableDictionary(),
    };
}
