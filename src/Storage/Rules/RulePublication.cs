using System.Collections.Immutable;

namespace Tthc.Storage.Rules;

/// <summary>A file that a publication changes.</summary>
/// <param name="Path">Relative path with forward slashes.</param>
/// <param name="Content">The bytes as the author wrote them; null: the file is removed.</param>
public sealed record RuleFileChange(string Path, byte[]? Content);

/// <summary>Changes to be published, checked by the caller.</summary>
public sealed record RulePublicationDraft
{
    /// <summary>What changes against the head bundle.</summary>
    public required ImmutableArray<RuleFileChange> Changes { get; init; }

    /// <summary>Every procedure of the bundle that comes of it; of one that waits for its day, those in the changed files are enough.</summary>
    public required ImmutableArray<BundledRevision> Procedures { get; init; }

    /// <summary>The rule sets, in the same way.</summary>
    public ImmutableArray<BundledRevision> RuleSets { get; init; } = [];

    /// <summary>What it was made from, which must still be the newest; null for whatever is.</summary>
    public PublicationHead? Base { get; init; }

    /// <summary>Who publishes it.</summary>
    public required string Author { get; init; }

    /// <summary>Why, in the author's words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The legal basis, in the author's words.</summary>
    public string Basis { get; init; } = "";

    /// <summary>The local day from which it is in force; null: at once.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Identifier of the call, for its repetition; null: none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Hash of the call's content, to tell a repetition from another use of its identifier.</summary>
    public byte[]? BodyHash { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset PublishedAt { get; init; }
}

/// <summary>Publications whose day has come, laid over the head bundle by the caller.</summary>
/// <param name="Publications">Which; all of them count as in force afterwards, also those overtaken by a later one.</param>
/// <param name="Draft">The changes that are left of them, with every procedure and rule set of the bundle that comes of it.</param>
public sealed record RuleForceDraft(ImmutableArray<long> Publications, RulePublicationDraft Draft);

/// <summary>The newest bundle and the newest publication; 0 for none.</summary>
/// <param name="BundleId">The bundle.</param>
/// <param name="PublicationId">The publication.</param>
public readonly record struct PublicationHead(long BundleId, long PublicationId);

/// <summary>One act of publishing.</summary>
/// <param name="Id">1, 2, 3 … in the order of publishing.</param>
/// <param name="PublishedAt">When.</param>
/// <param name="Author">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="Basis">The legal basis.</param>
/// <param name="EffectiveFrom">The local day from which it is in force; null: at once.</param>
/// <param name="BundleId">The first bundle that carries it; null while it waits for its day.</param>
public sealed record PublicationRow(
    long Id, DateTimeOffset PublishedAt, string Author, string Reason, string Basis, DateOnly? EffectiveFrom, long? BundleId);

/// <summary>A publication with the revisions it made.</summary>
/// <param name="Row">Which one.</param>
/// <param name="Procedures">Of procedures.</param>
/// <param name="RuleSets">Of rule sets.</param>
/// <param name="BodyHash">Hash of the call that made it; null when it was none.</param>
public sealed record Publication(
    PublicationRow Row, ImmutableArray<RevisionRow> Procedures, ImmutableArray<RevisionRow> RuleSets, byte[]? BodyHash);

/// <summary>A publication that waits for its day, with its files.</summary>
/// <param name="Publication">Which one.</param>
/// <param name="Changes">What it changes.</param>
public sealed record PendingPublication(Publication Publication, ImmutableArray<PendingChange> Changes);

/// <summary>A file that a waiting publication changes.</summary>
/// <param name="Change">The change.</param>
/// <param name="IsOvertaken">A later publication of the same file is in force already, so this one never will be.</param>
public sealed record PendingChange(RuleFileChange Change, bool IsOvertaken);

/// <summary>What became of changes to be published.</summary>
public abstract record PublishOutcome;

/// <summary>They are on the disk.</summary>
/// <param name="Publication">As published.</param>
/// <param name="Bundle">The bundle that it made; null while it waits for its day.</param>
public sealed record Published(Publication Publication, RuleBundle? Bundle) : PublishOutcome;

/// <summary>The head has the same content already: nothing is written.</summary>
/// <param name="Bundle">The head.</param>
public sealed record NothingToPublish(RuleBundle Bundle) : PublishOutcome;

/// <summary>The identifier of the call was used before: nothing is written.</summary>
/// <param name="Publication">What it published then.</param>
public sealed record PublishedBefore(Publication Publication) : PublishOutcome;

/// <summary>Someone published in between: nothing is written.</summary>
/// <param name="Head">What is newest now.</param>
public sealed record PublicationBaseMoved(PublicationHead Head) : PublishOutcome;
