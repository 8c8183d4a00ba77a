using Tthc.RuleLanguage.Facts;
using Tthc.Workflows.Findings;

namespace Tthc.Workflows.Facts;

/// <summary>A finding as rules see it: a rule may watch over the duties that others open.</summary>
/// <param name="finding">The finding.</param>
[FactRecord("finding")]
public sealed class FindingFacts(Finding finding)
{
    /// <summary>Rule.</summary>
    [RuleFact("Mã quy tắc", "Id of the rule")]
    public string Rule => finding.Rule;

    /// <summary>Kind.</summary>
    [RuleFact("Loại phát hiện", "Violation, or what could not be told")]
    public FindingKind Kind => finding.Kind;

    /// <summary>Severity.</summary>
    [RuleFact("Mức độ", "How grave it is")]
    public FindingSeverity Severity => finding.Severity;

    /// <summary>Since when it holds.</summary>
    [RuleFact("Từ lúc nào", "Since when it holds")]
    public DateTimeOffset At => finding.At;

    /// <summary>Whether it stands.</summary>
    [RuleFact("Chưa khắc phục", "It still stands")]
    public bool IsOpen => finding.IsOpen;

    /// <summary>When it was cleared.</summary>
    [RuleFact("Thời điểm khắc phục", "When it was cleared")]
    public DateTimeOffset? ClearedAt => finding.ClearedAt;

    /// <summary>Duty it opened.</summary>
    [RuleFact("Nghĩa vụ phát sinh", "The duty it opened")]
    public string? Obligation => finding.Obligation?.Kind;

    /// <summary>When that duty is due.</summary>
    [RuleFact("Hạn thực hiện nghĩa vụ", "When that duty is due")]
    public DateTimeOffset? ObligationDueAt => finding.Obligation?.DueAt;

    /// <summary>When that duty was discharged.</summary>
    [RuleFact("Thời điểm đã thực hiện nghĩa vụ", "When that duty was discharged")]
    public DateTimeOffset? ObligationDischargedAt => finding.Obligation?.DischargedAt;
}
