using Microsoft.Data.Sqlite;
using Tthc.Storage.Database;

namespace Tthc.Storage.Rules;

/// <summary>Finds or writes the revisions of one kind, inside the transaction of a publication.</summary>
internal sealed class RevisionWriter(SqliteConnection connection, RevisionSql sql, DateTimeOffset publishedAt)
{
    /// <summary>Writes the revision that a publication makes; its number is the next of its code.</summary>
    public long Insert(BundledRevision revision, string hash, long? publicationId) => (long)connection.Scalar(
        sql.Insert, ("@code", revision.Code), ("@in_force_from", Instants.ToText(revision.InForceFrom)), ("@hash", hash),
        ("@source_path", revision.SourcePath), ("@published_at", Instants.ToMicroseconds(publishedAt)), ("@publication_id", publicationId))!;

    /// <summary>Links a bundle to the revision of a text: that of the publication which brought it, else the one in force, else a new one.</summary>
    public void Link(BundledRevision revision, string hash, long bundleId, (long HeadId, long? PublicationId) from)
    {
        var id = Find(sql.OwnOf, revision, hash, ("@publication_id", from.PublicationId))
            ?? Find(sql.InBundle, revision, hash, ("@bundle_id", from.HeadId))
            ?? Find(sql.NewestInForce, revision, hash)
            ?? Insert(revision, hash, from.PublicationId);
        connection.Run(sql.InsertLink, ("@bundle_id", bundleId), ("@revision_id", id));
    }

    private long? Find(string text, BundledRevision revision, string hash, params ReadOnlySpan<(string Name, object? Value)> more) =>
        (long?)connection.Scalar(text, [("@code", revision.Code), ("@in_force_from", Instants.ToText(revision.InForceFrom)), ("@hash", hash), .. more]);
}
