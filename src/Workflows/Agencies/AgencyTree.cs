using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Tthc.Workflows.Agencies;

/// <summary>All agencies of all times, and what the engine asks about them on a date. Immutable.</summary>
/// <remarks>Made by <see cref="AgencyReader"/>, which sees to it that references hold, parents and successors form no circle, and keys are unique.</remarks>
public sealed class AgencyTree
{
    private readonly FrozenDictionary<string, Agency> _byKey;
    private readonly ILookup<string, Agency> _byId;
    private readonly ILookup<string, Agency> _byParent;
    private readonly ILookup<string, Agency> _byServed;

    internal AgencyTree(IEnumerable<Agency> agencies, IEnumerable<AgencyRole> roles, IEnumerable<AgencyKind> kinds)
    {
        Agencies = [.. agencies.OrderBy(agency => agency.Key, StringComparer.Ordinal)];
        Roles = roles.ToFrozenDictionary(role => role.Key, StringComparer.Ordinal);
        Kinds = kinds.ToFrozenDictionary(kind => kind.Key, StringComparer.Ordinal);
        _byKey = Agencies.ToFrozenDictionary(agency => agency.Key, StringComparer.Ordinal);
        _byId = Agencies.ToLookup(agency => agency.Id, StringComparer.Ordinal);
        _byParent = Agencies.Where(agency => agency.Parent is not null).ToLookup(agency => agency.Parent!, StringComparer.Ordinal);
        _byServed = Agencies.SelectMany(agency => agency.Serves, (agency, served) => (agency, served))
            .ToLookup(pair => pair.served, pair => pair.agency, StringComparer.Ordinal);
    }

    /// <summary>No agencies.</summary>
    public static AgencyTree Empty { get; } = new([], [], []);

    /// <summary>All agencies, ordered by key.</summary>
    public ImmutableArray<Agency> Agencies { get; }

    /// <summary>Roles by key.</summary>
    public FrozenDictionary<string, AgencyRole> Roles { get; }

    /// <summary>Kinds by key.</summary>
    public FrozenDictionary<string, AgencyKind> Kinds { get; }

    /// <summary>The agency of that key or identifier that exists on the date; null if there is none.</summary>
    public Agency? Find(string keyOrId, DateOnly date)
    {
        if (_byKey.TryGetValue(keyOrId, out var agency))
            return agency.ExistsOn(date) ? agency : null;
        return _byId[keyOrId].FirstOrDefault(one => one.ExistsOn(date));
    }

    /// <summary>The agency of that key or identifier at any time, the latest of several; null if there never was one.</summary>
    public Agency? FindAny(string keyOrId) =>
        _byKey.TryGetValue(keyOrId, out var agency) ? agency : _byId[keyOrId].MaxBy(one => one.To ?? DateOnly.MaxValue);

    /// <summary>The agency of that key, whenever it exists; null if there is none.</summary>
    public Agency? FindKey(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The agency that does this one's work on a date: itself, or its successor, or the successor of that; null if nobody does.</summary>
    public Agency? Responsible(Agency agency, DateOnly date)
    {
        var one = agency;
        while (one is not null && one.To < date)
            one = one.Successor is { } next ? _byKey.GetValueOrDefault(next) : null;
        return one is not null && one.ExistsOn(date) ? one : null;
    }

    /// <summary>The agency above the one that does this one's work on a date; null at the top.</summary>
    public Agency? Superior(Agency agency, DateOnly date) =>
        Responsible(agency, date)?.Parent is { } parent ? _byKey.GetValueOrDefault(parent) : null;

    /// <summary>The agencies directly below on a date, ordered by key.</summary>
    public ImmutableArray<Agency> Children(Agency agency, DateOnly date) => [.. _byParent[agency.Key].Where(child => child.ExistsOn(date))];

    /// <summary>
    /// The agency of a kind that is competent for <paramref name="from"/> on a date: itself, the one that serves its area, or the only one
    /// directly below it; failing that the same of the agency above, and so on up. Null when there is none or the choice is not unique. For an
    /// agency that has ended its successor counts.
    /// </summary>
    public Agency? Nearest(string kind, Agency from, DateOnly date)
    {
        for (var at = Responsible(from, date); at is not null; at = Superior(at, date))
        {
            if (at.Kind == kind)
                return at;
            if (Only(_byServed[at.Key], kind, date) is { } serving)
                return serving;
            if (Only(_byParent[at.Key], kind, date) is { } below)
                return below;
        }
        return null;
    }

    /// <summary>Whether a holder of one role may assign the work of another.</summary>
    public bool MayAssign(string role, string work) => Roles.TryGetValue(role, out var known) && known.Assigns.Contains(work);

    private static Agency? Only(IEnumerable<Agency> agencies, string kind, DateOnly date)
    {
        Agency? found = null;
        foreach (var agency in agencies)
        {
            if (agency.Kind != kind || !agency.ExistsOn(date))
                continue;
            if (found is not null)
                return null;
            found = agency;
        }
        return found;
    }
}
