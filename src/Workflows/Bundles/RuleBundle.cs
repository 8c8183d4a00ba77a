using System.Collections.Frozen;
using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Agencies;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Bundles;

/// <summary>Everything under the rules folder, compiled and checked together. Immutable; taken over whole or not at all.</summary>
public sealed class RuleBundle
{
    private readonly FrozenDictionary<string, ImmutableArray<CompiledProcedure>> _byCode;
    private readonly FrozenDictionary<(string Code, DateOnly From), string> _paths;

    internal RuleBundle(
        string contentHash,
        ImmutableArray<(CompiledProcedure Procedure, string Path)> procedures,
        FrozenDictionary<string, WorkCalendar> calendars,
        AgencyTree agencies,
        ImmutableArray<HandlingPolicy> policies)
    {
        ContentHash = contentHash;
        Procedures = [.. procedures.Select(p => p.Procedure)];
        Calendars = calendars;
        Agencies = agencies;
        Policies = policies;
        _byCode = procedures.GroupBy(p => p.Procedure.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Procedure).ToImmutableArray(), StringComparer.Ordinal);
        _paths = procedures.ToFrozenDictionary(p => (p.Procedure.Code, p.Procedure.InForceFrom), p => p.Path);
    }

    /// <summary>No rules at all: nothing can be received.</summary>
    public static RuleBundle Empty { get; } = new("", [], FrozenDictionary<string, WorkCalendar>.Empty, AgencyTree.Empty, []);

    /// <summary>SHA-256 over the sorted paths and contents, lower-case hexadecimal.</summary>
    public string ContentHash { get; }

    /// <summary>All versions of all procedures.</summary>
    public ImmutableArray<CompiledProcedure> Procedures { get; }

    /// <summary>Calendars by identifier.</summary>
    public FrozenDictionary<string, WorkCalendar> Calendars { get; }

    /// <summary>The agencies.</summary>
    public AgencyTree Agencies { get; }

    /// <summary>Handling policies of all periods.</summary>
    public ImmutableArray<HandlingPolicy> Policies { get; }

    /// <summary>The version of a procedure in force on a day of receipt; null: none.</summary>
    public CompiledProcedure? FindProcedure(string code, DateOnly dayOfReceipt)
    {
        if (_byCode.TryGetValue(code, out var versions))
            foreach (var version in versions)
                if (version.IsInForce(dayOfReceipt))
                    return version;
        return null;
    }

    /// <summary>All versions of a procedure.</summary>
    public ImmutableArray<CompiledProcedure> Versions(string code) => _byCode.GetValueOrDefault(code, []);

    /// <summary>The handling policy in force on a day; null: none.</summary>
    public HandlingPolicy? PolicyFor(DateOnly day)
    {
        foreach (var policy in Policies)
            if (policy.IsInForce(day))
                return policy;
        return null;
    }

    /// <summary>The calendar of an agency on a day, also of one that has been dissolved since; null: no such agency.</summary>
    public WorkCalendar? CalendarFor(string agency, DateOnly day) =>
        (Agencies.Find(agency, day) ?? Agencies.FindAny(agency)) is { } known ? Calendars.GetValueOrDefault(known.Calendar) : null;

    /// <summary>The file a version was read from.</summary>
    public string PathOf(CompiledProcedure procedure) => _paths[(procedure.Code, procedure.InForceFrom)];

    /// <summary>Checks a procedure's text beside this bundle without changing it.</summary>
    public static ImmutableArray<Diagnostic> CheckProcedure(SourceText source)
    {
        var bag = new DiagnosticBag();
        if (ProcedureReader.Read(source, bag) is { } procedure)
            ProcedureCompiler.Compile(procedure, bag);
        return bag.ToImmutable();
    }
}
