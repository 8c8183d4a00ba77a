using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Fields;

namespace Tthc.Workflows.Agencies;

/// <summary>Checks that kinds, roles and calendars that are named exist.</summary>
internal sealed class AgencyNames(
    IReadOnlyCollection<string> kinds, IReadOnlyCollection<WrittenRole> roles, IReadOnlySet<string> calendars, DiagnosticBag bag)
{
    private readonly HashSet<string> _roles = [.. roles.Select(role => role.Key.Value)];

    public void Check(ImmutableArray<WrittenAgency> agencies)
    {
        foreach (var agency in agencies)
        {
            Known(agency.Kind, kinds, AgencyDiagnostics.UnknownKind);
            if (agency.Calendar is { } calendar)
                Known(calendar, calendars, AgencyDiagnostics.UnknownCalendar);
        }
        foreach (var assigned in roles.SelectMany(role => role.Assigns))
            Known(assigned, _roles, AgencyDiagnostics.UnknownRole);
        // A set of units shared by many agencies is one text: its mistakes are said once.
        var held = agencies.SelectMany(agency => agency.Units).Distinct().SelectMany(unit => unit.Roles).ToArray();
        foreach (var role in held)
            Known(role, _roles, AgencyDiagnostics.UnknownRole);
        var used = held.Select(role => role.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var role in roles.Where(role => !used.Contains(role.Key.Value)))
            bag.Report(role.Key.Problem(AgencyDiagnostics.RoleNowhere, role.Key.Value));
    }

    private void Known(Located<string> name, IReadOnlyCollection<string> known, DiagnosticDescriptor unknown)
    {
        if (!known.Contains(name.Value))
            bag.Report(name.Problem(unknown, name.Value).WithNearest(NameSuggestion.Nearest(name.Value, known)));
    }
}
