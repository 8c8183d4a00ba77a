using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.Workflows.Agencies;

/// <summary>What can be wrong with agency files, beyond their JSON.</summary>
public static class AgencyDiagnostics
{
    public static readonly DiagnosticDescriptor BadId = new("AGY-001", Error,
        "\"{0}\" không phải mã định danh cơ quan, ví dụ 000.00.12.H34 hoặc H34.15", "\"{0}\" is not an agency identifier, such as 000.00.12.H34 or H34.15");

    public static readonly DiagnosticDescriptor IdInUse = new("AGY-002", Error,
        "mã định danh {0} cùng thời gian đã thuộc về \"{1}\"", "the identifier {0} belongs to \"{1}\" at the same time");

    public static readonly DiagnosticDescriptor BadKey = new("AGY-003", Error,
        "\"{0}\" không dùng làm khóa được: chỉ chữ thường không dấu, chữ số và dấu gạch nối", "\"{0}\" does not do as a key: lower-case letters a-z, digits and hyphens only");

    public static readonly DiagnosticDescriptor KeyTwice = new("AGY-004", Error,
        "khóa \"{0}\" đã có ở {1}", "the key \"{0}\" is already used in {1}");

    public static readonly DiagnosticDescriptor UnknownAgency = new("AGY-005", Error,
        "không có cơ quan \"{0}\"", "there is no agency \"{0}\"");

    public static readonly DiagnosticDescriptor ParentCycle = new("AGY-006", Error,
        "cơ quan cấp trên thành vòng tròn: {0}", "the superior agencies form a circle: {0}");

    public static readonly DiagnosticDescriptor Backwards = new("AGY-007", Error,
        "ngày cuối {0} trước ngày đầu {1}", "the last day {0} is before the first day {1}");

    public static readonly DiagnosticDescriptor ParentNotThere = new("AGY-008", Error,
        "cấp trên \"{0}\" không tồn tại suốt thời gian của cơ quan này", "the superior \"{0}\" does not exist during the whole time of this agency");

    public static readonly DiagnosticDescriptor ServedNotThere = new("AGY-009", Error,
        "\"{0}\" không cùng tồn tại với cơ quan này vào ngày nào", "\"{0}\" does not exist together with this agency on any day");

    public static readonly DiagnosticDescriptor ServedTwice = new("AGY-010", Error,
        "\"{0}\" cùng thời gian đã do \"{1}\" cùng loại phục vụ", "\"{0}\" is served by \"{1}\" of the same kind at the same time");

    public static readonly DiagnosticDescriptor SuccessorCycle = new("AGY-011", Error,
        "cơ quan kế tục thành vòng tròn: {0}", "the successors form a circle: {0}");

    public static readonly DiagnosticDescriptor SuccessorNotThere = new("AGY-012", Error,
        "cơ quan kế tục \"{0}\" chưa có vào ngày {1}", "the successor \"{0}\" does not exist on {1}");

    public static readonly DiagnosticDescriptor UnknownCalendar = new("AGY-013", Error,
        "không có lịch làm việc \"{0}\"", "there is no working calendar \"{0}\"");

    public static readonly DiagnosticDescriptor UnknownRole = new("AGY-014", Error,
        "không có vai trò \"{0}\"", "there is no role \"{0}\"");

    public static readonly DiagnosticDescriptor NoCalendar = new("AGY-015", Error,
        "cơ quan \"{0}\" và các cấp trên đều không có lịch làm việc", "neither the agency \"{0}\" nor one above it has a working calendar");

    public static readonly DiagnosticDescriptor UnknownKind = new("AGY-016", Error,
        "không có loại cơ quan \"{0}\"", "there is no kind of agency \"{0}\"");

    public static readonly DiagnosticDescriptor SuccessorWithoutEnd = new("AGY-017", Error,
        "có cơ quan kế tục nhưng không có ngày cuối \"to\"", "there is a successor but no last day \"to\"");

    public static readonly DiagnosticDescriptor NoSuccessor = new("AGY-018", Warning,
        "cơ quan \"{0}\" kết thúc ngày {1} mà không có cơ quan kế tục: hồ sơ còn mở sẽ không ai giải quyết", "the agency \"{0}\" ends on {1} without a successor: nobody will handle its open dossiers");

    public static readonly DiagnosticDescriptor UnknownUnitSet = new("AGY-019", Error,
        "không có bộ phòng ban \"{0}\" trong \"unitSets\" của tệp này", "there is no set of units \"{0}\" in the \"unitSets\" of this file");

    public static readonly DiagnosticDescriptor RoleNowhere = new("AGY-020", Warning,
        "không đơn vị nào có vai trò \"{0}\"", "no unit holds the role \"{0}\"");
}
