using System.Collections.Immutable;
using System.Data.Common;
using Tthc.Storage.Database;

namespace Tthc.Storage.Rules;

/// <summary>
/// What administrators published: every publication with author, reason and basis, every bundle of rule files, every
/// revision that a dossier was ever pinned to or a verdict ever named. Nothing is changed or removed.
/// </summary>
public sealed class RuleBundleStore(StoreFile store)
{
    /// <summary>
    /// Publishes changes. What leaves the head's content as it is publishes nothing; a procedure or rule set whose source
    /// is that of the revision in force keeps it. With a day of its own the publication waits for
    /// <see cref="TakeForceAsync"/>; its revisions have their numbers at once.
    /// </summary>
    /// <exception cref="KeyNotFoundException">A source is not among the files.</exception>
    public async ValueTask<PublishOutcome> PublishAsync(RulePublicationDraft draft, CancellationToken cancellation = default)
    {
        var written = await store.WriteAsync(connection => new RuleBundleWriter(connection, draft).Publish(), cancellation);
        // Written and kept for ever, so it is read even if the caller has lost interest.
        return written.Outcome switch
        {
            Outcome.BaseMoved => new PublicationBaseMoved(written.Head),
            Outcome.Nothing => new NothingToPublish((await LoadAsync(written.Head.BundleId, CancellationToken.None))!),
            Outcome.PublishedBefore => new PublishedBefore((await LoadPublicationAsync(written.PublicationId, CancellationToken.None))!),
            _ => new Published(
                (await LoadPublicationAsync(written.PublicationId, CancellationToken.None))!, await LoadHeadAsync(CancellationToken.None)),
        };
    }

    /// <summary>Puts publications in force whose day has come; the bundle that is the head then.</summary>
    /// <exception cref="StorageConstraintException">One of them is in force already.</exception>
    public async ValueTask<RuleBundle> TakeForceAsync(RuleForceDraft force, CancellationToken cancellation = default)
    {
        await store.WriteAsync(
            connection =>
            {
                new RuleBundleWriter(connection, force.Draft).TakeForce(force.Publications);
                return true;
            },
            cancellation);
        return (await LoadHeadAsync(CancellationToken.None))!;
    }

    /// <summary>The bundle in force; null before the first.</summary>
    public ValueTask<RuleBundle?> LoadHeadAsync(CancellationToken cancellation = default) =>
        store.ReadAsync(source => ReadBundle(source, source.Query(RuleBundleSql.Head)), cancellation);

    /// <summary>A bundle; null when there is none of this id.</summary>
    public ValueTask<RuleBundle?> LoadAsync(long id, CancellationToken cancellation = default) =>
        store.ReadAsync(source => ReadBundle(source, source.Query(RuleBundleSql.ById, ("@id", id))), cancellation);

    /// <summary>Bundles, the newest first, without their files.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="before">Only those older than this one; null for the newest.</param>
    /// <param name="cancellation">Heeded while waiting for a connection.</param>
    public ValueTask<ImmutableArray<RuleBundleRow>> ListAsync(
        int limit, long? before = null, CancellationToken cancellation = default) =>
        store.ReadAsync(
            source => source.Query(RuleBundleSql.List, ("@before", before ?? long.MaxValue), ("@limit", limit)).All(RuleRows.Bundle),
            cancellation);

    /// <summary>Publications that wait for their day, in the order they were published.</summary>
    public ValueTask<ImmutableArray<PendingPublication>> LoadPendingAsync(CancellationToken cancellation = default) =>
        store.ReadAsync(
            source => source.Query(RuleBundleSql.Pending).All(Bare).Select(bare => new PendingPublication(
                WithRevisions(source, bare),
                source.Query(RuleBundleSql.PublicationFiles, ("@publication_id", bare.Row.Id)).All(RuleRows.Change))).ToImmutableArray(),
            cancellation);

    /// <summary>What a call published before; null when it did not.</summary>
    public ValueTask<Publication?> FindPublicationAsync(string requestId, CancellationToken cancellation = default) =>
        store.ReadAsync(
            source => ReadPublication(source, source.Query(RuleBundleSql.PublicationByRequest, ("@request_id", requestId))), cancellation);

    /// <summary>A revision with its source; null when there is none of this id.</summary>
    public ValueTask<RevisionSource?> LoadRevisionAsync(RevisionKind kind, long id, CancellationToken cancellation = default) =>
        store.ReadAsync(
            source => source.Query(RevisionSql.Of(kind).Source, ("@id", id)).One(reader =>
                new RevisionSource(RuleRows.Revision(reader), reader.GetFieldValue<byte[]>(RuleRows.SourceColumn))),
            cancellation);

    /// <summary>The revisions of a procedure or rule set, the oldest first, those that wait for their day among them.</summary>
    public ValueTask<ImmutableArray<RevisionRow>> ListRevisionsAsync(
        RevisionKind kind, string code, CancellationToken cancellation = default) =>
        store.ReadAsync(source => source.Query(RevisionSql.Of(kind).OfCode, ("@code", code)).All(RuleRows.Revision), cancellation);

    /// <summary>The first bundle that a revision was in force with, whose other files it was tested with; null while it waits for its day.</summary>
    public async ValueTask<RuleBundle?> LoadFirstBundleAsync(RevisionKind kind, long id, CancellationToken cancellation = default)
    {
        var bundle = await store.ReadAsync(
            source => source.Query(RevisionSql.Of(kind).FirstBundle, ("@id", id)).One(reader => (object)reader.GetInt64(0)),
            cancellation);
        return bundle is long known ? await LoadAsync(known, cancellation) : null;
    }

    private ValueTask<Publication?> LoadPublicationAsync(long id, CancellationToken cancellation) =>
        store.ReadAsync(source => ReadPublication(source, source.Query(RuleBundleSql.PublicationById, ("@id", id))), cancellation);

    // Published bundles do not change, so several reads see the same one.
    private static RuleBundle? ReadBundle(StoreReader source, DbDataReader reader)
    {
        if (reader.One(RuleRows.Bundle) is not { } row)
            return null;
        return new RuleBundle(
            row,
            source.Query(RuleBundleSql.Files, ("@bundle_id", row.Id)).All(
                file => new RuleFile(file.GetString(0), file.GetFieldValue<byte[]>(1))),
            source.Query(RevisionSql.Procedures.OfBundle, ("@bundle_id", row.Id)).All(RuleRows.Revision),
            source.Query(RevisionSql.RuleSets.OfBundle, ("@bundle_id", row.Id)).All(RuleRows.Revision));
    }

    private static Publication? ReadPublication(StoreReader source, DbDataReader reader) =>
        reader.One(Bare) is { } publication ? WithRevisions(source, publication) : null;

    private static Publication Bare(DbDataReader reader) => new(RuleRows.Publication(reader, 0), [], [], RuleRows.BodyHash(reader));

    private static Publication WithRevisions(StoreReader source, Publication publication) => publication with
    {
        Procedures = source.Query(RevisionSql.Procedures.OfPublication, ("@publication_id", publication.Row.Id)).All(RuleRows.Revision),
        RuleSets = source.Query(RevisionSql.RuleSets.OfPublication, ("@publication_id", publication.Row.Id)).All(RuleRows.Revision),
    };
}
