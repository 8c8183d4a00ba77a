using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.RuleLanguage.RuleSets.Data;

/// <summary>What can be wrong with facts given as JSON.</summary>
public static class DataDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownFact = new("RULE-340", Error,
        "{0} không có dữ kiện \"{1}\"", "{0} has no fact \"{1}\"");

    public static readonly DiagnosticDescriptor WrongType = new("RULE-341", Error,
        "dữ kiện này thuộc kiểu {0}, viết như {1}", "this fact is of type {0}, written like {1}");

    public static readonly DiagnosticDescriptor HostOnly = new("RULE-342", Error,
        "{0} có hàm tính toán nên không viết bằng JSON được; hệ thống tự cung cấp", "{0} has functions and cannot be written as JSON; the host gives it");
}
