using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Tthc.Storage.Database;

namespace Tthc.Storage.Rules;

/// <summary>Writes one publication, or one day's publications taking force, inside the transaction it is given.</summary>
internal sealed class RuleBundleWriter(StoreSession session, RulePublicationDraft draft)
{
    private readonly RevisionWriter _procedures = new(session, RevisionSql.Procedures, draft.PublishedAt);
    private readonly RevisionWriter _ruleSets = new(session, RevisionSql.RuleSets, draft.PublishedAt);
    private readonly ImmutableDictionary<string, string?> _changes = draft.Changes.ToImmutableDictionary(
        change => change.Path, change => change.Content is null ? null : Hash(change.Content), StringComparer.Ordinal);

    /// <summary>Appends the publication, and the bundle unless it waits for its day.</summary>
    public async ValueTask<Written> PublishAsync()
    {
        if (draft.RequestId is not null
            && await session.QueryAsync(RuleBundleSql.PublicationIdOfRequest, ("@request_id", draft.RequestId)).ScalarAsync() is long before)
            return new Written(Outcome.PublishedBefore, default, before);
        var head = await ReadHeadAsync();
        if (draft.Base is { } expected && expected != head)
            return new Written(Outcome.BaseMoved, head, 0);
        var hashes = await LayAsync(head.BundleId);
        if (draft.EffectiveFrom is null && await IsHeadAsync(hashes, head.BundleId))
            return new Written(Outcome.Nothing, head, 0);
        var id = await WritePublicationAsync();
        if (draft.EffectiveFrom is null)
            await WriteBundleAsync(hashes, head.BundleId, [id]);
        else
            await WriteRevisionsAsync(id);
        return new Written(Outcome.Published, head, id);
    }

    /// <summary>Puts publications in force whose day has come; the number of the bundle that carries them, 0 when its base has moved.</summary>
    public async ValueTask<long> TakeForceAsync(IReadOnlyList<long> publications)
    {
        var head = await ReadHeadAsync();
        if (draft.Base is { } expected && expected != head)
            return 0;
        var hashes = await LayAsync(head.BundleId);
        if (!await IsHeadAsync(hashes, head.BundleId))
            return await WriteBundleAsync(hashes, head.BundleId, publications);
        foreach (var id in publications)
            await ForceAsync(id, head.BundleId);
        return head.BundleId;
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    // Which day a procedure is in force from stands in its source, so paths and contents tell everything.
    private static string HashOf(IReadOnlyDictionary<string, string> files) => Hash(Encoding.UTF8.GetBytes(string.Concat(
        files.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}\0{pair.Value}\n"))));

    private async ValueTask<PublicationHead> ReadHeadAsync() => new(
        await session.QueryAsync(RuleBundleSql.Head).ScalarAsync() as long? ?? 0,
        (long)(await session.QueryAsync(RuleBundleSql.NewestPublication).ScalarAsync())!);

    /// <summary>Hashes of the files of the head with the changes laid over them.</summary>
    private async ValueTask<Dictionary<string, string>> LayAsync(long headId)
    {
        var files = await session.QueryAsync(RuleBundleSql.FileHashes, ("@bundle_id", headId))
            .AllAsync(reader => (Path: reader.GetString(0), Hash: reader.GetString(1)));
        var hashes = files.ToDictionary(file => file.Path, file => file.Hash, StringComparer.Ordinal);
        foreach (var (path, hash) in _changes)
        {
            if (hash is null)
                hashes.Remove(path);
            else
                hashes[path] = hash;
        }

        return hashes;
    }

    private async ValueTask<bool> IsHeadAsync(Dictionary<string, string> hashes, long headId) =>
        await session.QueryAsync(RuleBundleSql.ById, ("@id", headId)).OneAsync(RuleRows.Bundle) is { } head && head.Hash == HashOf(hashes);

    private async ValueTask<long> WritePublicationAsync()
    {
        await WriteFilesAsync();
        var id = (long)(await session.QueryAsync(
            RuleBundleSql.InsertPublication, ("@request_id", draft.RequestId), ("@body_hash", draft.BodyHash),
            ("@published_at", Instants.ToMicroseconds(draft.PublishedAt)), ("@author", draft.Author), ("@reason", draft.Reason),
            ("@basis", draft.Basis), ("@effective_from", draft.EffectiveFrom is { } day ? Instants.ToText(day) : null)).ScalarAsync())!;
        foreach (var (path, hash) in _changes)
            await session.RunAsync(RuleBundleSql.InsertPublicationFile, ("@publication_id", id), ("@path", path), ("@hash", hash));
        return id;
    }

    private async ValueTask WriteFilesAsync()
    {
        foreach (var change in draft.Changes)
            if (change.Content is { } content)
                await session.RunAsync(RuleBundleSql.InsertFile, ("@hash", _changes[change.Path]), ("@content", content));
    }

    private async ValueTask<long> WriteBundleAsync(Dictionary<string, string> hashes, long headId, IReadOnlyList<long> publications)
    {
        await session.FenceCommitsAsync();
        var id = (long)(await session.QueryAsync(
            RuleBundleSql.InsertBundle, ("@hash", HashOf(hashes)), ("@published_at", Instants.ToMicroseconds(draft.PublishedAt)),
            ("@published_by", draft.Author), ("@note", draft.Reason)).ScalarAsync())!;
        foreach (var (path, hash) in hashes)
            await session.RunAsync(RuleBundleSql.InsertBundleFile, ("@bundle_id", id), ("@path", path), ("@hash", hash));
        foreach (var publication in publications)
            await ForceAsync(publication, id);
        foreach (var procedure in draft.Procedures)
            await _procedures.LinkAsync(procedure, hashes[procedure.SourcePath], id, (headId, await BroughtByAsync(procedure, publications)));
        foreach (var ruleSet in draft.RuleSets)
            await _ruleSets.LinkAsync(ruleSet, hashes[ruleSet.SourcePath], id, (headId, await BroughtByAsync(ruleSet, publications)));
        return id;
    }

    /// <summary>The newest of the publications that changes a file; null when none does.</summary>
    private async ValueTask<long?> BroughtByAsync(BundledRevision revision, IReadOnlyList<long> publications)
    {
        if (publications.Count == 1)
            return _changes.ContainsKey(revision.SourcePath) ? publications[0] : null;
        foreach (var id in publications.OrderDescending())
            if (await session.QueryAsync(RuleBundleSql.PublicationOfFile, ("@id", id), ("@path", revision.SourcePath)).ScalarAsync() is not null)
                return id;
        return null;
    }

    private async ValueTask WriteRevisionsAsync(long publicationId)
    {
        foreach (var procedure in draft.Procedures)
            if (_changes.GetValueOrDefault(procedure.SourcePath) is { } hash)
                await _procedures.InsertAsync(procedure, hash, publicationId);
        foreach (var ruleSet in draft.RuleSets)
            if (_changes.GetValueOrDefault(ruleSet.SourcePath) is { } hash)
                await _ruleSets.InsertAsync(ruleSet, hash, publicationId);
    }

    private ValueTask<int> ForceAsync(long publicationId, long bundleId) =>
        session.RunAsync(RuleBundleSql.InsertForce, ("@publication_id", publicationId), ("@bundle_id", bundleId));
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
