using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.Workflows.Policies;

/// <summary>What can be wrong with the handling policies.</summary>
public static class PolicyDiagnostics
{
    public static readonly DiagnosticDescriptor BadKey = new("POL-001", Error,
        "tên khóa \"{0}\" không dùng được: chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối",
        "the key \"{0}\" cannot be used: write lower-case letters without accents, digits and hyphens");

    public static readonly DiagnosticDescriptor Overlap = new("POL-002", Error,
        "\"{0}\" và \"{1}\" cùng có hiệu lực ngày {2}; mỗi ngày chỉ một quy định",
        "\"{0}\" and \"{1}\" are both in force on {2}; there is one policy a day");

    public static readonly DiagnosticDescriptor Gap = new("POL-003", Warning,
        "từ ngày {0} chưa có quy định nào nối tiếp \"{1}\"", "nothing follows \"{1}\" from {0} on");

    public static readonly DiagnosticDescriptor UnknownSlip = new("POL-004", Error,
        "không có loại phiếu \"{0}\"; các loại: {1}", "there is no slip \"{0}\"; known: {1}");

    public static readonly DiagnosticDescriptor MissingSlip = new("POL-005", Error,
        "\"forms\" thiếu số mẫu của phiếu \"{0}\"", "\"forms\" lacks the number of the slip \"{0}\"");

    public static readonly DiagnosticDescriptor DuplicateKey = new("POL-006", Error,
        "\"{0}\" đã có ở {1}", "\"{0}\" is already in {1}");
}
