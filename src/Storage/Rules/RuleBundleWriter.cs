using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Tthc.Storage.Database;

namespace Tthc.Storage.Rules;

/// <summary>Writes one publication, or one day's publications taking force, in one transaction.</summary>
internal sealed class RuleBundleWriter(SqliteConnection connection, RulePublicationDraft draft)
{
    private readonly RevisionWriter _procedures = new(connection, RevisionSql.Procedures, draft.PublishedAt);
    private readonly RevisionWriter _ruleSets = new(connection, RevisionSql.RuleSets, draft.PublishedAt);
    private readonly ImmutableDictionary<string, string?> _changes = draft.Changes.ToImmutableDictionary(
        change => change.Path, change => change.Content is null ? null : Hash(change.Content), StringComparer.Ordinal);

    /// <summary>Appends the publication, and the bundle unless it waits for its day.</summary>
    public Written Publish()
    {
        using var transaction = connection.BeginTransaction();
        if (draft.RequestId is not null && connection.Scalar(RuleBundleSql.PublicationIdOfRequest, ("@request_id", draft.RequestId)) is long before)
            return new Written(Outcome.PublishedBefore, default, before);
        var head = ReadHead();
        if (draft.Base is { } expected && expected != head)
            return new Written(Outcome.BaseMoved, head, 0);
        var hashes = Lay(head.BundleId);
        if (draft.EffectiveFrom is null && IsHead(hashes, head.BundleId))
            return new Written(Outcome.Nothing, head, 0);
        var id = WritePublication();
        if (draft.EffectiveFrom is null)
            WriteBundle(hashes, head.BundleId, [id]);
        else
            WriteRevisions(id);
        transaction.Commit();
        return new Written(Outcome.Published, head, id);
    }

    /// <summary>Appends the bundle of publications whose day has come.</summary>
    public void TakeForce(IReadOnlyList<long> publications)
    {
        using var transaction = connection.BeginTransaction();
        var head = ReadHead();
        var hashes = Lay(head.BundleId);
        if (IsHead(hashes, head.BundleId))
            publications.ToList().ForEach(id => Force(id, head.BundleId));
        else
            WriteBundle(hashes, head.BundleId, publications);
        transaction.Commit();
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    // Which day a procedure is in force from stands in its source, so paths and contents tell everything.
    private static string HashOf(IReadOnlyDictionary<string, string> files) => Hash(Encoding.UTF8.GetBytes(string.Concat(
        files.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}\0{pair.Value}\n"))));

    private PublicationHead ReadHead() => new(
        connection.Scalar(RuleBundleSql.Head) as long? ?? 0, (long)connection.Scalar(RuleBundleSql.NewestPublication)!);

    /// <summary>Hashes of the files of the head with the changes laid over them.</summary>
    private Dictionary<string, string> Lay(long headId)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var command = connection.Command(RuleBundleSql.FileHashes, ("@bundle_id", headId)))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
                hashes.Add(reader.GetString(0), reader.GetString(1));
        }

        foreach (var (path, hash) in _changes)
        {
            if (hash is null)
                hashes.Remove(path);
            else
                hashes[path] = hash;
        }

        return hashes;
    }

    private bool IsHead(Dictionary<string, string> hashes, long headId)
    {
        using var command = connection.Command(RuleBundleSql.ById, ("@id", headId));
        using var reader = command.ExecuteReader();
        return reader.Read() && reader.GetString(1) == HashOf(hashes);
    }

    private long WritePublication()
    {
        WriteFiles();
        var id = (long)connection.Scalar(
            RuleBundleSql.InsertPublication, ("@request_id", draft.RequestId), ("@body_hash", draft.BodyHash),
            ("@published_at", Instants.ToMicroseconds(draft.PublishedAt)), ("@author", draft.Author), ("@reason", draft.Reason),
            ("@basis", draft.Basis), ("@effective_from", draft.EffectiveFrom is { } day ? Instants.ToText(day) : null))!;
        foreach (var (path, hash) in _changes)
            connection.Run(RuleBundleSql.InsertPublicationFile, ("@publication_id", id), ("@path", path), ("@hash", hash));
        return id;
    }

    private void WriteFiles()
    {
        foreach (var change in draft.Changes)
            if (change.Content is { } content)
                connection.Run(RuleBundleSql.InsertFile, ("@hash", _changes[change.Path]), ("@content", content));
    }

    private void WriteBundle(Dictionary<string, string> hashes, long headId, IReadOnlyList<long> publications)
    {
        var id = (long)connection.Scalar(
            RuleBundleSql.InsertBundle, ("@hash", HashOf(hashes)), ("@published_at", Instants.ToMicroseconds(draft.PublishedAt)),
            ("@published_by", draft.Author), ("@note", draft.Reason))!;
        foreach (var (path, hash) in hashes)
            connection.Run(RuleBundleSql.InsertBundleFile, ("@bundle_id", id), ("@path", path), ("@hash", hash));
        foreach (var publication in publications)
            Force(publication, id);
        foreach (var procedure in draft.Procedures)
            _procedures.Link(procedure, hashes[procedure.SourcePath], id, (headId, BroughtBy(procedure, publications)));
        foreach (var ruleSet in draft.RuleSets)
            _ruleSets.Link(ruleSet, hashes[ruleSet.SourcePath], id, (headId, BroughtBy(ruleSet, publications)));
    }

    /// <summary>The newest of the publications that changes a file; null when none does.</summary>
    private long? BroughtBy(BundledRevision revision, IReadOnlyList<long> publications)
    {
        if (publications.Count == 1)
            return _changes.ContainsKey(revision.SourcePath) ? publications[0] : null;
        foreach (var id in publications.OrderDescending())
            if (connection.Scalar("select 1 from publication_file where publication_id = @id and path = @path", ("@id", id), ("@path", revision.SourcePath)) is not null)
                return id;
        return null;
    }

    private void WriteRevisions(long publicationId)
    {
        foreach (var procedure in draft.Procedures)
            if (_changes.GetValueOrDefault(procedure.SourcePath) is { } hash)
                _procedures.Insert(procedure, hash, publicationId);
        foreach (var ruleSet in draft.RuleSets)
            if (_changes.GetValueOrDefault(ruleSet.SourcePath) is { } hash)
                _ruleSets.Insert(ruleSet, hash, publicationId);
    }

    private void Force(long publicationId, long bundleId) =>
        connection.Run(RuleBundleSql.InsertForce, ("@publication_id", publicationId), ("@bundle_id", bundleId));
}

/// <summary>What a writer did.</summary>
internal enum Outcome
{
    Published,
    Nothing,
    PublishedBefore,
    BaseMoved,
}

/// <summary>What a writer did, what was the head, and the publication that was written or had been before.</summary>
internal sealed record Written(Outcome Outcome, PublicationHead Head, long PublicationId);
