using System.Collections.Immutable;

namespace Tthc.Storage.Dossiers;

/// <summary>
/// What happens together or not at all: the writes of one request, to one dossier or to a parent and its children.
/// </summary>
public sealed record CommitUnit
{
    /// <summary>
    /// The bundle of rules it was decided by, which must still be the newest when it is written; 0 where no rules were
    /// asked. So no engine carries out an act by older rules than another one answered with.
    /// </summary>
    public long Bundle { get; init; }

    /// <summary>The request that is carried out; null where the cause has no request id.</summary>
    public RequestRow? Request { get; init; }

    /// <summary>Writes that are ready.</summary>
    public ImmutableArray<DossierWrite> Writes { get; init; } = [];

    /// <summary>Writes that need a running number; carried out after <see cref="Writes"/>, in order.</summary>
    public ImmutableArray<CodedWrite> CodedWrites { get; init; } = [];

    /// <summary>Signals sent to other dossiers.</summary>
    public ImmutableArray<SignalRow> Signals { get; init; } = [];

    /// <summary>The signal that this unit carries out, removed with it.</summary>
    public string? ConsumedSignal { get; init; }
}
