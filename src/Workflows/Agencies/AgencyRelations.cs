using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Fields;

namespace Tthc.Workflows.Agencies;

/// <summary>Checks how agencies refer to each other: superiors, areas served, successors, identifiers, inherited calendars.</summary>
internal sealed class AgencyRelations(Dictionary<string, WrittenAgency> agencies, DiagnosticBag bag)
{
    public void Check()
    {
        foreach (var agency in agencies.Values)
        {
            CheckParent(agency);
            CheckServed(agency);
            CheckSuccessor(agency);
            if (CalendarOf(agency, agencies) is null)
                bag.Report(agency.Key.Problem(AgencyDiagnostics.NoCalendar, agency.Key.Value));
        }
        CheckIdentifiers();
        CheckRivals();
    }

    /// <summary>The calendar of the agency or of the nearest one above that has its own; null when none has.</summary>
    public static Located<string>? CalendarOf(WrittenAgency agency, Dictionary<string, WrittenAgency> agencies) =>
        Walk(agency, one => one.Parent, agencies).Select(one => one.Calendar).FirstOrDefault(calendar => calendar is not null);

    private void CheckParent(WrittenAgency agency)
    {
        if (agency.Parent is not { } named || Resolve(named) is not { } parent)
            return;
        if (Circle(agency, one => one.Parent) is { } circle)
            bag.Report(named.Problem(AgencyDiagnostics.ParentCycle, circle));
        else if (parent.First > agency.First || parent.Last < agency.Last)
            bag.Report(named.Problem(AgencyDiagnostics.ParentNotThere, named.Value));
    }

    private void CheckServed(WrittenAgency agency)
    {
        foreach (var named in agency.Serves)
        {
            if (Resolve(named) is { } served && !served.Overlaps(agency))
                bag.Report(named.Problem(AgencyDiagnostics.ServedNotThere, named.Value));
        }
    }

    private void CheckSuccessor(WrittenAgency agency)
    {
        if (agency.Successor is not { } named || Resolve(named) is not { } successor || agency.To is not { } to || to.Value == DateOnly.MaxValue)
            return;
        var next = to.Value.AddDays(1);
        if (Circle(agency, one => one.Successor) is { } circle)
            bag.Report(named.Problem(AgencyDiagnostics.SuccessorCycle, circle));
        else if (successor.First > next || successor.Last < next)
            bag.Report(named.Problem(AgencyDiagnostics.SuccessorNotThere, named.Value, next));
    }

    private void CheckIdentifiers()
    {
        foreach (var same in agencies.Values.GroupBy(agency => agency.Id.Value, StringComparer.Ordinal))
        {
            foreach (var (agency, other) in Pairs([.. same]))
                bag.Report(agency.Id.Problem(AgencyDiagnostics.IdInUse, agency.Id.Value, other.Key.Value));
        }
    }

    private void CheckRivals()
    {
        var serving = agencies.Values.SelectMany(agency => agency.Serves, (agency, served) => (agency, served));
        foreach (var same in serving.GroupBy(pair => (pair.agency.Kind.Value, pair.served.Value)))
        {
            foreach (var (agency, other) in Pairs([.. same.Select(pair => pair.agency)]))
            {
                var named = agency.Serves.Last(served => served.Value == same.Key.Item2);
                bag.Report(named.Problem(AgencyDiagnostics.ServedTwice, named.Value, other.Key.Value));
            }
        }
    }

    /// <summary>Each agency with the first one before it that exists at the same time.</summary>
    private static IEnumerable<(WrittenAgency Agency, WrittenAgency Other)> Pairs(WrittenAgency[] group) =>
        group.Index()
            .Select(one => (Agency: one.Item, Other: group.Take(one.Index).FirstOrDefault(before => before.Overlaps(one.Item))))
            .Where(pair => pair.Other is not null)
            .Select(pair => (pair.Agency, pair.Other!));

    private WrittenAgency? Resolve(Located<string> named)
    {
        if (agencies.TryGetValue(named.Value, out var found))
            return found;
        bag.Report(named.Problem(AgencyDiagnostics.UnknownAgency, named.Value).WithNearest(NameSuggestion.Nearest(named.Value, agencies.Keys)));
        return null;
    }

    /// <summary>The way round, when following the references from an agency leads back to it.</summary>
    private string? Circle(WrittenAgency agency, Func<WrittenAgency, Located<string>?> next)
    {
        var way = Walk(agency, next, agencies).ToArray();
        return next(way[^1])?.Value == agency.Key.Value
            ? string.Join(" → ", way.Append(agency).Select(one => one.Key.Value))
            : null;
    }

    /// <summary>The agency and those its references lead to, each once.</summary>
    private static IEnumerable<WrittenAgency> Walk(
        WrittenAgency agency, Func<WrittenAgency, Located<string>?> next, Dictionary<string, WrittenAgency> agencies)
    {
        var seen = new HashSet<WrittenAgency>(ReferenceEqualityComparer.Instance);
        for (var one = agency; one is not null && seen.Add(one); one = next(one) is { } key ? agencies.GetValueOrDefault(key.Value) : null)
            yield return one;
    }
}
