using Tthc.Storage.Database;

namespace Tthc.Storage.Rules;

/// <summary>Finds or writes the revisions of one kind, inside the transaction of a publication.</summary>
internal sealed class RevisionWriter(StoreSession session, RevisionSql sql, DateTimeOffset publishedAt)
{
    /// <summary>Writes the revision that a publication makes; its number is the next of its code.</summary>
    public async ValueTask<long> InsertAsync(BundledRevision revision, string hash, long? publicationId) => (long)(await session.QueryAsync(
        sql.Insert, ("@code", revision.Code), ("@in_force_from", Instants.ToText(revision.InForceFrom)), ("@hash", hash),
        ("@source_path", revision.SourcePath), ("@published_at", Instants.ToMicroseconds(publishedAt)), ("@publication_id", publicationId)).ScalarAsync())!;

    /// <summary>Links a bundle to the revision of a text: that of the publication which brought it, else the one in force, else a new one.</summary>
    public async ValueTask LinkAsync(BundledRevision revision, string hash, long bundleId, (long HeadId, long? PublicationId) from)
    {
        var id = await FindAsync(sql.OwnOf, revision, hash, ("@publication_id", from.PublicationId))
            ?? await FindAsync(sql.InBundle, revision, hash, ("@bundle_id", from.HeadId))
            ?? await FindAsync(sql.NewestInForce, revision, hash)
            ?? await InsertAsync(revision, hash, from.PublicationId);
        await session.RunAsync(sql.InsertLink, ("@bundle_id", bundleId), ("@revision_id", id));
    }

    private async ValueTask<long?> FindAsync(string text, BundledRevision revision, string hash, params Parameter[] more) =>
        (long?)await session.QueryAsync(
            text, [("@code", revision.Code), ("@in_force_from", Instants.ToText(revision.InForceFrom)), ("@hash", hash), .. more]).ScalarAsync();
}
