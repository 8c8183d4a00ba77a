using Tthc.Workflows.Agencies;
using Tthc.Workflows.Bundles;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Procedures;

namespace Tthc.Cli.Demo;

/// <summary>The agencies and calendars of the rule files, as the play needs them.</summary>
internal sealed class Offices(RuleBundle bundle)
{
    public RuleBundle Bundle { get; } = bundle;

    /// <summary>Agencies at which a procedure can be handed in on a day.</summary>
    public IReadOnlyList<Agency> ReceivingFor(CompiledProcedure procedure, DateOnly day)
    {
        if (procedure.Steps[procedure.Start].Role is not { } role)
            return [];
        var able = Bundle.Agencies.Agencies.Where(a => a.ExistsOn(day) && a.HasRole(role) && Finds(procedure, a, day)).ToList();
        var ofLevel = able.Where(a => a.Kind.StartsWith(procedure.Level, StringComparison.Ordinal)).ToList();
        var centres = able.Where(a => a.Kind.Contains("one-stop", StringComparison.Ordinal)).ToList();
        // The province's dossiers are handed in at its service centre, where it has one.
        if (procedure.Level == "province" && centres.Count > 0)
            return centres;
        return ofLevel.Count > 0 ? ofLevel : able;
    }

    /// <summary>Whether every agency that the steps look for near the receiving one is there.</summary>
    private bool Finds(CompiledProcedure procedure, Agency receiving, DateOnly day) =>
        procedure.Steps.Values.Select(s => s.At).Append(procedure.Competent)
            .Where(at => at.Kind == AgencySelectorKind.Nearest)
            .All(at => Bundle.Agencies.Nearest(at.Argument!, receiving, day) is not null);

    /// <summary>An agency in which somebody holds the role, for steps that leave the choice to the officer.</summary>
    public Agency? AnyWith(string? role, DateOnly day, Chance chance)
    {
        var able = Bundle.Agencies.Agencies.Where(a => a.ExistsOn(day) && (role is null || a.HasRole(role))).ToList();
        return able.Count == 0 ? null : able[chance.Below(able.Count)];
    }

    public string NameOf(string agency, DateOnly day) => Bundle.AgencyFor(agency, day)?.Name.Vietnamese ?? agency;

    /// <summary>The name borne under an identifier, whenever that was.</summary>
    public string NameOfId(string id) => Bundle.Agencies.Agencies.FirstOrDefault(a => a.Id == id)?.Name.Vietnamese ?? "";

    /// <summary>The moment that lies so many working minutes of the agency later; null beyond what its calendar covers.</summary>
    public DateTimeOffset? After(string agency, DateTimeOffset from, double workingMinutes)
    {
        if (CalendarOf(agency, from) is not { } calendar)
            return null;
        return calendar.AddWorkingMinutes(from, (long)Math.Max(0, workingMinutes)).TryGet(out var at, out _) ? at : null;
    }

    public WorkCalendar? CalendarOf(string agency, DateTimeOffset at) =>
        Bundle.CalendarFor(agency, DayOf(at));

    /// <summary>Who in an agency may hand out the work of a role, and by which role; null: nobody.</summary>
    public string? AssignerOf(string agency, string work, DateTimeOffset at) =>
        Bundle.AgencyFor(agency, DayOf(at)) is { } office
            ? Bundle.Agencies.Roles.Values.Where(r => r.Assigns.Contains(work) && office.HasRole(r.Key)).Select(r => r.Key).Order(StringComparer.Ordinal).FirstOrDefault()
            : null;

    public static double HourOf(DateTimeOffset at) => at.ToOffset(Output.LocalTime.Offset).TimeOfDay.TotalHours;

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Output.LocalTime.Offset).DateTime);
}
