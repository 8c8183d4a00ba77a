using System.Collections.Immutable;
using Tthc.Storage.Rules;
using Tthc.Text.Diagnostics;

namespace Tthc.Engine.Rules;

/// <summary>What somebody wants to publish: changed files, who, why, on which basis, from when. The same for a call, the command line, the console and the folder.</summary>
internal sealed record RulePublication
{
    /// <summary>The folder's edits come without a base: whoever edits it sees the files themselves.</summary>
    public const string FolderAuthor = "folder";

    public required ImmutableArray<FileEdit> Edits { get; init; }

    public required string Author { get; init; }

    public string Reason { get; init; } = "";

    public string Basis { get; init; } = "";

    /// <summary>Local day; null, today or earlier: at once.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    public string? RequestId { get; init; }

    public byte[]? BodyHash { get; init; }

    public bool IsFromFolder => Author == FolderAuthor;
}

/// <summary>A file to be changed.</summary>
/// <param name="Path">Below the rules folder, with forward slashes.</param>
/// <param name="Content">Null: removed.</param>
/// <param name="Base">The revision it was made from, as number-hash or as hash; empty: there is none; null: whatever is there.</param>
internal sealed record FileEdit(string Path, byte[]? Content, string? Base);

/// <summary>What became of it.</summary>
internal abstract record PublishResult
{
    private PublishResult()
    {
    }

    /// <summary>What there is to say about files that were accepted.</summary>
    public ImmutableArray<Diagnostic> Hints => this switch { Done done => done.Diagnostics, Unchanged unchanged => unchanged.Diagnostics, _ => [] };

    /// <summary>On the disk, and in force unless it waits for its day.</summary>
    public sealed record Done(Publication Publication, ImmutableArray<Diagnostic> Diagnostics, bool Replayed) : PublishResult;

    /// <summary>What is in force has this content already.</summary>
    public sealed record Unchanged(ImmutableArray<Diagnostic> Diagnostics) : PublishResult;

    /// <summary>Mistakes; nothing is written.</summary>
    /// <param name="Diagnostics">All of them.</param>
    /// <param name="Day">The day on which the set would not hold together, when it is one to come.</param>
    public sealed record Mistaken(ImmutableArray<Diagnostic> Diagnostics, DateOnly? Day) : PublishResult;

    /// <summary>Somebody published the file in between; nothing is written.</summary>
    /// <param name="Path">Which file.</param>
    /// <param name="Head">Its newest revision; empty: the file is not there.</param>
    public sealed record BaseMoved(string Path, string Head) : PublishResult;

    /// <summary>The file in the folder is not the one in force: somebody's edit there would be lost.</summary>
    public sealed record FolderEdited(string Path) : PublishResult;

    /// <summary>The folder cannot be written, so it would silently disagree with the store.</summary>
    public sealed record FolderClosed(string Folder, string Reason) : PublishResult;

    /// <summary>The request id belongs to another call.</summary>
    public sealed record RequestReused : PublishResult;
}
