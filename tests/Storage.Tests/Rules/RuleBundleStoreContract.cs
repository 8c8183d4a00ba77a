using System.Text;
using Tthc.Storage.Rules;
using Xunit;

namespace Tthc.Storage.Tests.Rules;

public sealed class SqliteRuleBundleStoreContract() : RuleBundleStoreContract(TestStore.Sqlite());

/// <summary>What every database must do for rule bundles.</summary>
public abstract class RuleBundleStoreContract(TestStore test) : IDisposable
{
    private readonly RuleBundleStore _rules = new(test.File);

    public void Dispose()
    {
        test.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Publishes_a_bundle_and_loads_it_as_the_head()
    {
        Assert.Null(await _rules.LoadHeadAsync());

        var published = Assert.IsType<BundlePublished>(await _rules.PublishAsync(Draft("permit v1")));

        Assert.True(published.IsNew);
        var head = await _rules.LoadHeadAsync();
        Assert.Equal(published.Bundle.Row, head!.Row);
        Assert.Equal(["calendars/national.calendar.json", "procedures/permit.procedure.json"], head.Files.Select(f => f.Path));
        Assert.Equal("permit v1", Encoding.UTF8.GetString(head.Files[1].Content));
        var revision = Assert.Single(head.Procedures);
        Assert.Equal(("1.012345", 1, new DateOnly(2026, 7, 1)), (revision.Code, revision.Number, revision.InForceFrom));
        Assert.Equal("permit v1", Encoding.UTF8.GetString((await _rules.LoadProcedureAsync(revision.Id))!.Content));
    }

    [Fact]
    public async Task Leaves_the_head_when_nothing_changed()
    {
        var first = await PublishAsync(Draft("permit v1"));
        var again = await PublishAsync(Draft("permit v1") with { PublishedAt = Rows.Noon.AddDays(1) });

        Assert.False(again.IsNew);
        Assert.Equal(first.Bundle.Row, again.Bundle.Row);
    }

    [Fact]
    public async Task Keeps_the_revision_of_a_procedure_that_did_not_change()
    {
        var first = await PublishAsync(Draft("permit v1", "calendar v1"));
        var second = await PublishAsync(Draft("permit v1", "calendar v2"));

        Assert.Equal(2, second.Bundle.Row.Id);
        Assert.Equal(first.Bundle.Procedures.AsEnumerable(), second.Bundle.Procedures);
    }

    [Fact]
    public async Task Numbers_the_revisions_of_a_procedure_and_keeps_every_source()
    {
        await PublishAsync(Draft("permit v1"));
        await PublishAsync(Draft("permit v2"));
        var back = await PublishAsync(Draft("permit v1"));

        var revisions = await _rules.ListRevisionsAsync("1.012345");
        Assert.Equal([1, 2, 3], revisions.Select(r => r.Number));
        Assert.Equal(revisions[0].Hash, revisions[2].Hash);
        Assert.Equal(revisions[2], Assert.Single(back.Bundle.Procedures));
        Assert.Equal("permit v2", Encoding.UTF8.GetString((await _rules.LoadProcedureAsync(revisions[1].Id))!.Content));
        Assert.Null(await _rules.LoadProcedureAsync(99));
        Assert.Equal([3L, 2L], (await _rules.ListAsync(2)).Select(b => b.Id));
        Assert.Equal([1L], (await _rules.ListAsync(2, before: 2)).Select(b => b.Id));
        Assert.Equal("permit v1", Encoding.UTF8.GetString((await _rules.LoadAsync(1))!.Files[1].Content));
    }

    [Fact]
    public async Task Refuses_a_bundle_made_from_one_that_is_no_longer_the_head()
    {
        await PublishAsync(Draft("permit v1"));
        await PublishAsync(Draft("permit v2") with { BaseBundleId = 1 });

        Assert.Equal(new BundleBaseMoved(2), await _rules.PublishAsync(Draft("permit v3") with { BaseBundleId = 1 }));
        Assert.Equal(2, (await _rules.LoadHeadAsync())!.Row.Id);
    }

    [Fact]
    public async Task Writes_nothing_of_a_bundle_that_names_a_missing_source()
    {
        var draft = Draft("permit v1") with { Procedures = [new BundledProcedure("9", new DateOnly(2026, 7, 1), "missing")] };

        await Assert.ThrowsAsync<KeyNotFoundException>(async () => await _rules.PublishAsync(draft));

        Assert.Null(await _rules.LoadHeadAsync());
    }

    private async Task<BundlePublished> PublishAsync(RuleBundleDraft draft) =>
        Assert.IsType<BundlePublished>(await _rules.PublishAsync(draft));

    private static RuleBundleDraft Draft(string procedure, string calendar = "calendar v1") => new()
    {
        Files =
        [
            new RuleFile("procedures/permit.procedure.json", Encoding.UTF8.GetBytes(procedure)),
            new RuleFile("calendars/national.calendar.json", Encoding.UTF8.GetBytes(calendar)),
        ],
        Procedures = [new BundledProcedure("1.012345", new DateOnly(2026, 7, 1), "procedures/permit.procedure.json")],
        PublishedBy = "admin",
        PublishedAt = Rows.Noon,
    };
}
