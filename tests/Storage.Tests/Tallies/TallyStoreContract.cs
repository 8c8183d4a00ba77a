using Tthc.Storage.Dossiers;
using Tthc.Storage.Tallies;
using Xunit;

namespace Tthc.Storage.Tests.Tallies;

public sealed class SqliteTallyStoreContract() : TallyStoreContract(TestStore.Sqlite());

public sealed class PostgresTallyStoreContract() : TallyStoreContract(TestStore.Postgres());

/// <summary>What every database must count.</summary>
public abstract class TallyStoreContract(TestStore test) : IDisposable
{
    private const string Agency = "H34.15";
    private static readonly TimeSpan s_local = TimeSpan.FromHours(7);
    private static readonly DateTimeOffset s_month = new(2026, 7, 1, 0, 0, 0, s_local);
    private static readonly DateTimeOffset s_now = new(2026, 7, 20, 10, 0, 0, s_local);
    private readonly DossierStore _dossiers = new(test.Store);
    private readonly TallyStore _tallies = new(test.Store);

    public void Dispose()
    {
        test.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Counts_what_an_officer_ended_each_dossier_once()
    {
        await EndAsync(1, s_now.AddSeconds(-30), due: s_now.AddDays(3));
        await EndAsync(2, s_now.AddSeconds(-60), due: s_now.AddDays(3));
        await EndAsync(3, s_now.AddDays(-5), due: s_now.AddDays(-6));
        await EndAsync(4, s_month.AddSeconds(-1), due: s_now);
        await EndAsync(5, s_now.AddSeconds(-10), due: s_now, actor: "officer-2");
        await EndAsync(6, s_now.AddSeconds(-10), due: s_now, actorAgency: "H34.16");

        Assert.Equal(new OfficerTallyRow(1, 3, 1), await _tallies.OfficerAsync("officer-1", Agency, Span));
        Assert.Equal(new OfficerTallyRow(0, 0, 0), await _tallies.OfficerAsync("nobody", Agency, Span));
    }

    [Fact]
    public async Task Counts_by_agency_and_status()
    {
        await EndAsync(1, s_now.AddDays(-1), due: s_now);
        await EndAsync(2, s_now.AddDays(-1), due: s_now.AddDays(-9));
        await EndAsync(3, s_now.AddDays(-1), due: s_now, agency: "H34.16");
        await OpenAsync(4, s_now.AddDays(-2));
        await OpenAsync(5, s_now.AddDays(2));
        var midnight = new DateTimeOffset(2026, 7, 20, 0, 0, 0, s_local);

        var all = await _tallies.ByStatusAsync(null, midnight);
        var one = await _tallies.ByStatusAsync(Agency, midnight);

        Assert.Equal((5, 1), (all.Sum(r => r.Dossiers), all.Sum(r => r.Overdue)));
        Assert.Equal(["H34.15", "H34.16"], all.Select(r => r.Agency).Distinct());
        Assert.Equal(all.Where(r => r.Agency == Agency), one);
        Assert.Equal((4, 1), one.Where(r => r.Overdue > 0).Select(r => (r.Dossiers, r.Overdue)).Single());
    }

    [Fact]
    public async Task Counts_an_agency_s_month_late_by_the_day_of_the_appointment()
    {
        var due = new DateTimeOffset(2026, 7, 10, 17, 0, 0, s_local);
        await EndAsync(1, due.AddHours(6), due);
        await EndAsync(2, due.AddHours(8), due);
        await EndAsync(3, s_month.AddDays(-1), due: s_month.AddDays(-3));
        await EndAsync(4, due, due, agency: "H34.16");
        await OpenAsync(5, s_now.AddDays(-1));
        await OpenAsync(6, s_now.AddHours(-1));
        await OpenAsync(7, null);

        Assert.Equal(new AgencyTallyRow(2, 1, 1), await _tallies.AgencyAsync(Agency, Span));
        Assert.Equal(new AgencyTallyRow(0, 0, 0), await _tallies.AgencyAsync("H34.17", Span));
    }

    private static TallySpan Span => new(s_month, s_now, s_local);

    private async Task OpenAsync(long id, DateTimeOffset? due) =>
        Assert.IsType<Committed>(Assert.Single(await _dossiers.CommitAsync([Rows.Unit(Rows.Write(Rows.Dossier(id) with { DueAt = due }))])));

    /// <summary>Received, settled and returned, the last two at the same instant by the same officer.</summary>
    private async Task EndAsync(long id, DateTimeOffset at, DateTimeOffset? due, string actor = "officer-1", string actorAgency = Agency, string agency = Agency)
    {
        var row = Rows.Dossier(id, 3, agency: agency) with { DueAt = due, EndedAt = at };
        EventRow Event(int sequence, string kind) => Rows.Event(sequence, kind) with { RecordedAt = at, Actor = actor, ActorAgency = actorAgency };
        var write = new DossierWrite { Row = row, ExpectedVersion = 0, Events = [Event(1, "received"), Event(2, "settled"), Event(3, "returned")] };
        Assert.IsType<Committed>(Assert.Single(await _dossiers.CommitAsync([Rows.Unit(write)])));
    }
}
