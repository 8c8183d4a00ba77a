using System.Collections.Immutable;
using Tthc.Engine.Hosting;
using Tthc.Storage.Dossiers;

namespace Tthc.Engine.Dossiers.AtHand;

/// <summary>
/// Finds dossiers by their codes and loads them with their events; what concurrent callers want is asked for together. Each load begins after it was asked for, so
/// whoever holds a dossier's turn reads nothing older than what was committed in the turn before.
/// </summary>
internal sealed class DossierLoads : IDisposable
{
    /// <summary>Events of a dossier that are fetched with it; the few that have more are asked for by page.</summary>
    public const int MostEvents = 1_000;

    // Most dossiers that are worked on began lately; the others take one more question.
    private static readonly TimeSpan s_lately = TimeSpan.FromDays(60);

    private readonly Gathering<string, long?> _codes;
    private readonly Gathering<long, DossierWithEvents> _dossiers;

    public DossierLoads(DossierStore store, EngineTime time)
    {
        // Not called off with the caller that happens to fetch: others wait for theirs.
        _codes = new(async codes => IdsOf(await store.FindIdsAsync(codes, CancellationToken.None)));
        _dossiers = new(async ids => (await store.LoadWithEventsAsync(ids, MostEvents, time.Now - s_lately, CancellationToken.None)).ToDictionary(d => d.Row.Id));
    }

    /// <summary>The number of the dossier of a dossier code or of the code of an online filing; null when there is none.</summary>
    public ValueTask<long?> FindIdAsync(string code, CancellationToken cancellation) => _codes.FindAsync(code, cancellation);

    /// <summary>The dossier; null when there is none.</summary>
    public ValueTask<DossierWithEvents?> LoadAsync(long id, CancellationToken cancellation) => _dossiers.FindAsync(id, cancellation);

    // A dossier may bear one code as both; dossier codes come first.
    private static Dictionary<string, long?> IdsOf(ImmutableArray<(string Code, long Id)> found)
    {
        var ids = new Dictionary<string, long?>(found.Length, StringComparer.Ordinal);
        foreach (var (code, id) in found)
            ids.TryAdd(code, id);
        return ids;
    }

    public void Dispose()
    {
        _codes.Dispose();
        _dossiers.Dispose();
    }
}
