using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Agencies;
using Tthc.Workflows.Procedures.Reading;

namespace Tthc.Workflows.Procedures.Linking;

/// <summary>Roles, kinds and agencies that a procedure names exist while it is in force.</summary>
internal sealed class AgencyLink(AgencyTree agencies, DiagnosticBag bag)
{
    public void Check(Procedure procedure)
    {
        foreach (var (role, at) in Assignments.Of(procedure))
        {
            var roleKnown = role is null || CheckRole(role);
            var somebody = at is null ? null : Candidates(at);
            if (role is null || somebody is null || !roleKnown)
                continue;
            var period = somebody.Where(agency => Overlaps(procedure, agency)).ToList();
            if (!period.Exists(agency => agency.HasRole(role.Value)))
                bag.Report(role.Problem(LinkDiagnostics.RoleNotThere, role.Value, SelectorText.Write(at!.Value)));
        }
    }

    private static bool Overlaps(Procedure procedure, Agency agency) =>
        (agency.To is not { } to || procedure.InForceFrom.Value <= to)
        && (agency.From is not { } from || procedure.InForceTo is not { } last || from <= last.Value);

    private bool CheckRole(Located<string> role)
    {
        if (agencies.Roles.ContainsKey(role.Value))
            return true;
        // An empty role was reported as missing.
        if (role.Value.Length > 0)
            bag.Report(role.Problem(LinkDiagnostics.UnknownRole, role.Value).WithNearest(NameSuggestion.Nearest(role.Value, agencies.Roles.Keys)));
        return false;
    }

    /// <summary>The agencies a selector can mean; null where that depends on the dossier, or where the name was reported.</summary>
    private List<Agency>? Candidates(Located<AgencySelector> at)
    {
        var name = at.Value.Argument;
        return at.Value.Kind switch
        {
            AgencySelectorKind.Named => OrUnknown(
                at, name!, [.. agencies.Agencies.Where(a => a.Key == name || a.Id == name)], LinkDiagnostics.UnknownAgency, agencies.Agencies.Select(a => a.Key)),
            AgencySelectorKind.Nearest when agencies.Kinds.ContainsKey(name!) => [.. agencies.Agencies.Where(a => a.Kind == name)],
            AgencySelectorKind.Nearest => OrUnknown(at, name!, [], LinkDiagnostics.UnknownKind, agencies.Kinds.Keys),
            _ => null,
        };
    }

    private List<Agency>? OrUnknown(Located<AgencySelector> at, string name, List<Agency> found, DiagnosticDescriptor descriptor, IEnumerable<string> known)
    {
        if (found.Count > 0)
            return found;
        bag.Report(at.Problem(descriptor, name).WithNearest(NameSuggestion.Nearest(name, known)));
        return null;
    }
}
