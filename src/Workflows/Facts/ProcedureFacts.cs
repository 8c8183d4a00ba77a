using Tthc.RuleLanguage.Facts;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Facts;

/// <summary>The procedure revision the dossier is pinned to, in the dossier's case.</summary>
/// <param name="procedure">The procedure.</param>
/// <param name="caseKey">Case of the dossier.</param>
/// <param name="policy">Handling policy of the day of receipt; null: none.</param>
/// <param name="given">The limit the dossier was given at receipt; null: none yet.</param>
[FactRecord("procedure")]
public sealed class ProcedureFacts(CompiledProcedure procedure, string? caseKey, HandlingPolicy? policy, Limit? given = null)
{
    private readonly ProcedureCase _case = procedure.FindCase(caseKey) ?? procedure.DefaultCase;

    /// <summary>Code.</summary>
    [RuleFact("Mã thủ tục", "Procedure code")]
    public string Code => procedure.Code;

    /// <summary>Level.</summary>
    [RuleFact("Cấp thực hiện: province, district, commune", "Level that handles it: province, district, commune")]
    public string Level => procedure.Level;

    /// <summary>Field.</summary>
    [RuleFact("Lĩnh vực", "Field of administration")]
    public string Field => procedure.Field.Vietnamese;

    /// <summary>Whether there is a limit.</summary>
    [RuleFact("Có thời hạn giải quyết", "Has a limit")]
    public bool HasLimit => (given ?? _case.Limit) is not Limit.None;

    /// <summary>Whether the result is due the same day.</summary>
    [RuleFact("Trả kết quả trong ngày", "The result is due the same day")]
    public bool IsSameDay => (given ?? _case.Promised) is Limit.SameDay;

    /// <summary>Working days promised.</summary>
    [RuleFact("Số ngày làm việc đã hứa; thiếu nếu hạn không tính theo ngày làm việc", "Working days promised; missing when the limit is not in working days")]
    public int? LimitWorkingDays => (given ?? _case.Promised) is Limit.WorkingDays days ? days.Days : null;

    /// <summary>Supplements allowed.</summary>
    [RuleFact("Số lần được yêu cầu bổ sung", "How often a supplement may be asked for")]
    public int? SupplementsAtMost => procedure.Supplement.AtMost ?? policy?.SupplementAtMost;

    /// <summary>New appointments allowed.</summary>
    [RuleFact("Số lần được hẹn lại", "How often a new appointment may be given")]
    public int? ReAppointmentsAtMost => policy?.ReAppointmentsAtMost;

    /// <summary>Fees of the procedure.</summary>
    [RuleFact("Mức phí, lệ phí (đồng)", "Amounts of its fees in đồng")]
    public IReadOnlyList<decimal> Fees => [.. procedure.Fees.Select(f => f.Amount)];

    /// <summary>Papers the case demands.</summary>
    [RuleFact("Số giấy tờ bắt buộc của trường hợp", "Papers the case demands")]
    public int PapersRequired => procedure.PapersFor(caseKey).Count(p => !p.Optional);

    /// <summary>Steps of the file.</summary>
    [RuleFact("Số bước của quy trình", "Number of its steps")]
    public int StepCount => procedure.Steps.Count;

    /// <summary>Key of the step a received dossier begins at.</summary>
    [RuleFact("Bước đầu tiên", "Where a received dossier begins")]
    public string FirstStep => procedure.Start;
}
