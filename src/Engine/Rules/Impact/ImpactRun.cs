using System.Collections.Immutable;
using System.Threading.Channels;
using Tthc.Engine.Dossiers;
using Tthc.Engine.Dossiers.AtHand;
using Tthc.Storage.Rules;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Facts;
using Tthc.Workflows.Findings.Impact;
using Channel = System.Threading.Channels.Channel;

namespace Tthc.Engine.Rules.Impact;

/// <summary>Goes through the dossiers once: one reads the store, the others decode and study, so that reading and judging go side by side.</summary>
internal sealed class ImpactRun(ImpactStore store, RuleCatalog rules, ImpactStudy study, ImpactQuestion question)
{
    private const int PageSize = 500;

    private readonly Lock _turn = new();
    private readonly ImpactTotals _totals = new();
    private readonly PriorityQueue<DossierImpact, long> _listed = new();

    public async Task<(ImpactTotals Totals, ImmutableArray<DossierImpact> Listed)> RunAsync(ChannelWriter<long> progress, CancellationToken cancellation)
    {
        var pages = Channel.CreateBounded<ImmutableArray<ImpactRow>>(4);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = ReadAsync(pages.Writer, end.Token);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        try
        {
            await Parallel.ForEachAsync(pages.Reader.ReadAllAsync(cancellation), options, async (page, stop) =>
            {
                await StudyAsync(page, stop);
                progress.TryWrite(_totals.Dossiers);
            });
        }
        catch
        {
            await end.CancelAsync();
            throw;
        }
        await reading;
        return (_totals, [.. _listed.UnorderedItems.OrderBy(i => i.Element.Dossier.Id).Select(i => i.Element)]);
    }

    private async Task ReadAsync(ChannelWriter<ImmutableArray<ImpactRow>> pages, CancellationToken cancellation)
    {
        Exception? failure = null;
        try
        {
            for (var after = 0L; ;)
            {
                var page = await store.ReadAsync(after, PageSize, question.EndedSince, question.NeedsEvents, cancellation);
                if (!page.IsEmpty)
                    await pages.WriteAsync(page, cancellation);
                if (page.Length < PageSize)
                    return;
                after = page[^1].Id;
            }
        }
        catch (Exception e)
        {
            // Told to whoever studies, who is the one that waits.
            failure = e;
        }
        finally
        {
            pages.Complete(failure);
        }
    }

    private async Task StudyAsync(ImmutableArray<ImpactRow> page, CancellationToken cancellation)
    {
        var totals = new ImpactTotals();
        var changed = new List<DossierImpact>();
        foreach (var row in page)
        {
            cancellation.ThrowIfCancellationRequested();
            var dossier = DossierJson.Read(row.State);
            ImmutableArray<EventFacts> acts = [.. row.Events.Where(e => e.Event.Sequence <= dossier.Version).Select(e => EventFacts.Of(DossierShelf.ToDomain(e)))];
            var pinned = rules.Loaded(row.ProcedureRevisionId) ?? await rules.PinnedAsync(row.ProcedureRevisionId, cancellation);
            var impact = study.Of(dossier, acts, pinned);
            totals.Count(dossier, impact);
            if (impact is not null)
                changed.Add(impact);
        }
        lock (_turn)
        {
            _totals.Add(totals);
            foreach (var impact in changed)
                Keep(impact);
        }
    }

    /// <summary>The first by number are listed, whichever page was studied first.</summary>
    private void Keep(DossierImpact impact)
    {
        _listed.Enqueue(impact, -impact.Dossier.Id);
        if (_listed.Count > question.MostListed)
            _listed.Dequeue();
    }
}

/// <summary>Which dossiers are looked at, and how many are listed.</summary>
/// <param name="EndedSince">Those that ended at or after it are looked at too; null: only open ones.</param>
/// <param name="NeedsEvents">Whether any rule judges, before or after: rules speak of what happened.</param>
/// <param name="MostListed">How many changed dossiers are listed.</param>
internal sealed record ImpactQuestion(DateTimeOffset? EndedSince, bool NeedsEvents, int MostListed);
