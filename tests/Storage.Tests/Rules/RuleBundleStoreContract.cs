using System.Text;
using Tthc.Storage.Database;
using Tthc.Storage.Dossiers;
using Tthc.Storage.Rules;
using Xunit;

namespace Tthc.Storage.Tests.Rules;

public sealed class SqliteRuleBundleStoreContract() : RuleBundleStoreContract(TestStore.Sqlite());

public sealed class PostgresRuleBundleStoreContract() : RuleBundleStoreContract(TestStore.Postgres());

/// <summary>What every database must do for rule bundles.</summary>
public abstract class RuleBundleStoreContract(TestStore test) : IDisposable
{
    private const string Permit = "procedures/permit.procedure.json";
    private const string Late = "compliance/late.rules.json";
    private readonly RuleBundleStore _rules = new(test.Store);

    public void Dispose()
    {
        test.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Publishes_a_bundle_and_loads_it_as_the_head()
    {
        Assert.Null(await _rules.LoadHeadAsync());

        var published = await PublishAsync(Draft("permit v1"));

        var head = (await _rules.LoadHeadAsync())!;
        Assert.Equal(published.Bundle!.Row, head.Row);
        Assert.Equal(["calendars/national.calendar.json", "compliance/late.rules.json", "procedures/permit.procedure.json"], head.Files.Select(f => f.Path));
        Assert.Equal("permit v1", Encoding.UTF8.GetString(head.Files[2].Content));
        var revision = Assert.Single(head.Procedures);
        Assert.Equal(("1.012345", 1, new DateOnly(2026, 7, 1)), (revision.Code, revision.Number, revision.InForceFrom));
        Assert.Equal("permit v1", Encoding.UTF8.GetString((await _rules.LoadRevisionAsync(RevisionKind.Procedure, revision.Id))!.Content));
        Assert.Equal(("late", 1), (Assert.Single(head.RuleSets).Code, head.RuleSets[0].Number));
    }

    [Fact]
    public async Task Remembers_author_reason_basis_and_what_was_replaced()
    {
        await PublishAsync(Draft("permit v1"));
        var second = await PublishAsync(Draft("permit v2") with { Author = "cb-0107", Reason = "theo quyết định", Basis = "QĐ 12" });

        var revision = Assert.Single(second.Publication.Procedures);
        Assert.Equal((2, 1), (revision.Number, revision.BaseNumber));
        Assert.Equal(new PublicationRow(2, Rows.Noon, "cb-0107", "theo quyết định", "QĐ 12", null, 2), revision.Publication);
        Assert.Equal(revision, (await _rules.ListRevisionsAsync(RevisionKind.Procedure, "1.012345"))[1]);
        Assert.Empty(second.Publication.RuleSets);
    }

    [Fact]
    public async Task Publishes_nothing_when_nothing_changed()
    {
        var first = await PublishAsync(Draft("permit v1"));
        var again = Assert.IsType<NothingToPublish>(await _rules.PublishAsync(Draft("permit v1") with { PublishedAt = Rows.Noon.AddDays(1) }));

        Assert.Equal(first.Bundle!.Row, again.Bundle.Row);
    }

    [Fact]
    public async Task Keeps_the_revision_of_a_procedure_that_did_not_change()
    {
        var first = await PublishAsync(Draft("permit v1", "calendar v1"));
        var second = await PublishAsync(Draft("permit v1", "calendar v2"));

        Assert.Equal(2, second.Bundle!.Row.Id);
        Assert.Equal(first.Bundle!.Procedures.AsEnumerable(), second.Bundle.Procedures);
        Assert.Equal(first.Bundle.RuleSets.AsEnumerable(), second.Bundle.RuleSets);
    }

    [Fact]
    public async Task Lays_changes_over_the_head()
    {
        await PublishAsync(Draft("permit v1"));
        var one = await PublishAsync(Draft("permit v1") with { Changes = [Change("calendars/national.calendar.json", "calendar v2")] });
        var removed = await PublishAsync(Draft("permit v1") with { Changes = [new RuleFileChange("calendars/national.calendar.json", null)] });

        Assert.Equal("calendar v2", Encoding.UTF8.GetString(one.Bundle!.Files[0].Content));
        Assert.Equal(3, one.Bundle.Files.Length);
        Assert.Equal(["compliance/late.rules.json", "procedures/permit.procedure.json"], removed.Bundle!.Files.Select(f => f.Path));
    }

    [Fact]
    public async Task Numbers_the_revisions_and_keeps_every_source()
    {
        await PublishAsync(Draft("permit v1"));
        await PublishAsync(Draft("permit v2"));
        var back = await PublishAsync(Draft("permit v1"));

        var revisions = await _rules.ListRevisionsAsync(RevisionKind.Procedure, "1.012345");
        Assert.Equal([1, 2, 3], revisions.Select(r => r.Number));
        Assert.Equal(revisions[0].Hash, revisions[2].Hash);
        Assert.Equal(revisions[2], Assert.Single(back.Bundle!.Procedures));
        Assert.Equal("permit v2", Encoding.UTF8.GetString((await _rules.LoadRevisionAsync(RevisionKind.Procedure, revisions[1].Id))!.Content));
        Assert.Null(await _rules.LoadRevisionAsync(RevisionKind.Procedure, 99));
        Assert.Equal([3L, 2L], (await _rules.ListAsync(2)).Select(b => b.Id));
        Assert.Equal([1L], (await _rules.ListAsync(2, before: 2)).Select(b => b.Id));
        Assert.Equal("permit v1", Encoding.UTF8.GetString((await _rules.LoadAsync(1))!.Files[2].Content));
        Assert.Equal(2, (await _rules.LoadFirstBundleAsync(RevisionKind.Procedure, revisions[1].Id))!.Row.Id);
    }

    [Fact]
    public async Task Refuses_changes_made_from_what_is_no_longer_the_newest()
    {
        await PublishAsync(Draft("permit v1"));
        await PublishAsync(Draft("permit v2") with { Base = new PublicationHead(1, 1) });

        Assert.Equal(
            new PublicationBaseMoved(new PublicationHead(2, 2)),
            await _rules.PublishAsync(Draft("permit v3") with { Base = new PublicationHead(1, 1) }));
        Assert.Equal(2, (await _rules.LoadHeadAsync())!.Row.Id);
    }

    [Fact]
    public async Task Answers_a_repeated_call_with_what_it_published()
    {
        var first = await PublishAsync(Draft("permit v1") with { RequestId = "r1", BodyHash = [1, 2] });
        await PublishAsync(Draft("permit v2"));

        var again = Assert.IsType<PublishedBefore>(await _rules.PublishAsync(Draft("permit v1") with { RequestId = "r1", BodyHash = [1, 2] }));

        Assert.Equal(first.Publication.Row, again.Publication.Row);
        Assert.Equal(first.Publication.Procedures.AsEnumerable(), again.Publication.Procedures);
        Assert.Equal([1, 2], (await _rules.FindPublicationAsync("r1"))!.BodyHash);
        Assert.Null(await _rules.FindPublicationAsync("r2"));
    }

    [Fact]
    public async Task Keeps_a_publication_waiting_until_it_is_put_in_force()
    {
        await PublishAsync(Draft("permit v1"));
        var waiting = await PublishAsync(Draft("permit v2") with { Changes = [Change(Permit, "permit v2")], EffectiveFrom = new DateOnly(2027, 1, 1) });

        Assert.Null(waiting.Bundle);
        Assert.Equal(1, await _rules.NewestAsync());
        var scheduled = Assert.Single(waiting.Publication.Procedures);
        Assert.Equal((2, null), (scheduled.Number, scheduled.Publication!.BundleId));
        var pending = Assert.Single(await _rules.LoadPendingAsync());
        Assert.Equal("permit v2", Encoding.UTF8.GetString(Assert.Single(pending.Changes).Change.Content!));
        Assert.Null(await _rules.LoadFirstBundleAsync(RevisionKind.Procedure, scheduled.Id));

        var meanwhile = await PublishAsync(Draft("permit v1") with { Changes = [Change("calendars/national.calendar.json", "calendar v2")] });
        Assert.Equal(1, Assert.Single(meanwhile.Bundle!.Procedures).Number);
        var force = (await _rules.TakeForceAsync(new RuleForceDraft([2], Draft("permit v2") with { Changes = [Change(Permit, "permit v2")] })))!;

        Assert.Equal(scheduled.Id, Assert.Single(force.Procedures).Id);
        Assert.Equal("calendar v2", Encoding.UTF8.GetString(force.Files[0].Content));
        Assert.Empty(await _rules.LoadPendingAsync());
    }

    [Fact]
    public async Task Puts_nothing_in_force_on_another_ground_than_it_was_checked_on()
    {
        await PublishAsync(Draft("permit v1"));
        await PublishAsync(Draft("permit v2") with { Changes = [Change(Permit, "permit v2")], EffectiveFrom = new DateOnly(2027, 1, 1) });
        var ground = await _rules.NewestHeadAsync();
        await PublishAsync(Draft("permit v1") with { Changes = [Change("calendars/national.calendar.json", "calendar v2")] });

        var force = await _rules.TakeForceAsync(new RuleForceDraft([2], Draft("permit v2") with { Changes = [Change(Permit, "permit v2")], Base = ground }));

        Assert.Null(force);
        Assert.Single(await _rules.LoadPendingAsync());
        Assert.Equal(2, await _rules.NewestAsync());
    }

    [Fact]
    public async Task Finds_the_newest_bundle_of_a_content()
    {
        var first = await PublishAsync(Draft("permit v1"));
        await PublishAsync(Draft("permit v2"));
        var again = await PublishAsync(Draft("permit v1"));

        Assert.Equal(again.Bundle!.Row.Id, (await _rules.FindAsync(first.Bundle!.Row.Hash))!.Row.Id);
        Assert.Null(await _rules.FindAsync("another"));
    }

    [Fact]
    public async Task Lets_no_act_in_that_was_decided_by_older_rules()
    {
        var dossiers = new DossierStore(test.Store);
        await PublishAsync(Draft("permit v1"));
        await PublishAsync(Draft("permit v2"));

        var outcomes = await dossiers.CommitAsync(
        [
            Rows.New(1) with { Bundle = 1 }, Rows.New(2) with { Bundle = 2 }, Rows.New(3),
            Rows.Unit(Rows.Write(Rows.Dossier(4)), "request") with { Bundle = 1 },
        ]);

        Assert.Equal([typeof(RulesMoved), typeof(Committed), typeof(Committed), typeof(RulesMoved)], outcomes.Select(o => o.GetType()));
        Assert.All(outcomes.OfType<RulesMoved>(), moved => Assert.Equal(2, moved.Bundle));
        Assert.Null(await dossiers.LoadAsync(1));
        Assert.Null(await dossiers.FindRequestAsync("request"));
    }

    [Fact]
    public async Task Counts_an_overtaken_publication_as_in_force()
    {
        await PublishAsync(Draft("permit v1"));
        await PublishAsync(Draft("permit v2") with { Changes = [Change(Permit, "permit v2")], EffectiveFrom = new DateOnly(2027, 1, 1) });
        var overtaking = await PublishAsync(Draft("permit v3") with { Changes = [Change(Permit, "permit v3")] });

        Assert.True(Assert.Single(Assert.Single(await _rules.LoadPendingAsync()).Changes).IsOvertaken);
        var force = (await _rules.TakeForceAsync(new RuleForceDraft([2], Draft("permit v3") with { Changes = [] })))!;

        Assert.Equal(overtaking.Bundle!.Row, force.Row);
        Assert.Empty(await _rules.LoadPendingAsync());
        Assert.Equal([1, 2, 3], (await _rules.ListRevisionsAsync(RevisionKind.Procedure, "1.012345")).Select(r => r.Number));
    }

    [Fact]
    public async Task Writes_nothing_of_a_bundle_that_names_a_missing_source()
    {
        var draft = Draft("permit v1") with { Procedures = [new BundledRevision("9", new DateOnly(2026, 7, 1), "missing")] };

        await Assert.ThrowsAsync<KeyNotFoundException>(async () => await _rules.PublishAsync(draft));

        Assert.Null(await _rules.LoadHeadAsync());
        Assert.Empty(await _rules.LoadPendingAsync());
    }

    [Theory]
    [InlineData("update publication set reason = 'other'")]
    [InlineData("delete from publication")]
    [InlineData("update publication_file set path = 'other'")]
    [InlineData("delete from publication_file")]
    [InlineData("update publication_force set bundle_id = 1")]
    [InlineData("delete from publication_force")]
    [InlineData("update rule_set_revision set number = 9")]
    [InlineData("delete from rule_set_revision")]
    public async Task Never_changes_what_was_published(string sql)
    {
        await PublishAsync(Draft("permit v1"));

        var failure = await Assert.ThrowsAsync<StorageConstraintException>(async () => await test.RunAsOwnerAsync(sql));

        Assert.Contains("append-only", failure.Message, StringComparison.Ordinal);
    }

    private async Task<Published> PublishAsync(RulePublicationDraft draft) =>
        Assert.IsType<Published>(await _rules.PublishAsync(draft));

    private static RuleFileChange Change(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private static RulePublicationDraft Draft(string procedure, string calendar = "calendar v1") => new()
    {
        Changes = [Change(Permit, procedure), Change("calendars/national.calendar.json", calendar), Change(Late, "late v1")],
        Procedures = [new BundledRevision("1.012345", new DateOnly(2026, 7, 1), Permit)],
        RuleSets = [new BundledRevision("late", new DateOnly(2026, 7, 1), Late)],
        Author = "admin",
        PublishedAt = Rows.Noon,
    };
}
