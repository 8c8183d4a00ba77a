using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Tthc.Storage.Database;

namespace Tthc.Storage.Rules;

/// <summary>Writes one bundle in one transaction.</summary>
internal sealed class RuleBundlePublication(SqliteConnection connection, RuleBundleDraft draft)
{
    private readonly ImmutableDictionary<string, string> _hashes = draft.Files.ToImmutableDictionary(
        file => file.Path, file => Hash(file.Content), StringComparer.Ordinal);

    /// <summary>
    /// The new bundle's id; the head's id when it has the same content; or what the head is when it moved.
    /// </summary>
    public (long Id, bool IsNew, bool BaseMoved) Write()
    {
        using var transaction = connection.BeginTransaction();
        var (headId, headHash) = ReadHead();
        if (draft.BaseBundleId is { } expected && expected != headId)
            return (headId, false, true);
        var hash = HashOfAll();
        if (hash == headHash)
            return (headId, false, false);
        foreach (var file in draft.Files)
            connection.Run(RuleBundleSql.InsertFile, ("@hash", _hashes[file.Path]), ("@content", file.Content));
        var id = WriteBundle(hash);
        foreach (var procedure in draft.Procedures)
        {
            connection.Run(
                RuleBundleSql.InsertBundleProcedure, ("@bundle_id", id), ("@revision_id", RevisionOf(procedure)));
        }

        transaction.Commit();
        return (id, true, false);
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    // Which day a procedure is in force from stands in its source, so paths and contents tell everything.
    private string HashOfAll() => Hash(Encoding.UTF8.GetBytes(string.Concat(
        _hashes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}\0{pair.Value}\n"))));

    private (long Id, string? Hash) ReadHead()
    {
        using var command = connection.Command(RuleBundleSql.Head);
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetString(1)) : (0, null);
    }

    private long WriteBundle(string hash)
    {
        var id = (long)connection.Scalar(
            RuleBundleSql.InsertBundle, ("@hash", hash), ("@published_at", Instants.ToMicroseconds(draft.PublishedAt)),
            ("@published_by", draft.PublishedBy), ("@note", draft.Note))!;
        foreach (var (path, fileHash) in _hashes)
            connection.Run(RuleBundleSql.InsertBundleFile, ("@bundle_id", id), ("@path", path), ("@hash", fileHash));
        return id;
    }

    private long RevisionOf(BundledProcedure procedure)
    {
        var hash = _hashes[procedure.SourcePath];
        var day = Instants.ToText(procedure.InForceFrom);
        using (var command = connection.Command(
            RuleBundleSql.NewestRevision, ("@code", procedure.Code), ("@in_force_from", day)))
        using (var reader = command.ExecuteReader())
        {
            if (reader.Read() && reader.GetString(1) == hash)
                return reader.GetInt64(0);
        }

        return (long)connection.Scalar(
            RuleBundleSql.InsertRevision, ("@code", procedure.Code), ("@in_force_from", day), ("@hash", hash),
            ("@source_path", procedure.SourcePath), ("@published_at", Instants.ToMicroseconds(draft.PublishedAt)))!;
    }
}
