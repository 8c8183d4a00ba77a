using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Agencies;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Bundles;

/// <summary>All rule files to one bundle, or every mistake in them.</summary>
public static class RuleBundleCompiler
{
    /// <summary>The bundle, null when any file has an error; and what there is to say about the files.</summary>
    public static (RuleBundle? Bundle, ImmutableArray<Diagnostic> Diagnostics) Compile(IReadOnlyList<SourceText> files)
    {
        var bag = new DiagnosticBag();
        var calendars = CalendarReader.Read(Of(files, ".calendar.json"), bag);
        var agencies = AgencyReader.Read(Of(files, ".agencies.json"), calendars.Select(c => c.Id).ToHashSet(StringComparer.Ordinal), bag);
        var procedures = ImmutableArray.CreateBuilder<(CompiledProcedure, string)>();
        foreach (var file in Of(files, ".procedure.json"))
            if (ProcedureReader.Read(file, bag) is { } procedure && ProcedureCompiler.Compile(procedure, bag) is { } compiled)
                procedures.Add((compiled, file.Path));
        if (bag.HasErrors || agencies is null)
            return (null, bag.ToImmutable());
        var byId = calendars.ToFrozenDictionary(c => c.Id, WorkCalendar.Compile, StringComparer.Ordinal);
        return (new RuleBundle(HashOf(files), procedures.ToImmutable(), byId, agencies, []), bag.ToImmutable());
    }

    private static IEnumerable<SourceText> Of(IEnumerable<SourceText> files, string kind) => files.Where(f => f.Path.EndsWith(kind, StringComparison.Ordinal));

    private static string HashOf(IEnumerable<SourceText> files)
    {
        var all = new StringBuilder();
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
            all.Append(file.Path).Append('\0').Append(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text)))).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }
}
