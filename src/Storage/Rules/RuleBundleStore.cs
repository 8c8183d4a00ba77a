using System.Collections.Immutable;
using System.Data.Common;
using Tthc.Storage.Database;

namespace Tthc.Storage.Rules;

/// <summary>
/// What administrators published: every publication with author, reason and basis, every bundle of rule files, every
/// revision that a dossier was ever pinned to or a verdict ever named. Nothing is changed or removed.
/// </summary>
public sealed class RuleBundleStore(Store store)
{
    /// <summary>
    /// Publishes changes. What leaves the head's content as it is publishes nothing; a procedure or rule set whose source
    /// is that of the revision in force keeps it. With a day of its own the publication waits for
    /// <see cref="TakeForceAsync"/>; its revisions have their numbers at once.
    /// </summary>
    /// <exception cref="KeyNotFoundException">A source is not among the files.</exception>
    public async ValueTask<PublishOutcome> PublishAsync(RulePublicationDraft draft, CancellationToken cancellation = default)
    {
        var written = await store.WriteAsync(session => new RuleBundleWriter(session, draft).PublishAsync(), cancellation);
        // Written and kept for ever, so it is read even if the caller has lost interest.
        return written.Outcome switch
        {
            Outcome.BaseMoved => new PublicationBaseMoved(written.Head),
            Outcome.Nothing => new NothingToPublish((await LoadAsync(written.Head.BundleId, CancellationToken.None))!),
            Outcome.PublishedBefore => new PublishedBefore((await LoadPublicationAsync(written.PublicationId, CancellationToken.None))!),
            _ => await PublishedAsync((await LoadPublicationAsync(written.PublicationId, CancellationToken.None))!),
        };
    }

    /// <summary>What is newest, to publish on; asked before what is published is read, so that whatever comes between is noticed.</summary>
    public ValueTask<PublicationHead> NewestHeadAsync(CancellationToken cancellation = default) =>
        store.ReadAsync(
            async source => new PublicationHead(
                (long)(await source.QueryAsync(RuleBundleSql.Newest).ScalarAsync())!,
                (long)(await source.QueryAsync(RuleBundleSql.NewestPublication).ScalarAsync())!),
            cancellation);

    /// <summary>Puts publications in force whose day has come; the bundle that carries them, or null when someone published or did so in between.</summary>
    /// <exception cref="StorageConstraintException">One of them is in force already.</exception>
    public async ValueTask<RuleBundle?> TakeForceAsync(RuleForceDraft force, CancellationToken cancellation = default)
    {
        var id = await store.WriteAsync(session => new RuleBundleWriter(session, force.Draft).TakeForceAsync(force.Publications), cancellation);
        return id == 0 ? null : await LoadAsync(id, CancellationToken.None);
    }

    /// <summary>The newest bundle of a content; null when there is none.</summary>
    public ValueTask<RuleBundle?> FindAsync(string hash, CancellationToken cancellation = default) =>
        store.ReadAsync(source => ReadBundleAsync(source, source.QueryAsync(RuleBundleSql.ByHash, ("@hash", hash))), cancellation);

    /// <summary>The bundle in force; null before the first.</summary>
    public ValueTask<RuleBundle?> LoadHeadAsync(CancellationToken cancellation = default) =>
        store.ReadAsync(source => ReadBundleAsync(source, source.QueryAsync(RuleBundleSql.Head)), cancellation);

    /// <summary>Number of the bundle in force; 0 before the first.</summary>
    public ValueTask<long> NewestAsync(CancellationToken cancellation = default) =>
        store.ReadAsync(async source => (long)(await source.QueryAsync(RuleBundleSql.Newest).ScalarAsync())!, cancellation);

    /// <summary>A bundle; null when there is none of this id.</summary>
    public ValueTask<RuleBundle?> LoadAsync(long id, CancellationToken cancellation = default) =>
        store.ReadAsync(source => ReadBundleAsync(source, source.QueryAsync(RuleBundleSql.ById, ("@id", id))), cancellation);

    /// <summary>Bundles, the newest first, without their files.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="before">Only those older than this one; null for the newest.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public ValueTask<ImmutableArray<RuleBundleRow>> ListAsync(
        int limit, long? before = null, CancellationToken cancellation = default) =>
        store.ReadAsync(
            source => source.QueryAsync(RuleBundleSql.List, ("@before", before ?? long.MaxValue), ("@limit", limit)).AllAsync(RuleRows.Bundle),
            cancellation);

    /// <summary>Publications that wait for their day, in the order they were published.</summary>
    public ValueTask<ImmutableArray<PendingPublication>> LoadPendingAsync(CancellationToken cancellation = default) =>
        store.ReadAsync(
            async source =>
            {
                var pending = ImmutableArray.CreateBuilder<PendingPublication>();
                foreach (var bare in await source.QueryAsync(RuleBundleSql.Pending).AllAsync(Bare))
                {
                    var changes = await source.QueryAsync(RuleBundleSql.PublicationFiles, ("@publication_id", bare.Row.Id)).AllAsync(RuleRows.Change);
                    pending.Add(new PendingPublication(await WithRevisionsAsync(source, bare), changes));
                }
                return pending.DrainToImmutable();
            },
            cancellation);

    /// <summary>What a call published before; null when it did not.</summary>
    public ValueTask<Publication?> FindPublicationAsync(string requestId, CancellationToken cancellation = default) =>
        store.ReadAsync(
            source => ReadPublicationAsync(source, source.QueryAsync(RuleBundleSql.PublicationByRequest, ("@request_id", requestId))), cancellation);

    /// <summary>A revision with its source; null when there is none of this id.</summary>
    public ValueTask<RevisionSource?> LoadRevisionAsync(RevisionKind kind, long id, CancellationToken cancellation = default) =>
        store.ReadAsync(
            source => source.QueryAsync(RevisionSql.Of(kind).Source, ("@id", id)).OneAsync(reader =>
                new RevisionSource(RuleRows.Revision(reader), reader.GetFieldValue<byte[]>(RuleRows.SourceColumn))),
            cancellation);

    /// <summary>The revisions of a procedure or rule set, the oldest first, those that wait for their day among them.</summary>
    public ValueTask<ImmutableArray<RevisionRow>> ListRevisionsAsync(
        RevisionKind kind, string code, CancellationToken cancellation = default) =>
        store.ReadAsync(source => source.QueryAsync(RevisionSql.Of(kind).OfCode, ("@code", code)).AllAsync(RuleRows.Revision), cancellation);

    /// <summary>The first bundle that a revision was in force with, whose other files it was tested with; null while it waits for its day.</summary>
    public async ValueTask<RuleBundle?> LoadFirstBundleAsync(RevisionKind kind, long id, CancellationToken cancellation = default)
    {
        var bundle = await store.ReadAsync(
            source => source.QueryAsync(RevisionSql.Of(kind).FirstBundle, ("@id", id)).ScalarAsync(),
            cancellation);
        return bundle is long known ? await LoadAsync(known, cancellation) : null;
    }

    // By its own number: the head may be newer by now.
    private async ValueTask<PublishOutcome> PublishedAsync(Publication publication) =>
        new Published(publication, publication.Row.BundleId is { } bundle ? await LoadAsync(bundle, CancellationToken.None) : null);

    private ValueTask<Publication?> LoadPublicationAsync(long id, CancellationToken cancellation) =>
        store.ReadAsync(source => ReadPublicationAsync(source, source.QueryAsync(RuleBundleSql.PublicationById, ("@id", id))), cancellation);

    // Published bundles do not change, so several reads see the same one.
    private static async ValueTask<RuleBundle?> ReadBundleAsync(StoreSession source, ValueTask<DbDataReader> query)
    {
        if (await query.OneAsync(RuleRows.Bundle) is not { } row)
            return null;
        return new RuleBundle(
            row,
            await source.QueryAsync(RuleBundleSql.Files, ("@bundle_id", row.Id)).AllAsync(
                file => new RuleFile(file.GetString(0), file.GetFieldValue<byte[]>(1))),
            await source.QueryAsync(RevisionSql.Procedures.OfBundle, ("@bundle_id", row.Id)).AllAsync(RuleRows.Revision),
            await source.QueryAsync(RevisionSql.RuleSets.OfBundle, ("@bundle_id", row.Id)).AllAsync(RuleRows.Revision));
    }

    private static async ValueTask<Publication?> ReadPublicationAsync(StoreSession source, ValueTask<DbDataReader> query) =>
        await query.OneAsync(Bare) is { } publication ? await WithRevisionsAsync(source, publication) : null;

    private static Publication Bare(DbDataReader reader) => new(RuleRows.Publication(reader, 0), [], [], RuleRows.BodyHash(reader));

    private static async ValueTask<Publication> WithRevisionsAsync(StoreSession source, Publication publication) => publication with
    {
        Procedures = await source.QueryAsync(RevisionSql.Procedures.OfPublication, ("@publication_id", publication.Row.Id)).AllAsync(RuleRows.Revision),
        RuleSets = await source.QueryAsync(RevisionSql.RuleSets.OfPublication, ("@publication_id", publication.Row.Id)).AllAsync(RuleRows.Revision),
    };
}
