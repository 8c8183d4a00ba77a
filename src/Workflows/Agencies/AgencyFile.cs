using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Json.Fields;

namespace Tthc.Workflows.Agencies;

/// <summary>One agency file as it was written, places kept, references not yet followed.</summary>
internal sealed record AgencyFile(
    ImmutableArray<Keyed<BilingualText>> Kinds, ImmutableArray<WrittenRole> Roles, ImmutableArray<WrittenAgency> Agencies);

/// <param name="Key">The key, placed where it is written.</param>
/// <param name="Value">What it names.</param>
internal sealed record Keyed<T>(Located<string> Key, T Value);

internal sealed record WrittenRole(Located<string> Key, BilingualText Name, ImmutableArray<Located<string>> Assigns);

internal sealed record WrittenUnit(Located<string> Key, BilingualText Name, ImmutableArray<Located<string>> Roles);

/// <summary>An agency, references placed where they are written.</summary>
internal sealed record WrittenAgency
{
    public required Located<string> Key { get; init; }

    public required Located<string> Id { get; init; }

    public required bool Confirmed { get; init; }

    public required BilingualText Name { get; init; }

    public required Located<string> Kind { get; init; }

    public Located<string>? Parent { get; init; }

    public ImmutableArray<Located<string>> Serves { get; init; } = [];

    public Located<DateOnly>? From { get; init; }

    public Located<DateOnly>? To { get; init; }

    public Located<string>? Successor { get; init; }

    public Located<string>? Calendar { get; init; }

    public ImmutableArray<WrittenUnit> Units { get; init; } = [];

    public DateOnly First => From?.Value ?? DateOnly.MinValue;

    public DateOnly Last => To?.Value ?? DateOnly.MaxValue;

    public bool Overlaps(WrittenAgency other) => First <= other.Last && other.First <= Last;
}
