using System.Collections.Immutable;

namespace Tthc.Storage.Rules;

/// <summary>One file under the rules folder, kept by its content.</summary>
/// <param name="Path">Relative path with forward slashes.</param>
/// <param name="Content">The bytes as the author wrote them.</param>
public sealed record RuleFile(string Path, byte[] Content);

/// <summary>A procedure or a rule set that a bundle puts in force.</summary>
/// <param name="Code">Procedure code, or name of the rule set.</param>
/// <param name="InForceFrom">The day its text says it is in force from.</param>
/// <param name="SourcePath">Its file, one of the bundle's.</param>
public sealed record BundledRevision(string Code, DateOnly InForceFrom, string SourcePath);

/// <summary>A published bundle without its files.</summary>
/// <param name="Id">1, 2, 3 … in the order of publishing.</param>
/// <param name="Hash">SHA-256 over paths and contents, lower-case hexadecimal.</param>
/// <param name="PublishedAt">When it took force.</param>
/// <param name="PublishedBy">Who.</param>
/// <param name="Note">Why.</param>
public sealed record RuleBundleRow(long Id, string Hash, DateTimeOffset PublishedAt, string PublishedBy, string Note);

/// <summary>A published bundle.</summary>
/// <param name="Row">Which one.</param>
/// <param name="Files">Its files by path.</param>
/// <param name="Procedures">The procedure revisions it puts in force.</param>
/// <param name="RuleSets">The rule set revisions it puts in force.</param>
public sealed record RuleBundle(
    RuleBundleRow Row, ImmutableArray<RuleFile> Files, ImmutableArray<RevisionRow> Procedures, ImmutableArray<RevisionRow> RuleSets);

/// <summary>Of what a revision is.</summary>
public enum RevisionKind
{
    /// <summary>A procedure: what dossiers are pinned to.</summary>
    Procedure = 1,

    /// <summary>A rule set: what verdicts name.</summary>
    RuleSet = 2,
}

/// <summary>One revision of a procedure or a rule set. Never changed, never removed.</summary>
/// <param name="Id">Identity for ever within its kind.</param>
/// <param name="Code">Procedure code, or name of the rule set.</param>
/// <param name="InForceFrom">The day its text says it is in force from.</param>
/// <param name="Number">1, 2, 3 … within the code.</param>
/// <param name="Hash">SHA-256 of its source, lower-case hexadecimal.</param>
/// <param name="SourcePath">The file it was read from.</param>
/// <param name="PublishedAt">When it was first published.</param>
public sealed record RevisionRow(
    long Id, string Code, DateOnly InForceFrom, int Number, string Hash, string SourcePath, DateTimeOffset PublishedAt)
{
    /// <summary>The act that published it; null for what was published before those acts were kept.</summary>
    public PublicationRow? Publication { get; init; }

    /// <summary>Number of the revision it replaced; null for the first of its day.</summary>
    public int? BaseNumber { get; init; }
}

/// <summary>A revision with its source.</summary>
/// <param name="Row">Which one.</param>
/// <param name="Content">The source as it was published.</param>
public sealed record RevisionSource(RevisionRow Row, byte[] Content);
