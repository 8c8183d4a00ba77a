using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.Workflows.Findings.Testing;

/// <summary>What can be wrong with a dossier sketched in a test of rules.</summary>
public static class SketchDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownProcedure = new("RULE-420", Error,
        "không có thủ tục {0} có hiệu lực ngày {1}", "no procedure {0} is in force on {1}");

    public static readonly DiagnosticDescriptor UnknownAgency = new("RULE-421", Error,
        "không có cơ quan \"{0}\" vào ngày {1}", "there is no agency \"{0}\" on {1}");

    public static readonly DiagnosticDescriptor NotAMoment = new("RULE-422", Error,
        "\"{0}\" không phải thời điểm, ví dụ 2026-07-01T08:00 (giờ địa phương)", "\"{0}\" is not a moment, such as 2026-07-01T08:00 (local time)");

    public static readonly DiagnosticDescriptor UnknownStep = new("RULE-423", Error,
        "thủ tục {0} không có bước \"{1}\"", "procedure {0} has no step \"{1}\"");

    public static readonly DiagnosticDescriptor NoCalendar = new("RULE-424", Error,
        "không có lịch làm việc cho ngày {0}", "there is no working calendar for {0}");

    public static readonly DiagnosticDescriptor StrayTests = new("RULE-425", Error,
        "bên cạnh tệp kiểm thử này không có tệp quy tắc {0}", "there is no rule file {0} beside these tests");
}
