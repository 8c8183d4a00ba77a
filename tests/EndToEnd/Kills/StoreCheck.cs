using Tthc.EndToEnd.Hosting;
using Tthc.Storage.Database;
using Tthc.Storage.Dossiers;
using Tthc.Storage.Feed;

namespace Tthc.EndToEnd.Kills;

/// <summary>Reads a store without the engine and holds its rows against each other.</summary>
internal static class StoreCheck
{
    /// <summary>The feed without gaps, versions without gaps, and the fold of the events of each dossier equal to its stored state.</summary>
    /// <returns>Each event's place, dossier, number and kind.</returns>
    public static async Task<List<(long Position, string Code, long Version, string Kind)>> RunAsync(EngineFolder folder)
    {
        if (folder.Database is null)
            Assert.Equal("ok", Sqlite.Scalar(folder.StoreFile, "pragma integrity_check"));
        await using var file = await folder.OpenStoreAsync(StoreClock.Simulated);
        var events = await EventsAsync(new FeedStore(file));
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(e => (int)e.Position));
        var store = new DossierStore(file);
        var facts = new List<(long, string, long, string)>();
        foreach (var ofOne in events.GroupBy(e => e.DossierId))
        {
            var row = await store.LoadAsync(ofOne.Key);
            Assert.NotNull(row);
            Assert.Equal(Enumerable.Range(1, row.Version), ofOne.Select(e => e.Event.Sequence));
            Assert.True(StoredFold.IsState(row, ofOne.Select(e => e.Event)), $"{row.Code}: the fold of its events is not its state");
            facts.AddRange(ofOne.Select(e => (e.Position, row.Code!, (long)e.Event.Sequence, e.Event.Kind)));
        }
        return facts;
    }

    private static async Task<List<Storage.Dossiers.RecordedEvent>> EventsAsync(FeedStore feed)
    {
        var events = new List<Storage.Dossiers.RecordedEvent>();
        for (var after = 0L; ;)
        {
            var page = await feed.ReadAsync(after, 1000, FeedFilter.All);
            if (page.Position == after)
                return events;
            events.AddRange(page.Events.Select(e => e.Recorded));
            after = page.Position;
        }
    }
}
