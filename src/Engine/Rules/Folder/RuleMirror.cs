using System.Collections.Immutable;
using Tthc.Storage.Rules;

namespace Tthc.Engine.Rules.Folder;

/// <summary>
/// The rules folder of an engine. Alone on its store, whatever stands in the folder otherwise than in force is an edit. Among several engines a folder may also
/// just be behind: a mark in it tells which bundle it was last in step with, so that an old copy of the files never comes back as an edit.
/// </summary>
internal sealed class RuleMirror(RuleFolder folder, RuleBundleStore store, bool isShared)
{
    private const string Mark = ".in-force";

    public RuleFolder Folder => folder;

    /// <summary>Whether other engines may publish too.</summary>
    public bool IsShared => isShared;

    /// <summary>What the folder says against the bundle in force.</summary>
    /// <exception cref="IOException">A file could not be read just now.</exception>
    public async Task<FolderState> LookAsync(RuleBundle? head, CancellationToken cancellation)
    {
        var files = folder.Read();
        var differing = BundleRevisions.FolderEdits(files, head);
        if (!isShared || head is null || differing.IsEmpty)
            return new FolderState(files.Count == 0, differing, [], head);
        if (await BaseAsync(head, cancellation) is not { } from)
            return new FolderState(files.Count == 0, [], [.. differing.Select(e => e.Path)], null);
        var (edits, contested) = (ImmutableArray.CreateBuilder<FileEdit>(), ImmutableArray.CreateBuilder<string>());
        foreach (var edit in BundleRevisions.FolderEdits(files, from))
            if (IsSame(ContentOf(head, edit.Path), ContentOf(from, edit.Path)))
                edits.Add(edit);
            else if (!IsSame(ContentOf(head, edit.Path), edit.Content))
                contested.Add(edit.Path);
        return new FolderState(files.Count == 0, edits.ToImmutable(), contested.ToImmutable(), from);
    }

    /// <summary>Brings the files that nobody edited here to the bundle in force, and marks the folder as in step with it.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public async Task FollowAsync(RuleBundle head, CancellationToken cancellation)
    {
        if (!isShared || !folder.IsSource || await LookAsync(head, cancellation) is not { From: not null, Contested.IsEmpty: true } state)
            return;
        var edited = state.Edits.Select(e => e.Path).ToHashSet(StringComparer.Ordinal);
        var behind = BundleRevisions.FolderEdits(folder.Read(), head).Where(e => !edited.Contains(e.Path)).Select(e => new RuleFileChange(e.Path, ContentOf(head, e.Path)));
        FolderChange.Prepare(folder, [.. behind]).Finish();
        var mark = folder.PlaceOf(Mark);
        if (!File.Exists(mark) || await File.ReadAllTextAsync(mark, cancellation) != head.Row.Hash)
            await File.WriteAllTextAsync(mark, head.Row.Hash, cancellation);
    }

    /// <summary>The bundle the folder was last in step with; null when it never was with this store.</summary>
    private async Task<RuleBundle?> BaseAsync(RuleBundle head, CancellationToken cancellation)
    {
        var mark = folder.PlaceOf(Mark);
        if (!File.Exists(mark))
            return null;
        var hash = (await File.ReadAllTextAsync(mark, cancellation)).Trim();
        return hash == head.Row.Hash ? head : await store.FindAsync(hash, cancellation);
    }

    private static byte[]? ContentOf(RuleBundle bundle, string path) => bundle.Files.FirstOrDefault(f => f.Path == path)?.Content;

    private static bool IsSame(byte[]? one, byte[]? other) => one is null || other is null ? one == other : one.AsSpan().SequenceEqual(other);
}

/// <summary>What a rules folder says against the bundle in force.</summary>
/// <param name="IsEmpty">There are no rule files.</param>
/// <param name="Edits">What was edited here and nowhere else.</param>
/// <param name="Contested">Files that stand here otherwise and were changed elsewhere too, or of which nobody knows where they come from.</param>
/// <param name="From">The bundle it was last in step with; null when it is not known.</param>
internal sealed record FolderState(bool IsEmpty, ImmutableArray<FileEdit> Edits, ImmutableArray<string> Contested, RuleBundle? From);
