using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Fields;

namespace Tthc.Workflows.Agencies;

/// <summary>Reads the agency files of a rule set together: they make one tree.</summary>
public static class AgencyReader
{
    /// <summary>Reads all files and reports everything wrong with them.</summary>
    /// <param name="files">The texts of <c>rules/agencies/*.agencies.json</c>.</param>
    /// <param name="calendars">Ids of the calendars there are.</param>
    /// <param name="bag">Where problems go.</param>
    /// <returns>The tree, or null when there is an error.</returns>
    public static AgencyTree? Read(IEnumerable<SourceText> files, IReadOnlySet<string> calendars, DiagnosticBag bag)
    {
        var errorsBefore = bag.ErrorCount;
        var read = files.OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(source => AgencyFileReader.Read(source, bag)).OfType<AgencyFile>().ToArray();
        var kinds = Unique(read.SelectMany(file => file.Kinds), kind => kind.Key, bag);
        var roles = Unique(read.SelectMany(file => file.Roles), role => role.Key, bag);
        var agencies = Unique(read.SelectMany(file => file.Agencies), agency => agency.Key, bag);
        new AgencyNames(kinds.Keys, roles.Values, calendars, bag).Check([.. agencies.Values]);
        new AgencyRelations(agencies, bag).Check();
        return bag.ErrorCount > errorsBefore ? null : Build(kinds.Values, roles.Values, agencies);
    }

    private static Dictionary<string, T> Unique<T>(IEnumerable<T> written, Func<T, Located<string>> key, DiagnosticBag bag)
    {
        var byKey = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var one in written)
        {
            var name = key(one);
            if (!byKey.TryAdd(name.Value, one))
                bag.Report(name.Problem(AgencyDiagnostics.KeyTwice, name.Value, key(byKey[name.Value]).Location.ToString()));
        }
        return byKey;
    }

    private static AgencyTree Build(
        IEnumerable<Keyed<BilingualText>> kinds, IEnumerable<WrittenRole> roles, Dictionary<string, WrittenAgency> agencies) => new(
        agencies.Values.Select(written => Build(written, agencies)),
        roles.Select(role => new AgencyRole(role.Key.Value, role.Name, Values(role.Assigns))),
        kinds.Select(kind => new AgencyKind(kind.Key.Value, kind.Value)));

    private static Agency Build(WrittenAgency written, Dictionary<string, WrittenAgency> agencies) => new()
    {
        Key = written.Key.Value,
        Id = written.Id.Value,
        IdConfirmed = written.Confirmed,
        Name = written.Name,
        Kind = written.Kind.Value,
        Parent = written.Parent?.Value,
        Serves = Values(written.Serves),
        From = written.From?.Value,
        To = written.To?.Value,
        Successor = written.Successor?.Value,
        Calendar = AgencyRelations.CalendarOf(written, agencies)!.Value,
        Units = [.. written.Units.Select(unit => new AgencyUnit(unit.Key.Value, unit.Name, Values(unit.Roles)))],
    };

    private static ImmutableArray<string> Values(ImmutableArray<Located<string>> located) => [.. located.Select(one => one.Value)];
}
