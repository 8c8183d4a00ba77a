using Tthc.Workflows.Deadlines;

namespace Tthc.Workflows.Dossiers.Events;

/// <summary>The facts of one act. What it decided is written down, so that reading it back needs no procedure, rule or calendar.</summary>
public abstract record DossierEvent
{
    /// <summary>Status after it; none: unchanged.</summary>
    public DossierStatus Status { get; init; }

    /// <summary>The legal clock after it; null: unchanged.</summary>
    public Clock? Clock { get; init; }

    /// <summary>The row of the ledger of pauses that it opened or closed.</summary>
    public PauseRow? Pause { get; init; }

    /// <summary>The row that it opened at once after closing another: one wait ended where the next had begun.</summary>
    public PauseRow? NextPause { get; init; }

    /// <summary>How the dossier moved; null: it stayed.</summary>
    public Moves? Moves { get; init; }

    /// <summary>The ground on which the appointment moved by more than a pause.</summary>
    public Extension? Extension { get; init; }

    /// <summary>The conditions of the procedure that were asked, in that order, with what they said: the log is read back without asking again.</summary>
    public EquatableList<ConditionJudged> Conditions { get; init; }
}

/// <summary>A condition of the procedure that was asked while the act was decided.</summary>
/// <param name="Place">Where it stands in the procedure file.</param>
/// <param name="Text">The condition as written.</param>
/// <param name="Holds">What it said; null: it could not be told, and what stands for all else was taken.</param>
public sealed record ConditionJudged(string Place, string Text, bool? Holds)
{
    /// <summary>The facts it read.</summary>
    public EquatableList<FindingFact> Facts { get; init; }
}

/// <summary>An event as it stands in the log.</summary>
/// <param name="Sequence">Number within the dossier, from 1.</param>
/// <param name="RecordedAt">When the server recorded it.</param>
/// <param name="OccurredAt">When it is said to have happened.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="ActorAgency">For which agency; empty for the engine.</param>
/// <param name="ProcedureRevision">Revision it was decided under.</param>
/// <param name="Event">The facts.</param>
public sealed record RecordedEvent(
    int Sequence, DateTimeOffset RecordedAt, DateTimeOffset OccurredAt, string Actor, string ActorAgency, long ProcedureRevision, DossierEvent Event);

/// <summary>How tokens moved.</summary>
public sealed record Moves
{
    /// <summary>Steps left.</summary>
    public EquatableList<TokenLeft> Left { get; init; }

    /// <summary>Steps entered.</summary>
    public EquatableList<TokenEntered> Entered { get; init; }

    /// <summary>Open forks after it; null: unchanged.</summary>
    public EquatableList<OpenFork>? Forks { get; init; }

    /// <summary>New due moments of steps that stayed, after a pause.</summary>
    public EquatableList<Rescheduled> Rescheduled { get; init; }

    /// <summary>Clocks of phases that began, ended, or were given a new due moment by a pause.</summary>
    public EquatableList<PhaseClock> Phases { get; init; }
}

/// <summary>Why a token left its step.</summary>
public enum LeaveReason
{
    /// <summary>The step was done.</summary>
    Done = 0,

    /// <summary>Sent back.</summary>
    SentBack = 1,

    /// <summary>The join fired without it, or the dossier ended.</summary>
    Cancelled = 2,

    /// <summary>Silence was taken as consent.</summary>
    TacitConsent = 3,
}

/// <summary>A step left, with the time it took: by this lateness is attributed to step, officer, unit, agency.</summary>
public sealed record TokenLeft
{
    /// <summary>Token number.</summary>
    public required int Token { get; init; }

    /// <summary>Step key.</summary>
    public required string Step { get; init; }

    /// <summary>Step on whose clock it ran, where another.</summary>
    public string? ClockStep { get; init; }

    /// <summary>Agency that had it.</summary>
    public string? Agency { get; init; }

    /// <summary>Unit that had it.</summary>
    public string? Unit { get; init; }

    /// <summary>Officer who had it.</summary>
    public string? Officer { get; init; }

    /// <summary>Why.</summary>
    public LeaveReason Reason { get; init; }

    /// <summary>Working time of this visit in the agency's calendar, pauses left out.</summary>
    public TimeSpan Used { get; init; }

    /// <summary>Working minutes of this visit beyond the limit.</summary>
    public long LateMinutes { get; init; }
}

/// <summary>A step entered.</summary>
public sealed record TokenEntered
{
    /// <summary>The new token.</summary>
    public required Token Token { get; init; }

    /// <summary>A child dossier opened for it.</summary>
    public ChildDossier? Child { get; init; }
}

/// <summary>A new due moment of a step that stayed.</summary>
/// <param name="Token">Token number.</param>
/// <param name="DueAt">Its new due moment.</param>
public sealed record Rescheduled(int Token, DateTimeOffset? DueAt);

/// <summary>A lawful move of the appointment by an extension.</summary>
/// <param name="Ground">Act of law.</param>
/// <param name="DueBefore">Appointment before.</param>
/// <param name="DueAfter">Appointment after.</param>
public sealed record Extension(string Ground, DateTimeOffset? DueBefore, DateTimeOffset? DueAfter);
