using System.Collections.Immutable;
using Tthc.Text;

namespace Tthc.Workflows.Agencies;

/// <summary>An agency over the time it exists under this name, place in the tree and identifier.</summary>
/// <remarks>A merger or renaming ends one agency and begins another: what was recorded under the old one keeps its name.</remarks>
public sealed record Agency
{
    /// <summary>Short readable name, unique for ever.</summary>
    public required string Key { get; init; }

    /// <summary>National identifier, <c>000.00.12.H34</c> or <c>H34.15</c>; unique at any one date.</summary>
    public required string Id { get; init; }

    /// <summary>Whether the identifier has been checked against the official list; otherwise it is illustrative.</summary>
    public required bool IdConfirmed { get; init; }

    /// <summary>Name for people.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>What it is, a key of <see cref="AgencyTree.Kinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Key of the agency above it; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>Keys of the agencies whose areas it serves.</summary>
    public ImmutableArray<string> Serves { get; init; } = [];

    /// <summary>First day it exists; null: since before anything recorded.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day it exists; null: no end known.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Key of the agency that takes over its work the day after its last.</summary>
    public string? Successor { get; init; }

    /// <summary>Id of the calendar it works by, its own or that of the nearest agency above that has one.</summary>
    public required string Calendar { get; init; }

    /// <summary>Its units, in the order written.</summary>
    public ImmutableArray<AgencyUnit> Units { get; init; } = [];

    /// <summary>Whether it exists on a date.</summary>
    public bool ExistsOn(DateOnly date) => !(date < From) && !(date > To);

    /// <summary>Whether anybody in the agency may hold the role.</summary>
    public bool HasRole(string role) => Units.Any(unit => unit.Roles.Contains(role));

    /// <summary>The units in which the role is held, in the order written.</summary>
    public ImmutableArray<AgencyUnit> UnitsWith(string role) => [.. Units.Where(unit => unit.Roles.Contains(role))];
}

/// <summary>A part of an agency in which people hold roles.</summary>
/// <param name="Key">Name within the agency.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Roles">Roles held there.</param>
public sealed record AgencyUnit(string Key, BilingualText Name, ImmutableArray<string> Roles);

/// <summary>What a person may be in a procedure.</summary>
/// <param name="Key">The name steps use.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Assigns">Roles whose work a holder of this one may assign to people.</param>
public sealed record AgencyRole(string Key, BilingualText Name, ImmutableArray<string> Assigns);

/// <summary>A kind of agency, such as a commune committee.</summary>
/// <param name="Key">The name procedures use in <c>nearest:…</c>.</param>
/// <param name="Name">Name for people.</param>
public sealed record AgencyKind(string Key, BilingualText Name);
