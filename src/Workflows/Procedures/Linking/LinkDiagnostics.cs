using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.Workflows.Procedures.Linking;

/// <summary>What can be wrong between a procedure and the rest of the rule set.</summary>
public static class LinkDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownRole = new("PROC-070", Error,
        "không có vai trò \"{0}\" trong các tệp cơ quan", "there is no role \"{0}\" in the agency files");

    public static readonly DiagnosticDescriptor UnknownAgency = new("PROC-071", Error,
        "không có cơ quan \"{0}\"", "there is no agency \"{0}\"");

    public static readonly DiagnosticDescriptor UnknownKind = new("PROC-072", Error,
        "không có loại cơ quan \"{0}\"", "there is no kind of agency \"{0}\"");

    public static readonly DiagnosticDescriptor UnknownProcedure = new("PROC-073", Error,
        "không có thủ tục \"{0}\"", "there is no procedure \"{0}\"");

    public static readonly DiagnosticDescriptor ChildNotInForce = new("PROC-074", Error,
        "thủ tục \"{0}\" không có hiệu lực ngày {1}, khi thủ tục này vẫn mở hồ sơ liên thông",
        "the procedure \"{0}\" is not in force on {1}, while this one opens dossiers of it");

    public static readonly DiagnosticDescriptor PeriodsOverlap = new("PROC-075", Error,
        "thủ tục \"{0}\" có hai bản cùng hiệu lực ngày {1}", "the procedure \"{0}\" has two versions in force on {1}");

    public static readonly DiagnosticDescriptor RoleNotThere = new("PROC-076", Error,
        "không cơ quan nào thuộc \"{1}\" có vai trò \"{0}\" trong thời gian thủ tục có hiệu lực",
        "no agency of \"{1}\" has the role \"{0}\" while the procedure is in force");

    public static readonly DiagnosticDescriptor ChildCycle = new("PROC-077", Error,
        "thủ tục mở hồ sơ của chính nó: {0}", "the procedure opens dossiers of itself: {0}");

    public static readonly DiagnosticDescriptor NoPolicy = new("PROC-078", Error,
        "ngày {0} không có quy định một cửa nào trong \"policies\"", "no handling policy under \"policies\" is in force on {0}");
}
