using Tthc.EndToEnd.Kills;
using Tthc.Storage.Database;
using Tthc.Storage.Deadlines;
using Tthc.Storage.Dossiers;
using Tthc.Storage.Feed;
using Tthc.Storage.Rules;
using Tthc.Text;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Procedures;
using RecordedEvent = Tthc.Storage.Dossiers.RecordedEvent;

namespace Tthc.Faults;

/// <summary>Reads the store without any engine and holds it against what the clients and the followers of the feed were told since the last time.</summary>
internal sealed class Checker(History history)
{
    private readonly Dictionary<long, CompiledProcedure> _procedures = [];

    /// <summary>How far the feed has been checked.</summary>
    public long Position { get; private set; }

    public async Task CheckAsync(Store store, IReadOnlyList<FeedFollower> followers)
    {
        var events = await EventsAsync(new FeedStore(store));
        var due = (await new DeadlineStore(store).DueAsync(DateTimeOffset.MaxValue.AddYears(-1000), int.MaxValue)).ToDictionary(d => d.DossierId, d => d.Deadline);
        var codes = new Dictionary<long, string>();
        foreach (var dossier in events.Select(e => e.DossierId).Distinct().ToList())
            codes[dossier] = await CheckDossierAsync(store, dossier, due.GetValueOrDefault(dossier));
        CheckActs(events, codes);
        foreach (var follower in followers)
            CheckFollower(follower, events, codes);
        history.Done.Clear();
        history.Refused.Clear();
    }

    /// <summary>The feed since the last check, without a gap.</summary>
    private async Task<List<RecordedEvent>> EventsAsync(FeedStore feed)
    {
        var events = new List<RecordedEvent>();
        for (var page = await feed.ReadAsync(Position, 5000, FeedFilter.All); page.Position > Position; page = await feed.ReadAsync(Position, 5000, FeedFilter.All))
        {
            foreach (var read in page.Events)
            {
                if (read.Recorded.Position != ++Position)
                    history.Violated($"the log has position {read.Recorded.Position} where {Position} should be");
                Position = read.Recorded.Position;
                events.Add(read.Recorded);
            }
            if (Position != page.Position)
                history.Violated($"the head of the feed is {page.Position}, the last event {Position}");
            Position = page.Position;
        }
        return events;
    }

    /// <summary>Versions without gap, the fold equal to the state, the deadline and the work what the state makes them.</summary>
    private async Task<string> CheckDossierAsync(Store store, long id, DeadlineRow? deadline)
    {
        var dossiers = new DossierStore(store);
        var events = await dossiers.LoadEventsAsync(id, 1, null, int.MaxValue);
        if (await dossiers.LoadAsync(id) is not { } row)
        {
            history.Violated($"#{id} has events and no state");
            return $"#{id}";
        }
        var code = row.Code ?? $"#{id}";
        if (!events.Select(e => e.Event.Sequence).SequenceEqual(Enumerable.Range(1, row.Version)))
            history.Violated($"{code} is at version {row.Version} and has events {string.Join(',', events.Select(e => e.Event.Sequence))}");
        if (!StoredFold.IsState(row, events.Select(e => e.Event)))
            history.Violated($"{code}: the fold of its events is not its state");
        var state = DossierJson.Read(row.State);
        var procedure = await ProcedureAsync(store, state.ProcedureRevision);
        var planned = DeadlinePlan.Next(state, procedure);
        if ((planned?.Name, planned?.At) != (deadline?.Name, deadline?.DueAt))
            history.Violated($"{code}: the deadline stored is {deadline}, the state makes it {planned}");
        return code;
    }

    /// <summary>Every acknowledged act once, in one piece, where the reply said; nothing of a refused one.</summary>
    private void CheckActs(List<RecordedEvent> events, Dictionary<long, string> codes)
    {
        var byOfficer = events.Where(e => e.Event.Actor != "system").GroupBy(e => e.Event.Actor).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var (officer, told) in history.Done)
        {
            if (!byOfficer.Remove(officer, out var found))
                history.Violated($"{officer}: version {told.Version} of {told.Dossier} was acknowledged and is not there");
            else if (found.Select(e => e.Event.RecordedAt).Distinct().Count() > 1 || found.Count(e => e.Event.Kind == told.Kind) != 1)
                history.Violated($"{officer}: the act on {told.Dossier} was carried out more than once, at {string.Join(", ", found.Select(e => e.Position))}");
            else if (codes[found[0].DossierId] != told.Dossier || found.All(e => e.Position > told.Position || e.Event.Sequence > told.Version) || found[^1].Position > told.Position)
                history.Violated($"{officer}: told {told}, found {string.Join(", ", found.Select(e => (e.Position, e.Event.Sequence, e.Event.Kind)))}");
        }
        foreach (var (officer, reason) in history.Refused)
            if (byOfficer.Remove(officer, out var found))
                history.Violated($"{officer} was refused ({reason}) and yet left {found.Count} events, the first at {found[0].Position}");
        foreach (var (officer, found) in byOfficer)
            history.Violated($"{officer} left events at {found[0].Position} and was never answered");
    }

    private void CheckFollower(FeedFollower follower, List<RecordedEvent> events, Dictionary<long, string> codes)
    {
        var log = events.Select(e => (e.Position, codes[e.DossierId], (long)e.Event.Sequence, e.Event.Kind));
        if (!log.SequenceEqual(follower.Seen))
            history.Violated($"a follower of the feed saw {follower.Seen.Count} events that are not the {events.Count} of the log");
        follower.Seen.Clear();
    }

    private async Task<CompiledProcedure> ProcedureAsync(Store store, long revision)
    {
        if (_procedures.TryGetValue(revision, out var known))
            return known;
        var source = (await new RuleBundleStore(store).LoadRevisionAsync(RevisionKind.Procedure, revision))!;
        return _procedures[revision] = ProcedureCompiler.CompileStored(SourceText.FromUtf8(source.Row.SourcePath, source.Content)).Procedure!;
    }
}
