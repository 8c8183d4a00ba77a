using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.Workflows.Findings;

/// <summary>What can be wrong with a rule set that judges dossiers, beyond the language itself.</summary>
public static class ComplianceDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownFacts = new("RULE-400", Error,
        "không có bộ dữ kiện \"{0}\"; bộ quy tắc trong rules/compliance xét hồ sơ, hãy ghi \"Facts\": \"dossier\"",
        "there are no facts called \"{0}\"; a rule set in rules/compliance judges dossiers, write \"Facts\": \"dossier\"");

    public static readonly DiagnosticDescriptor NoFacts = new("RULE-401", Error,
        "bộ quy tắc \"{0}\" chưa nói xét dữ kiện nào; hãy thêm \"Facts\": \"dossier\"",
        "the rule set \"{0}\" does not say what facts it judges; add \"Facts\": \"dossier\"");

    public static readonly DiagnosticDescriptor UnknownTrack = new("RULE-402", Error,
        "\"{0}\" không phải là \"fact\" (thực tế) hay \"system\" (trên hệ thống)", "\"{0}\" is neither \"fact\" nor \"system\"");

    public static readonly DiagnosticDescriptor UnknownEvent = new("RULE-403", Error,
        "\"clearedBy\" phải là \"never\" hoặc tên một loại sự kiện; không có sự kiện \"{0}\"", "\"clearedBy\" is \"never\" or a kind of event; there is no event \"{0}\"");

    public static readonly DiagnosticDescriptor DuplicateId = new("RULE-404", Error,
        "mã quy tắc \"{0}\" đã dùng ở {1}; phát hiện được gọi theo mã nên mã phải là duy nhất trong cùng thời gian hiệu lực",
        "the rule id \"{0}\" is used in {1} already; findings go by it, so it has to be unique among rules in force together");

    public static readonly DiagnosticDescriptor NotATruth = new("RULE-405", Error,
        "\"finding\" phải là true hoặc false", "\"finding\" is true or false");

    public static readonly DiagnosticDescriptor DuplicateSet = new("RULE-406", Error,
        "bộ quy tắc \"{0}\" đã có ở {1} với thời gian hiệu lực chồng nhau", "the rule set \"{0}\" stands in {1} already, and their periods overlap");

    public static readonly DiagnosticDescriptor Polled = new("RULE-407", Info,
        "quy tắc \"{0}\" đọc đồng hồ theo cách không suy ra được lúc đổi kết luận; máy sẽ hỏi lại lúc nửa đêm mỗi ngày",
        "the rule \"{0}\" reads the clock in a way from which no instant of change can be derived; it is asked again every midnight");

    public static readonly DiagnosticDescriptor UnknownReminder = new("RULE-408", Error,
        "\"reminds\" không gọi được \"{0}\"; có: holder (người đang giữ), agency (nơi giải quyết), superior, superior 2 … superior 9 (cấp trên)",
        "\"reminds\" cannot tell \"{0}\"; there are: " + Reminder.Words);
}
