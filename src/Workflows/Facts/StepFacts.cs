using Tthc.RuleLanguage.Facts;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Facts;

/// <summary>A step the dossier has been at, with the time it took there.</summary>
/// <param name="use">What was used of it.</param>
/// <param name="step">The step; null: the procedure has none of that key.</param>
/// <param name="done">When which step was done.</param>
/// <param name="workingDayMinutes">Minutes of a working day, for limits written in days.</param>
[FactRecord("step")]
public sealed class StepFacts(StepUse use, CompiledStep? step, DoneSteps done, int workingDayMinutes)
{
    /// <summary>Key.</summary>
    [RuleFact("Mã bước", "Key of the step")]
    public string Step => use.Step;

    /// <summary>Kind.</summary>
    [RuleFact("Loại bước", "Kind of the step")]
    public StepKind? Kind => step?.Kind;

    /// <summary>Role that does it.</summary>
    [RuleFact("Vai trò thực hiện", "Role that does it")]
    public string? Role => step?.Role;

    /// <summary>Agency of the last finished visit.</summary>
    [RuleFact("Cơ quan đã thực hiện", "Agency of the last finished visit")]
    public string? Agency => use.Agency;

    /// <summary>Visits begun.</summary>
    [RuleFact("Số lần đến bước", "Visits begun")]
    public int Visits => use.Visits;

    /// <summary>Working time of finished visits.</summary>
    [RuleFact("Thời gian đã dùng ở bước", "Working time of finished visits", Unit = FactUnits.WorkingMinutes)]
    public long UsedMinutes => use.Used.Ticks / TimeSpan.TicksPerMinute;

    /// <summary>Working time allowed. None for handing the result over: that it is not fetched is nobody's delay, and its token has no limit either.</summary>
    [RuleFact("Thời hạn của bước; thiếu nếu không có hạn", "Working time allowed; missing without limit", Unit = FactUnits.WorkingMinutes)]
    public long? LimitMinutes => step is { Act: not StepAct.Return } ? step.Limit.Minutes(workingDayMinutes) : null;

    /// <summary>Working time of finished visits beyond the limit.</summary>
    [RuleFact("Thời gian quá hạn ở các lần đã xong", "Working time of finished visits beyond the limit", Unit = FactUnits.WorkingMinutes)]
    public long LateMinutes => LimitMinutes is { } limit && step!.ClockStep == step.Id ? Math.Max(0, UsedMinutes - limit) : 0;

    /// <summary>Whether it asks another agency.</summary>
    [RuleFact("Là bước lấy ý kiến cơ quan khác", "Asks another agency for its opinion")]
    public bool IsConsultation => step?.Kind == StepKind.Consultation;

    /// <summary>When it was first done.</summary>
    [RuleFact("Lần đầu hoàn thành", "When it was first done")]
    public DateTimeOffset? FirstDoneAt => done.Of(use.Step)?.First.OccurredAt;

    /// <summary>When it was last done.</summary>
    [RuleFact("Lần cuối hoàn thành", "When it was last done")]
    public DateTimeOffset? LastDoneAt => done.Of(use.Step)?.Last.OccurredAt;

    /// <summary>Who did it last.</summary>
    [RuleFact("Người hoàn thành lần cuối", "Who did it last")]
    public string? DoneBy => done.Of(use.Step)?.Last.Actor;
}

/// <summary>When which step was done first and last; looked through once, when a rule first asks.</summary>
/// <param name="acts">The dossier's acts, the oldest first.</param>
public sealed class DoneSteps(IReadOnlyList<EventFacts> acts)
{
    private Dictionary<string, (EventFacts First, EventFacts Last)>? _known;

    internal (EventFacts First, EventFacts Last)? Of(string step) => (_known ??= Find()).TryGetValue(step, out var found) ? found : null;

    private Dictionary<string, (EventFacts First, EventFacts Last)> Find()
    {
        var found = new Dictionary<string, (EventFacts First, EventFacts Last)>(StringComparer.Ordinal);
        foreach (var act in acts)
            if (act is { Kind: "step-advanced", Step: { } step })
                found[step] = (found.TryGetValue(step, out var before) ? before.First : act, act);
        return found;
    }
}

/// <summary>A place where the dossier stands.</summary>
/// <param name="token">The place.</param>
/// <param name="step">The step; null: the procedure has none of that key.</param>
[FactRecord("position")]
public sealed class PositionFacts(Token token, CompiledStep? step)
{
    /// <summary>Step key.</summary>
    [RuleFact("Mã bước", "Key of the step")]
    public string Step => token.Step;

    /// <summary>Kind.</summary>
    [RuleFact("Loại bước", "Kind of the step")]
    public StepKind? Kind => step?.Kind;

    /// <summary>Role that is to do it.</summary>
    [RuleFact("Vai trò phải thực hiện", "Role that is to do it")]
    public string? Role => token.Role ?? step?.Role;

    /// <summary>Agency that has it.</summary>
    [RuleFact("Cơ quan đang giữ", "Agency that has it")]
    public string? Agency => token.Agency;

    /// <summary>Who took it.</summary>
    [RuleFact("Người đã nhận việc", "Who claimed it or was given it")]
    public string? Officer => token.Officer;

    /// <summary>When it came here.</summary>
    [RuleFact("Thời điểm đến bước", "When it came here")]
    public DateTimeOffset ArrivedAt => token.ArrivedAt;

    /// <summary>When it is due here.</summary>
    [RuleFact("Hạn của bước", "When it is due here")]
    public DateTimeOffset? DueAt => token.DueAt;

    /// <summary>Working time allowed for all visits.</summary>
    [RuleFact("Thời gian được phép", "Working time allowed for all visits", Unit = FactUnits.WorkingMinutes)]
    public long? LimitMinutes => token.BudgetMinutes;

    /// <summary>Whether an officer does it, and not a wait.</summary>
    [RuleFact("Là việc của cán bộ (không phải bước chờ)", "Work of an officer, not a wait")]
    public bool IsWork => step?.Kind is StepKind.Task or StepKind.Consultation;

    /// <summary>Whether it asks another agency.</summary>
    [RuleFact("Là bước lấy ý kiến cơ quan khác", "Asks another agency for its opinion")]
    public bool IsConsultation => step?.Kind == StepKind.Consultation;

    /// <summary>Whether silence counts as consent.</summary>
    [RuleFact("Im lặng là đồng ý", "Silence counts as consent")]
    public bool SilenceConsents => step is { Kind: StepKind.Consultation, Silence: Silence.Consent };
}
