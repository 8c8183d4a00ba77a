using System.Collections.Immutable;
using Tthc.Engine.Hosting.Metrics;
using Tthc.Engine.Hosting.Settings;
using Tthc.Storage.Dossiers;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Facts;

namespace Tthc.Engine.Dossiers.AtHand;

/// <summary>
/// Dossiers at hand: the hot ones in memory with their version, the others from the store. A stale one cannot do harm: the commit is guarded by the version, and
/// where other engines write to the store too, what is shown or refused is compared with the version there.
/// </summary>
internal sealed class DossierShelf(DossierStore store, DossierLoads loads, Stripes stripes, EngineOptions options)
{
    private const int EventsAPage = 1_000;
    private readonly GenerationCache<long, DossierInHand> _hot = new(options.DossiersAtHand);
    private readonly GenerationCache<string, long> _codes = new(4 * options.DossiersAtHand);

    public Stripes Stripes => stripes;

    public async ValueTask<long?> FindIdAsync(string code, CancellationToken cancellation)
    {
        if (_codes.TryGet(code, out var id))
            return id;
        if (await loads.FindIdAsync(code, cancellation) is not { } found)
            return null;
        _codes.Put(code, found);
        return found;
    }

    /// <summary>A dossier to act on, kept at hand. Only for whoever holds the dossier's turn: kept by anyone else, what was read could be
    /// older than what was committed meanwhile, and everything decided on it would be refused wrongly.</summary>
    public async ValueTask<DossierInHand?> TakeAsync(long id, CancellationToken cancellation)
    {
        if (_hot.TryGet(id, out var hot))
        {
            EngineMeter.CacheHits.Add(1);
            return hot;
        }
        EngineMeter.CacheMisses.Add(1);
        if (await loads.LoadAsync(id, cancellation) is not { Row: { } row, Events: var events })
            return null;
        var dossier = DossierJson.Read(row.State);
        // All but a few dossiers have come with all their events.
        var taken = new DossierInHand(dossier, events.Length < row.Version ? await ActsAsync(dossier, cancellation) : [.. events.Select(e => EventFacts.Of(ToDomain(e)))]);
        Keep(taken);
        return taken;
    }

    /// <summary>Whether another engine has moved a dossier on since it was taken; then it is forgotten.</summary>
    public async ValueTask<bool> IsOldAsync(DossierInHand taken, CancellationToken cancellation)
    {
        if (!store.IsShared || taken.Dossier.Version == 0 || await store.LoadNewerAsync(taken.Dossier.Id, taken.Dossier.Version, cancellation) is null)
            return false;
        Forget(taken.Dossier.Id);
        return true;
    }

    /// <summary>A dossier to look at.</summary>
    public async ValueTask<Dossier?> LoadAsync(long id, CancellationToken cancellation)
    {
        if (_hot.TryGet(id, out var hot))
            return store.IsShared && await store.LoadNewerAsync(id, hot.Dossier.Version, cancellation) is { } newer ? DossierJson.Read(newer.State) : hot.Dossier;
        return await store.LoadAsync(id, cancellation) is { } row ? DossierJson.Read(row.State) : null;
    }

    /// <summary>The acts of a dossier as rules see them, up to its version.</summary>
    public async ValueTask<ImmutableArray<EventFacts>> ActsAsync(Dossier dossier, CancellationToken cancellation)
    {
        var acts = ImmutableArray.CreateBuilder<EventFacts>(dossier.Version);
        for (var from = 1; from <= dossier.Version;)
        {
            var events = await store.LoadEventsAsync(dossier.Id, from, dossier.Version, EventsAPage, cancellation);
            if (events.IsEmpty)
                break;
            foreach (var read in events)
                acts.Add(EventFacts.Of(ToDomain(read)));
            from = events[^1].Event.Sequence + 1;
        }
        return acts.ToImmutable();
    }

    /// <summary>A dossier to look at, by its code: in one round trip, also when nothing is known of it.</summary>
    public async ValueTask<Dossier?> FindAsync(string code, CancellationToken cancellation)
    {
        if (_codes.TryGet(code, out var id))
            return await LoadAsync(id, cancellation);
        if (await store.FindByCodeAsync(code, cancellation) is not { } row)
            return null;
        _codes.Put(code, row.Id);
        return DossierJson.Read(row.State);
    }

    public ValueTask<RequestRow?> FindRequestAsync(string requestId, CancellationToken cancellation) => store.FindRequestAsync(requestId, cancellation);

    public void Keep(DossierInHand taken)
    {
        var dossier = taken.Dossier;
        // The same version again: the rules were asked anew and want to look at another instant.
        _hot.Put(dossier.Id, taken, known => known.Dossier.Version <= dossier.Version);
        if (taken.IsNew)
        {
            if (dossier.Code is { } code)
                _codes.Put(code, dossier.Id);
            if (dossier.FilingCode is { } filing)
                _codes.Put(filing, dossier.Id);
        }
    }

    public void Forget(long id) => _hot.Remove(id);

    /// <summary>Another engine has moved the dossier on: what is older is of no use.</summary>
    public void ForgetBefore(long id, int version) => _hot.Remove(id, known => known.Dossier.Version < version);

    /// <summary>A dossier as it stood after one of its events, with the feed position and the instant of that event.</summary>
    public async ValueTask<(Dossier Dossier, long Position, DateTimeOffset At)> AsOfAsync(long id, int version, CancellationToken cancellation)
    {
        var dossier = Dossier.Blank(id);
        var position = 0L;
        var at = DateTimeOffset.MinValue;
        var opened = new List<ChildDossier>();
        for (var from = 1; from <= version;)
        {
            var events = await store.LoadEventsAsync(id, from, version, EventsAPage, cancellation);
            if (events.IsEmpty)
                break;
            foreach (var read in events)
            {
                var recorded = ToDomain(read);
                dossier = DossierEvolution.Apply(dossier, recorded);
                if (at != read.Event.RecordedAt)
                    opened.Clear();
                opened.AddRange(recorded.Event.Moves?.Entered.Items.Select(e => e.Child).OfType<ChildDossier>() ?? []);
                (position, at) = (read.Position, read.Event.RecordedAt);
            }
            from = events[^1].Event.Sequence + 1;
        }
        foreach (var child in opened)
            position = Math.Max(position, await OpeningEndAsync(child.Id, at, cancellation));
        return (dossier, position, at);
    }

    /// <summary>The dossiers an act opened have their first events right behind it: the act ends with the last of them.</summary>
    private async ValueTask<long> OpeningEndAsync(long child, DateTimeOffset at, CancellationToken cancellation)
    {
        var events = await store.LoadEventsAsync(child, 1, EventsAPage, EventsAPage, cancellation);
        return events.Where(e => e.Event.RecordedAt == at).Select(e => e.Position).DefaultIfEmpty().Max();
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
