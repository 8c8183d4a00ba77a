using Tthc.Storage.Dossiers;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Engine.Dossiers;

/// <summary>Dossiers at hand: the hot ones in memory with their version, the others from the store. A stale one cannot do harm: the commit is guarded by the version.</summary>
internal sealed class DossierShelf(DossierStore store, Stripes stripes)
{
    private const int MostHot = 20_000;
    private const int EventsAPage = 1_000;
    private readonly GenerationCache<long, Dossier> _hot = new(MostHot);
    private readonly GenerationCache<string, long> _codes = new(4 * MostHot);

    public Stripes Stripes => stripes;

    public async ValueTask<long?> FindIdAsync(string code, CancellationToken cancellation)
    {
        if (_codes.TryGet(code, out var id))
            return id;
        if (await store.FindByCodeAsync(code, cancellation) is not { } row)
            return null;
        _codes.Put(code, row.Id);
        return row.Id;
    }

    /// <summary>A dossier to act on, kept at hand. Only for whoever holds the dossier's turn: kept by anyone else, what was read could be
    /// older than what was committed meanwhile, and everything decided on it would be refused wrongly.</summary>
    public async ValueTask<Dossier?> TakeAsync(long id, CancellationToken cancellation)
    {
        var dossier = await LoadAsync(id, cancellation);
        if (dossier is not null)
            Keep(dossier);
        return dossier;
    }

    /// <summary>A dossier to look at.</summary>
    public async ValueTask<Dossier?> LoadAsync(long id, CancellationToken cancellation)
    {
        if (_hot.TryGet(id, out var hot))
            return hot;
        return await store.LoadAsync(id, cancellation) is { } row ? DossierJson.Read(row.State) : null;
    }

    public async ValueTask<Dossier?> FindAsync(string code, CancellationToken cancellation) =>
        await FindIdAsync(code, cancellation) is { } id ? await LoadAsync(id, cancellation) : null;

    public ValueTask<RequestRow?> FindRequestAsync(string requestId, CancellationToken cancellation) => store.FindRequestAsync(requestId, cancellation);

    public void Keep(Dossier dossier)
    {
        _hot.Put(dossier.Id, dossier, known => known.Version < dossier.Version);
        if (dossier.Version == 1)
        {
            if (dossier.Code is { } code)
                _codes.Put(code, dossier.Id);
            if (dossier.FilingCode is { } filing)
                _codes.Put(filing, dossier.Id);
        }
    }

    public void Forget(long id) => _hot.Remove(id);

    /// <summary>A dossier as it stood after one of its events, with the feed position and the instant of that event.</summary>
    public async ValueTask<(Dossier Dossier, long Position, DateTimeOffset At)> AsOfAsync(long id, int version, CancellationToken cancellation)
    {
        var dossier = Dossier.Blank(id);
        var position = 0L;
        var at = DateTimeOffset.MinValue;
        for (var from = 1; from <= version;)
        {
            var events = await store.LoadEventsAsync(id, from, version, EventsAPage, cancellation);
            if (events.IsEmpty)
                break;
            foreach (var read in events)
            {
                var recorded = ToDomain(read);
                dossier = DossierEvolution.Apply(dossier, recorded);
                // The dossiers it opened have their first events right behind it: the act ends with the last of them.
                var opened = recorded.Event.Moves?.Entered.Items.Count(e => e.Child is not null) ?? 0;
                (position, at) = (read.Position + opened, read.Event.RecordedAt);
            }
            from = events[^1].Event.Sequence + 1;
        }
        return (dossier, position, at);
    }

    public static Workflows.Dossiers.Events.RecordedEvent ToDomain(Storage.Dossiers.RecordedEvent read) => new(
        read.Event.Sequence,
        read.Event.RecordedAt,
        read.Event.OccurredAt,
        read.Event.Actor,
        read.Event.ActorAgency,
        read.Event.ProcedureRevisionId,
        EventKinds.Read(read.Event.Kind, read.Event.Payload));
}
