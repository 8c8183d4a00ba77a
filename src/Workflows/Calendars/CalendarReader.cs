using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.Workflows.Calendars;

/// <summary>Reads the calendar files of a rule set together, since one may extend another.</summary>
public static class CalendarReader
{
    /// <summary>Reads all files and reports everything wrong with them.</summary>
    /// <param name="files">The texts of <c>rules/calendars/*.calendar.json</c>.</param>
    /// <param name="bag">Where problems go.</param>
    /// <returns>
    /// The calendars that can be compiled, ordered by id. Files without office hours only serve to be extended and are not among them.
    /// </returns>
    public static ImmutableArray<CalendarDefinition> Read(IEnumerable<SourceText> files, DiagnosticBag bag)
    {
        var byId = new Dictionary<string, CalendarFile>(StringComparer.Ordinal);
        foreach (var source in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (CalendarFileReader.Read(source, bag) is not { } file)
                continue;
            if (!byId.TryAdd(file.Id.Value, file))
                bag.Report(file.Id.Problem(CalendarDiagnostics.DuplicateId, file.Id.Value, byId[file.Id.Value].Id.Location.Path));
        }
        return
        [
            .. byId.Values.OrderBy(file => file.Id.Value, StringComparer.Ordinal)
                .Select(file => CalendarLinker.Link(file, byId, bag))
                .OfType<CalendarDefinition>(),
        ];
    }
}
