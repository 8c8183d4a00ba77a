using Tthc.RuleLanguage.Facts;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Facts;

/// <summary>An act as it stands in the log, with its two instants.</summary>
[FactRecord("event")]
public sealed class EventFacts
{
    private EventFacts(int sequence, string kind, (DateTimeOffset Recorded, DateTimeOffset Occurred) instants, (string Officer, string Agency) actor)
    {
        (Sequence, Kind, Actor, Agency) = (sequence, kind, actor.Officer, actor.Agency);
        (RecordedAt, OccurredAt) = instants;
    }

    /// <summary>Number within the dossier.</summary>
    [RuleFact("Số thứ tự trong hồ sơ", "Number within the dossier")]
    public int Sequence { get; }

    /// <summary>Kind, such as step-advanced.</summary>
    [RuleFact("Loại sự kiện, ví dụ step-advanced", "Kind, such as step-advanced")]
    public string Kind { get; }

    /// <summary>When the server recorded it.</summary>
    [RuleFact("Thời điểm máy chủ ghi", "When the server recorded it")]
    public DateTimeOffset RecordedAt { get; }

    /// <summary>When it is said to have happened.</summary>
    [RuleFact("Thời điểm được khai là đã xảy ra", "When it is said to have happened")]
    public DateTimeOffset OccurredAt { get; }

    /// <summary>Who did it.</summary>
    [RuleFact("Người thực hiện", "Who did it")]
    public string Actor { get; }

    /// <summary>For which agency.</summary>
    [RuleFact("Cơ quan của người thực hiện; trống nếu là hệ thống", "Agency of who did it; empty for the engine")]
    public string Agency { get; }

    /// <summary>Whether a person did it.</summary>
    [RuleFact("Do người thực hiện (không phải hệ thống)", "Done by a person, not by the engine")]
    public bool IsByPerson => Agency.Length > 0;

    /// <summary>Step it concerns.</summary>
    [RuleFact("Bước liên quan", "Step it concerns")]
    public string? Step { get; private init; }

    /// <summary>Way taken.</summary>
    [RuleFact("Hành động đã chọn", "Way taken")]
    public string? Action { get; private init; }

    /// <summary>Reason given.</summary>
    [RuleFact("Lý do, căn cứ đã ghi", "Reason or ground given")]
    public string? Reason { get; private init; }

    /// <summary>Number of the slip.</summary>
    [RuleFact("Số phiếu", "Number of the slip")]
    public string? SlipNumber { get; private init; }

    /// <summary>Appointment before, when the act moved it.</summary>
    [RuleFact("Hạn trước khi gia hạn", "Appointment before, when the act extended it")]
    public DateTimeOffset? DueBefore { get; private init; }

    /// <summary>Papers that came on file with it.</summary>
    [RuleFact("Giấy tờ nộp kèm", "Papers that came on file with it")]
    public IReadOnlyList<string> Papers { get; private init; } = [];

    /// <summary>The facts of a recorded event.</summary>
    public static EventFacts Of(RecordedEvent recorded)
    {
        var (step, action, reason, slip) = Parts(recorded.Event);
        return new EventFacts(recorded.Sequence, EventKinds.KindOf(recorded.Event), (recorded.RecordedAt, recorded.OccurredAt), (recorded.Actor, recorded.ActorAgency))
        {
            Step = step,
            Action = action,
            Reason = reason,
            SlipNumber = slip,
            DueBefore = recorded.Event.Extension?.DueBefore,
            Papers = PapersOf(recorded.Event) is { IsEmpty: false } papers ? [.. papers.Items.Select(p => p.Key)] : [],
        };
    }

    /// <summary>An act as a test of rules tells it.</summary>
    internal static EventFacts Sketched(int sequence, string kind, DateTimeOffset recordedAt, DateTimeOffset occurredAt, string officer, string agency, EventDetails details) =>
        new(sequence, kind, (recordedAt, occurredAt), (officer, agency))
        {
            Step = details.Step,
            Action = details.Action,
            Reason = details.Reason,
            SlipNumber = details.SlipNumber,
            Papers = details.Papers,
        };

    private static EquatableList<PaperOnFile> PapersOf(DossierEvent happened) => happened switch
    {
        Submitted e => e.Intake.Papers,
        Received e => e.Intake is { } intake ? new([.. intake.Papers.Items, .. e.Papers.Items]) : e.Papers,
        StepAdvanced e => e.Papers,
        SupplementReceived e => e.Papers,
        _ => default,
    };

    private static (string? Step, string? Action, string? Reason, string? Slip) Parts(DossierEvent happened) => happened switch
    {
        StepClaimed e => (e.Step, null, null, null),
        StepAssigned e => (e.Step, null, null, null),
        StepAdvanced e => (e.Step, e.Action, e.Note, null),
        StepSentBack e => (e.Step, null, e.Reason, null),
        TacitlyConsented e => (e.Step, null, null, null),
        WaitEnded e => (e.Step, null, null, null),
        DeadlinePassed e => (e.Step, e.Name, null, null),
        SupplementRequested e => (null, null, e.Request.Reason, e.Request.SlipNumber),
        PaymentRequested e => (null, null, null, e.NoticeNumber),
        PaymentConfirmed e => (null, null, null, e.ReceiptNumber),
        Suspended e => (null, null, e.Ground, null),
        ApologyIssued e => (null, null, e.Slip.Reason, e.Slip.SlipNumber),
        Declined e => (null, null, e.Reason, e.SlipNumber),
        Withdrawn e => (null, null, e.Reason, null),
        Stopped e => (null, null, e.Ground, e.SlipNumber),
        Reopened e => (e.ToStep, null, e.Reason, null),
        _ => default,
    };
}

/// <summary>What else an act told in a test says.</summary>
/// <param name="Step">Step it concerns.</param>
/// <param name="Action">Way taken.</param>
/// <param name="Reason">Reason.</param>
/// <param name="SlipNumber">Number of the slip.</param>
/// <param name="Papers">Papers that came with it.</param>
internal sealed record EventDetails(string? Step, string? Action, string? Reason, string? SlipNumber, IReadOnlyList<string> Papers);
