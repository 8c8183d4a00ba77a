using System.Collections.Immutable;
using System.Security.Cryptography;
using Tthc.Storage.Rules;
using Tthc.Text;

namespace Tthc.Engine.Rules;

/// <summary>What is published: the head bundle, and what waits for its day. Of a file's publications whose day has come, the newest counts.</summary>
internal sealed class PublishedRules(RuleBundle? head, ImmutableArray<PendingPublication> pending)
{
    public RuleBundle? Head => head;

    /// <summary>What was newest when this was read, or a moment before.</summary>
    public PublicationHead Base { get; init; }

    /// <summary>The days to come on which something takes force, in order.</summary>
    public IEnumerable<DateOnly> DaysAfter(DateOnly today) => pending.Select(p => p.Publication.Row.EffectiveFrom!.Value).Where(d => d > today).Distinct().Order();

    public ImmutableArray<PendingPublication> DueOn(DateOnly day) => [.. pending.Where(p => p.Publication.Row.EffectiveFrom <= day)];

    /// <summary>The changes against the head that are in force on a day.</summary>
    public ImmutableArray<RuleFileChange> ChangesOn(DateOnly day)
    {
        var changes = new SortedDictionary<string, RuleFileChange>(StringComparer.Ordinal);
        foreach (var change in DueOn(day).SelectMany(p => p.Changes).Where(c => !c.IsOvertaken))
            changes[change.Change.Path] = change.Change;
        return [.. changes.Values];
    }

    /// <summary>The files of the head with changes laid over them; a later change of the same file wins.</summary>
    public IReadOnlyDictionary<string, byte[]> Lay(params IEnumerable<RuleFileChange> changes)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in head?.Files ?? [])
            files[file.Path] = file.Content;
        foreach (var change in changes)
            if (change.Content is { } content)
                files[change.Path] = content;
            else
                files.Remove(change.Path);
        return files;
    }

    /// <summary>The newest content of a file, one that waits for its day included, and what people call it; null: there is none.</summary>
    public (string Hash, string Label)? Newest(string path)
    {
        foreach (var waiting in pending.Reverse())
            if (waiting.Changes.FirstOrDefault(c => !c.IsOvertaken && c.Change.Path == path) is { } change)
                return change.Change.Content is { } content ? Named(Hash(content), [.. waiting.Publication.Procedures, .. waiting.Publication.RuleSets], path) : null;
        return head?.Files.FirstOrDefault(f => f.Path == path) is { } file
            ? Named(Hash(file.Content), [.. head.Procedures, .. head.RuleSets], path)
            : null;
    }

    /// <summary>Whether an edit was made from the newest content of its file.</summary>
    public bool IsMadeFromNewest(FileEdit edit)
    {
        if (edit.Base is null)
            return true;
        return Newest(edit.Path) is { } newest
            ? edit.Base == newest.Label || (edit.Base.Length >= RuleLabels.HashLength && newest.Hash.StartsWith(edit.Base, StringComparison.Ordinal))
            : edit.Base.Length == 0;
    }

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static ImmutableArray<SourceText> Texts(IReadOnlyDictionary<string, byte[]> files) => [.. files.Select(f => SourceText.FromUtf8(f.Key, f.Value))];

    private static (string, string) Named(string hash, ImmutableArray<RevisionRow> rows, string path) =>
        (hash, rows.FirstOrDefault(r => r.SourcePath == path) is { } row ? RuleLabels.Of(row) : hash[..RuleLabels.HashLength]);
}

/// <summary>Revisions as people name them: number and the beginning of the content hash.</summary>
internal static class RuleLabels
{
    public const int HashLength = 12;

    public static string Of(RevisionRow row) => $"{row.Number}-{row.Hash[..HashLength]}";
}
