using Tthc.Engine.Dossiers.AtHand;
using Tthc.Engine.Hosting;
using Tthc.Storage.Tallies;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Verbs;
using Tthc.Workflows.Facts;

namespace Tthc.Engine.Dossiers;

/// <summary>
/// Counts over other dossiers for the rules that ask for them, and only for those: an officer's at each act that ends a dossier, an agency's month once a minute.
/// </summary>
internal sealed class DossierTallies(TallyStore store, EngineTime time)
{
    private const int MostAgencies = 2_000;
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(1);
    private readonly GenerationCache<string, Counted> _agencies = new(MostAgencies);

    public async ValueTask<Tallies> CountAsync(DossierRun run, Dossier dossier, RuleWorld world, CancellationToken cancellation)
    {
        var ends = run.Command is SettleDossier or ReturnResult && !run.Actor.IsSystem;
        var officer = ends && world.Compliance.AskForOfficer ? await OfficerAsync(run.Actor, world, cancellation) : null;
        var agency = world.Compliance.AskForAgency && dossier.Version > 0 ? await AgencyAsync(dossier.CompetentAgency, world, cancellation) : null;
        return officer is null && agency is null ? Tallies.None : new Tallies(officer, agency);
    }

    /// <summary>This act is not in the store yet, so it is added.</summary>
    private async ValueTask<OfficerFacts> OfficerAsync(Actor actor, RuleWorld world, CancellationToken cancellation)
    {
        var row = await store.OfficerAsync(actor.Officer, actor.Agency, MonthOf(time.Now, world), cancellation);
        return new OfficerFacts(actor.Officer, actor.Agency, (int)row.WithinMinute + 1, (int)row.Ended + 1, (int)row.Late);
    }

    private async ValueTask<AgencyFacts> AgencyAsync(string agency, RuleWorld world, CancellationToken cancellation)
    {
        var now = time.Now;
        if (_agencies.TryGet(agency, out var known) && now >= known.At && now - known.At < s_fresh)
            return known.Facts;
        var row = await store.AgencyAsync(agency, MonthOf(now, world), cancellation);
        var facts = new AgencyFacts(agency, (int)row.Ended, (int)row.Late, (int)row.OpenOverdue);
        _agencies.Put(agency, new Counted(facts, now));
        return facts;
    }

    private static TallySpan MonthOf(DateTimeOffset now, RuleWorld world)
    {
        var local = now.ToOffset(world.LocalOffset);
        return new TallySpan(new DateTimeOffset(local.Year, local.Month, 1, 0, 0, 0, world.LocalOffset), now, world.LocalOffset);
    }

    private sealed record Counted(AgencyFacts Facts, DateTimeOffset At);
}
