using System.Collections.Immutable;
using System.Data.Common;
using Tthc.Storage.Database;

namespace Tthc.Storage.Rules;

/// <summary>
/// What administrators published: every bundle of rule files, every procedure revision that a dossier was ever
/// pinned to. Nothing is changed or removed.
/// </summary>
public sealed class RuleBundleStore(StoreFile store)
{
    /// <summary>
    /// Publishes a bundle. The same content as the head's changes nothing; a procedure whose source is that of its
    /// newest revision keeps it.
    /// </summary>
    /// <exception cref="KeyNotFoundException">A procedure's source is not among the files.</exception>
    public async ValueTask<PublishOutcome> PublishAsync(RuleBundleDraft draft, CancellationToken cancellation = default)
    {
        var (id, isNew, moved) = await store.WriteAsync(
            connection => new RuleBundlePublication(connection, draft).Write(), cancellation);
        if (moved)
            return new BundleBaseMoved(id);
        // Written and kept for ever, so it is read even if the caller has lost interest.
        var bundle = await LoadAsync(id, CancellationToken.None);
        return new BundlePublished(bundle!, isNew);
    }

    /// <summary>The bundle published last; null before the first.</summary>
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
            source => source.Query(RuleBundleSql.List, ("@before", before ?? long.MaxValue), ("@limit", limit)).All(ReadRow),
            cancellation);

    /// <summary>A procedure revision with its source; null when there is none of this id.</summary>
    public ValueTask<ProcedureSource?> LoadProcedureAsync(long revisionId, CancellationToken cancellation = default) =>
        store.ReadAsync(
            source => source.Query(RuleBundleSql.Source, ("@id", revisionId)).One(reader =>
                new ProcedureSource(ReadRevision(reader), reader.GetFieldValue<byte[]>(7))),
            cancellation);

    /// <summary>The revisions of a procedure, the oldest first.</summary>
    public ValueTask<ImmutableArray<ProcedureRevisionRow>> ListRevisionsAsync(
        string procedureCode, CancellationToken cancellation = default) =>
        store.ReadAsync(
            source => source.Query(RuleBundleSql.Revisions, ("@code", procedureCode)).All(ReadRevision),
            cancellation);

    // Published bundles do not change, so three reads see the same one.
    private static RuleBundle? ReadBundle(StoreReader source, DbDataReader reader)
    {
        if (reader.One(ReadRow) is not { } row)
            return null;
        return new RuleBundle(
            row,
            source.Query(RuleBundleSql.Files, ("@bundle_id", row.Id)).All(
                file => new RuleFile(file.GetString(0), file.GetFieldValue<byte[]>(1))),
            source.Query(RuleBundleSql.Procedures, ("@bundle_id", row.Id)).All(ReadRevision));
    }

    private static RuleBundleRow ReadRow(DbDataReader reader) =>
        new(reader.GetInt64(0), reader.GetString(1), reader.Instant(2), reader.GetString(3), reader.GetString(4));

    private static ProcedureRevisionRow ReadRevision(DbDataReader reader) => new(
        reader.GetInt64(0), reader.GetString(1), Instants.ToDate(reader.GetString(2)), reader.GetInt32(3),
        reader.GetString(4), reader.GetString(5), reader.Instant(6));
}
