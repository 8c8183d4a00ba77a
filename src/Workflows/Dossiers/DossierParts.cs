using System.Text.Json.Serialization;
using Tthc.Workflows.Deadlines;

namespace Tthc.Workflows.Dossiers;

/// <summary>A person or organisation. Personal data.</summary>
/// <param name="Name">Name.</param>
/// <param name="IdNumber">Personal or business number.</param>
/// <param name="Address">Address.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="Email">E-mail.</param>
/// <param name="IsOrganisation">Whether it is an organisation.</param>
public sealed record Party(string Name, string? IdNumber, string? Address, string? Phone, string? Email, bool IsOrganisation);

/// <summary>A place where the dossier stands.</summary>
public sealed record Token
{
    /// <summary>Number, never used twice in a dossier.</summary>
    public required int Id { get; init; }

    /// <summary>Step key.</summary>
    public required string Step { get; init; }

    /// <summary>Agency that has it; null for waits.</summary>
    public string? Agency { get; init; }

    /// <summary>Unit; null: any.</summary>
    public string? Unit { get; init; }

    /// <summary>Role that does it, where the facts chose another than the usual one of the step.</summary>
    public string? Role { get; init; }

    /// <summary>Who claimed it or was given it.</summary>
    public string? Officer { get; init; }

    /// <summary>When it came here.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>Working minutes allowed for all visits; null: no limit.</summary>
    public long? BudgetMinutes { get; init; }

    /// <summary>When it is due here, as of the last act; for a posting, when it is over. Null without limit.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The open fork in whose branch it stands; null at the top.</summary>
    public int? Fork { get; init; }

    /// <summary>Key of that branch.</summary>
    public string? Branch { get; init; }

    /// <summary>The child dossier it waits for.</summary>
    public long? Child { get; init; }
}

/// <summary>A fork whose branches are not joined yet.</summary>
public sealed record OpenFork
{
    /// <summary>Number, never used twice in a dossier.</summary>
    public required int Id { get; init; }

    /// <summary>Step key of the fork.</summary>
    public required string Step { get; init; }

    /// <summary>Branches that must be done.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Needed { get; init; }

    /// <summary>Branches done.</summary>
    public int Done { get; init; }

    /// <summary>When the last of them was done; the join cannot fire before it, whatever the order in which the branches were recorded.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Fork around it.</summary>
    public int? Outer { get; init; }

    /// <summary>Branch of the fork around it.</summary>
    public string? OuterBranch { get; init; }
}

/// <summary>What was used of a step so far.</summary>
public sealed record StepUse
{
    /// <summary>Step key.</summary>
    public required string Step { get; init; }

    /// <summary>Visits begun.</summary>
    public int Visits { get; init; }

    /// <summary>Working time used by finished visits on the clock of this step.</summary>
    public TimeSpan Used { get; init; }

    /// <summary>Agency of the last finished visit.</summary>
    public string? Agency { get; init; }
}

/// <summary>Time an agency had the dossier, in its own calendar.</summary>
/// <param name="Agency">Agency.</param>
/// <param name="Used">Working time of finished visits in its own calendar.</param>
/// <param name="LateMinutes">Working minutes of its steps beyond their limits.</param>
public sealed record AgencyUse(string Agency, TimeSpan Used, long LateMinutes);

/// <summary>A paper on file.</summary>
/// <param name="Key">Key in the regulated list.</param>
/// <param name="Originals">Originals.</param>
/// <param name="Certified">Certified copies.</param>
/// <param name="Copies">Plain copies.</param>
public sealed record PaperOnFile(string Key, int Originals, int Certified, int Copies);

/// <summary>A fact of the case.</summary>
/// <param name="Name">Name, as the procedure declares it.</param>
/// <param name="Value">Value as text: true, 12, 0.5, 2026-07-01, or any text.</param>
public sealed record CaseFactValue(string Name, string Value);

/// <summary>A supplement asked for (form 02).</summary>
public sealed record SupplementRequest
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Papers asked for.</summary>
    public EquatableList<string> Papers { get; init; }

    /// <summary>What is missing or wrong.</summary>
    public required string Reason { get; init; }

    /// <summary>Number of the slip.</summary>
    public required string SlipNumber { get; init; }

    /// <summary>Who asked.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Until when the applicant answers; null: no limit.</summary>
    public DateTimeOffset? AnswerDueAt { get; init; }

    /// <summary>When the answer came.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Said to be the office's own fault.</summary>
    public bool OfficerFault { get; init; }
}

/// <summary>A financial obligation.</summary>
/// <param name="NoticeNumber">Number of the notice.</param>
/// <param name="Amount">Amount in đồng.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="ConfirmedAt">When it was paid.</param>
/// <param name="ReceiptNumber">Number of the receipt.</param>
public sealed record PaymentNotice(string NoticeNumber, long Amount, DateTimeOffset RequestedAt, DateTimeOffset? ConfirmedAt, string? ReceiptNumber);

/// <summary>Why the clock stands still.</summary>
public enum PauseKind
{
    /// <summary>The applicant is to bring papers.</summary>
    Supplement = 1,

    /// <summary>A financial obligation is open.</summary>
    Payment = 2,

    /// <summary>Public posting.</summary>
    Posting = 3,

    /// <summary>Suspended on a legal ground.</summary>
    Suspension = 4,

    /// <summary>A body outside the mechanism has it.</summary>
    Outside = 5,
}

/// <summary>One row of the ledger of pauses.</summary>
public sealed record PauseRow
{
    /// <summary>Why.</summary>
    public required PauseKind Kind { get; init; }

    /// <summary>Legal or factual ground.</summary>
    public required string Ground { get; init; }

    /// <summary>Who caused it.</summary>
    public required string Actor { get; init; }

    /// <summary>From when.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Appointment before.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Until when; null while open.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Appointment after.</summary>
    public DateTimeOffset? DueAfter { get; init; }

    /// <summary>The limit was counted again in full.</summary>
    public bool Restarted { get; init; }

    /// <summary>Until when the one waited for has to answer; null: no limit.</summary>
    public DateTimeOffset? AnswerDueAt { get; init; }
}

/// <summary>An apology with a new appointment (form 04).</summary>
/// <param name="SlipNumber">Number of the slip.</param>
/// <param name="Reason">Why it is late.</param>
/// <param name="NewDueAt">New appointment.</param>
/// <param name="Signer">Who signed.</param>
/// <param name="FaultAgency">Agency at fault.</param>
/// <param name="IssuedAt">When it was issued.</param>
public sealed record ApologySlip(string SlipNumber, string Reason, DateTimeOffset NewDueAt, string Signer, string FaultAgency, DateTimeOffset IssuedAt);

/// <summary>The result (kết quả giải quyết).</summary>
/// <param name="Number">Number.</param>
/// <param name="Date">Day of signature.</param>
/// <param name="File">File.</param>
/// <param name="Kind">Kind of result by the procedure.</param>
/// <param name="Abstract">Abstract.</param>
/// <param name="Signer">Who signed.</param>
public sealed record ResultDocument(string Number, DateOnly Date, string File, string? Kind, string? Abstract, string? Signer);

/// <summary>The hand-over of the result.</summary>
/// <param name="Receiver">Who received it.</param>
/// <param name="Channel">How it went out.</param>
/// <param name="Reference">Reference of the post or the portal.</param>
/// <param name="HandedOverAt">When.</param>
public sealed record ResultHandover(string? Receiver, Channel Channel, string? Reference, DateTimeOffset HandedOverAt);

/// <summary>The clock of a phase.</summary>
/// <param name="Phase">Key of the phase.</param>
/// <param name="Clock">Its clock.</param>
/// <param name="DueAt">When it is due; null without limit.</param>
public sealed record PhaseClock(string Phase, StepClock Clock, DateTimeOffset? DueAt);

/// <summary>A dossier opened by a step.</summary>
/// <param name="Id">Internal number.</param>
/// <param name="ProcedureCode">Its procedure.</param>
/// <param name="Agency">Agency that received it.</param>
/// <param name="Branch">Branch that waits for it.</param>
/// <param name="Status">Its status as last told.</param>
public sealed record ChildDossier(long Id, string ProcedureCode, string Agency, string Branch, DossierStatus Status);
