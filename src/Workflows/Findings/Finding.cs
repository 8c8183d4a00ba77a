using System.Text.Json.Serialization;

namespace Tthc.Workflows.Findings;

/// <summary>What a rule found in a dossier. It is cleared, never deleted.</summary>
public sealed record Finding
{
    /// <summary>Number within the dossier, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Id of the rule, such as V01.</summary>
    public required string Rule { get; init; }

    /// <summary>Name of its rule set.</summary>
    public required string RuleSet { get; init; }

    /// <summary>Stored revision of that rule set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long Revision { get; init; }

    /// <summary>Violation, reminder, or what could not be told.</summary>
    public FindingKind Kind { get; init; }

    /// <summary>How grave it is.</summary>
    public FindingSeverity Severity { get; init; }

    /// <summary>Whether it is about what happened, or about what the system says happened.</summary>
    public FindingTrack Track { get; init; }

    /// <summary>Since when it holds: the legal instant, whenever that was observed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The duty it put on somebody; null: none.</summary>
    public Obligation? Obligation { get; init; }

    /// <summary>When it was cleared; null while it stands.</summary>
    public DateTimeOffset? ClearedAt { get; init; }

    /// <summary>Why it was cleared.</summary>
    public ClearingReason ClearedBy { get; init; }

    /// <summary>Whether it stands.</summary>
    [JsonIgnore]
    public bool IsOpen => ClearedAt is null;
}

/// <summary>Kinds of findings.</summary>
public enum FindingKind
{
    /// <summary>The rule holds.</summary>
    Violation = 0,

    /// <summary>The rule cannot be judged: a fact is missing. Neither compliance nor violation.</summary>
    Undetermined = 1,

    /// <summary>Nothing is wrong, or not by this rule: somebody is told that something is due, or that it was not done.</summary>
    Reminder = 2,
}

/// <summary>How grave a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth a look.</summary>
    Low = 0,

    /// <summary>To be mended.</summary>
    Medium = 1,

    /// <summary>Somebody answers for it.</summary>
    High = 2,
}

/// <summary>Lateness in fact and lateness on the system are two things and never made from each other; so are findings.</summary>
public enum FindingTrack
{
    /// <summary>About what happened.</summary>
    Fact = 0,

    /// <summary>About what the system says.</summary>
    System = 1,
}

/// <summary>Why a finding was cleared.</summary>
public enum ClearingReason
{
    /// <summary>It stands.</summary>
    None = 0,

    /// <summary>The rule does not hold any more.</summary>
    Resolved = 1,

    /// <summary>What could not be told is told now.</summary>
    Determined = 2,

    /// <summary>The rule is not in force for this dossier any more.</summary>
    RuleWithdrawn = 3,
}

/// <summary>A duty opened by a finding, with its own clock.</summary>
/// <param name="Kind">Which, such as apology-slip.</param>
/// <param name="DueAt">Until when; null: no limit is given.</param>
public sealed record Obligation(string Kind, DateTimeOffset? DueAt)
{
    /// <summary>When it was discharged; null while it is owed.</summary>
    public DateTimeOffset? DischargedAt { get; init; }
}
