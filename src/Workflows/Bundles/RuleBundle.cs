using System.Collections.Frozen;
using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Agencies;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Findings;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Bundles;

/// <summary>A whole rule set that holds together, ready to run; immutable, safe to share. Calls in flight finish on the one they began with.</summary>
public sealed class RuleBundle
{
    private readonly FrozenDictionary<string, ImmutableArray<CompiledProcedure>> _byCode;
    private readonly FrozenDictionary<(string Code, DateOnly From), string> _paths;
    private readonly FrozenDictionary<string, ImmutableArray<Agency>> _agenciesByName;

    internal RuleBundle(
        string contentHash, IEnumerable<(CompiledProcedure Procedure, string Path)> procedures, IEnumerable<WorkCalendar> calendars, AgencyTree agencies, IEnumerable<HandlingPolicy> policies)
    {
        var files = procedures.ToList();
        ContentHash = contentHash;
        Procedures = [.. files.Select(f => f.Procedure).OrderBy(p => p.Code, StringComparer.Ordinal).ThenBy(p => p.InForceFrom)];
        Calendars = calendars.ToFrozenDictionary(c => c.Id, StringComparer.Ordinal);
        Agencies = agencies;
        Policies = [.. policies.OrderBy(p => p.InForceFrom)];
        _byCode = Procedures.GroupBy(p => p.Code, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        _paths = files.ToFrozenDictionary(f => (f.Procedure.Code, f.Procedure.InForceFrom), f => f.Path);
        _agenciesByName = agencies.Agencies.SelectMany(a => new[] { (Name: a.Key, Agency: a), (Name: a.Id, Agency: a) }).Distinct()
            .GroupBy(pair => pair.Name, pair => pair.Agency, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(a => a.To ?? DateOnly.MaxValue).ToImmutableArray(), StringComparer.Ordinal);
    }

    private RuleBundle(RuleBundle other, ImmutableArray<ComplianceSet> ruleSets)
    {
        (ContentHash, Procedures, Calendars, Agencies, Policies) = (other.ContentHash, other.Procedures, other.Calendars, other.Agencies, other.Policies);
        (_byCode, _paths, _agenciesByName) = (other._byCode, other._paths, other._agenciesByName);
        RuleSets = ruleSets;
    }

    /// <summary>No rules at all: nothing can be received.</summary>
    public static RuleBundle Empty { get; } = new("", [], [], AgencyTree.Empty, []);

    /// <summary>SHA-256 over the paths and contents of all files, as lower-case hexadecimal; the same for the same files in any order.</summary>
    public string ContentHash { get; }

    /// <summary>All versions of all procedures, by code and first day.</summary>
    public ImmutableArray<CompiledProcedure> Procedures { get; }

    /// <summary>Calendars by id.</summary>
    public FrozenDictionary<string, WorkCalendar> Calendars { get; }

    /// <summary>The agencies.</summary>
    public AgencyTree Agencies { get; }

    /// <summary>Handling policies by first day.</summary>
    public ImmutableArray<HandlingPolicy> Policies { get; }

    /// <summary>Rule sets that judge dossiers.</summary>
    public ImmutableArray<ComplianceSet> RuleSets { get; } = [];

    /// <summary>The version under which a dossier received on a day runs; null: none is in force.</summary>
    public CompiledProcedure? FindProcedure(string code, DateOnly dayOfReceipt) =>
        Versions(code).FirstOrDefault(p => p.IsInForce(dayOfReceipt));

    /// <summary>All versions of a procedure, the oldest first; empty: no such procedure.</summary>
    public ImmutableArray<CompiledProcedure> Versions(string code) => _byCode.TryGetValue(code, out var versions) ? versions : [];

    /// <summary>The handling policy in force on a day; null: none.</summary>
    public HandlingPolicy? PolicyFor(DateOnly day)
    {
        foreach (var policy in Policies)
            if (policy.IsInForce(day))
                return policy;
        return null;
    }

    /// <summary>
    /// The agency of a key or identifier that does the work on a day: itself, or, when it has ended, whoever took over; null: nobody. A dossier
    /// keeps the identifier it was given, so work that outlives its agency must still find hands.
    /// </summary>
    public Agency? AgencyFor(string keyOrId, DateOnly day)
    {
        if (Agencies.Find(keyOrId, day) is { } agency)
            return agency;
        if (!_agenciesByName.TryGetValue(keyOrId, out var ended))
            return null;
        foreach (var one in ended)
            if (one.To < day && Agencies.Responsible(one, day) is { } successor)
                return successor;
        return null;
    }

    /// <summary>The calendar an agency works by on a day; that of its successor, or its last own, when it has ended; null: no such agency.</summary>
    public WorkCalendar? CalendarFor(string agencyKeyOrId, DateOnly day) =>
        (AgencyFor(agencyKeyOrId, day) ?? Agencies.FindAny(agencyKeyOrId)) is { } agency ? Calendars.GetValueOrDefault(agency.Calendar) : null;

    /// <summary>The same bundle with rule sets.</summary>
    internal RuleBundle With(ImmutableArray<ComplianceSet> ruleSets) => new(this, ruleSets);

    /// <summary>The file a version was read from.</summary>
    public string PathOf(CompiledProcedure procedure) => _paths[(procedure.Code, procedure.InForceFrom)];
}
