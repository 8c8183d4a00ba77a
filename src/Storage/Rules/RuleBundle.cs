using System.Collections.Immutable;

namespace Tthc.Storage.Rules;

/// <summary>One file under the rules folder, kept by its content.</summary>
/// <param name="Path">Relative path with forward slashes.</param>
/// <param name="Content">The bytes as the author wrote them.</param>
public sealed record RuleFile(string Path, byte[] Content);

/// <summary>A procedure that a bundle puts in force.</summary>
/// <param name="Code">Procedure code.</param>
/// <param name="InForceFrom">The day from which dossiers are received under it.</param>
/// <param name="SourcePath">Its file, one of the bundle's.</param>
public sealed record BundledProcedure(string Code, DateOnly InForceFrom, string SourcePath);

/// <summary>A bundle to be published, checked by the caller.</summary>
public sealed record RuleBundleDraft
{
    /// <summary>Every file.</summary>
    public required ImmutableArray<RuleFile> Files { get; init; }

    /// <summary>Every procedure.</summary>
    public required ImmutableArray<BundledProcedure> Procedures { get; init; }

    /// <summary>The bundle it was made from, which must still be the head; null for whatever is.</summary>
    public long? BaseBundleId { get; init; }

    /// <summary>Who publishes it.</summary>
    public required string PublishedBy { get; init; }

    /// <summary>Why, in the publisher's words.</summary>
    public string Note { get; init; } = "";

    /// <summary>When.</summary>
    public required DateTimeOffset PublishedAt { get; init; }
}

/// <summary>A published bundle without its files.</summary>
/// <param name="Id">1, 2, 3 … in the order of publishing.</param>
/// <param name="Hash">SHA-256 over paths and contents, lower-case hexadecimal.</param>
/// <param name="PublishedAt">When.</param>
/// <param name="PublishedBy">Who.</param>
/// <param name="Note">Why.</param>
public sealed record RuleBundleRow(long Id, string Hash, DateTimeOffset PublishedAt, string PublishedBy, string Note);

/// <summary>A published bundle.</summary>
/// <param name="Row">Which one.</param>
/// <param name="Files">Its files by path.</param>
/// <param name="Procedures">The procedure revisions it puts in force.</param>
public sealed record RuleBundle(
    RuleBundleRow Row, ImmutableArray<RuleFile> Files, ImmutableArray<ProcedureRevisionRow> Procedures);

/// <summary>One revision of a procedure: what dossiers are pinned to.</summary>
/// <param name="Id">Identity for ever.</param>
/// <param name="Code">Procedure code.</param>
/// <param name="InForceFrom">The day from which dossiers are received under it.</param>
/// <param name="Number">1, 2, 3 … within the procedure.</param>
/// <param name="Hash">SHA-256 of its source, lower-case hexadecimal.</param>
/// <param name="SourcePath">The file it was read from.</param>
/// <param name="PublishedAt">When it was first published.</param>
public sealed record ProcedureRevisionRow(
    long Id, string Code, DateOnly InForceFrom, int Number, string Hash, string SourcePath, DateTimeOffset PublishedAt);

/// <summary>A procedure revision with its source.</summary>
/// <param name="Row">Which one.</param>
/// <param name="Content">The source as it was published.</param>
public sealed record ProcedureSource(ProcedureRevisionRow Row, byte[] Content);

/// <summary>What became of a bundle to be published.</summary>
public abstract record PublishOutcome;

/// <summary>The bundle is the head.</summary>
/// <param name="Bundle">As published.</param>
/// <param name="IsNew">False when the head had the same content already and was left as it is.</param>
public sealed record BundlePublished(RuleBundle Bundle, bool IsNew) : PublishOutcome;

/// <summary>Someone published in between: nothing is written.</summary>
/// <param name="HeadId">The bundle that is the head now; 0 for none.</param>
public sealed record BundleBaseMoved(long HeadId) : PublishOutcome;
