using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.RuleLanguage.Evaluation;

/// <summary>What is to be known about how a checked rule is evaluated.</summary>
public static class EvaluationDiagnostics
{
    public static readonly DiagnosticDescriptor Polled = new("RULE-200", Info,
        "không tính trước được lúc phần này đổi kết quả; quy tắc sẽ được xét lại theo chu kỳ",
        "when this part changes cannot be told in advance; the rule will be looked at again from time to time");
}
