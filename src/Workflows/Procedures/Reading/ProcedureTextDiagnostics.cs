using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.Workflows.Procedures.Reading;

/// <summary>What can be wrong with a procedure file before its steps are put together.</summary>
public static class ProcedureTextDiagnostics
{
    public static readonly DiagnosticDescriptor BadCode = new("PROC-001", Error,
        "mã thủ tục \"{0}\" không đúng dạng; viết như 1.004873, 1.004873.000.00.00.H34 hoặc TTHC-TINH-19",
        "the procedure code \"{0}\" has no known form; write 1.004873, 1.004873.000.00.00.H34 or TTHC-TINH-19");

    public static readonly DiagnosticDescriptor BadKey = new("PROC-002", Error,
        "tên khóa \"{0}\" không dùng được: chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối; \"end\" và \"next\" được dành riêng",
        "the key \"{0}\" cannot be used: write lower-case letters without accents, digits and hyphens; \"end\" and \"next\" are reserved");

    public static readonly DiagnosticDescriptor BadLimit = new("PROC-003", Error,
        "không đọc được thời hạn \"{0}\"; các cách viết được nhận: {1}",
        "the limit \"{0}\" cannot be read; accepted writings: {1}");

    public static readonly DiagnosticDescriptor BadStepLimit = new("PROC-004", Error,
        "không đọc được thời gian của bước \"{0}\"; các cách viết được nhận: {1}",
        "the time of the step, \"{0}\", cannot be read; accepted writings: {1}");

    public static readonly DiagnosticDescriptor BadSelector = new("PROC-005", Error,
        "không hiểu nơi làm \"{0}\"; các cách viết được nhận: {1}",
        "the agency \"{0}\" cannot be read; accepted writings: {1}");

    public static readonly DiagnosticDescriptor StepShape = new("PROC-006", Error,
        "bước \"{0}\" phải thuộc đúng một loại: việc của người (\"by\"), song song (\"parallel\"), hợp nhánh (\"join\" cùng \"of\") hoặc chờ (\"wait\")",
        "the step \"{0}\" must be exactly one of: a person's work (\"by\"), parallel (\"parallel\"), a join (\"join\" with \"of\") or a wait (\"wait\")");

    public static readonly DiagnosticDescriptor BranchShape = new("PROC-007", Error,
        "nhánh \"{0}\" phải là đúng một trong: việc (\"by\"), lấy ý kiến (\"ask\"), hồ sơ liên thông (\"open\") hoặc tên một bước",
        "the branch \"{0}\" must be exactly one of: work (\"by\"), a consultation (\"ask\"), a linked dossier (\"open\") or the name of a step");

    public static readonly DiagnosticDescriptor BadTime = new("PROC-008", Error,
        "\"{0}\" không phải giờ trong ngày; viết như 15:00", "\"{0}\" is not a time of day; write it as 15:00");

    public static readonly DiagnosticDescriptor PeriodReversed = new("PROC-009", Error,
        "ngày hết hiệu lực {1} trước ngày bắt đầu {0}", "the last day {1} lies before the first day {0}");

    public static readonly DiagnosticDescriptor NoSteps = new("PROC-010", Error,
        "thủ tục chưa có bước nào", "the procedure has no step");

    public static readonly DiagnosticDescriptor LimitOrWithin = new("PROC-011", Error,
        "bước \"{0}\" phải có đúng một trong hai: \"limit\" (thời gian riêng, kể cả \"none\") hoặc \"within\" (chung thời gian với bước khác)",
        "the step \"{0}\" needs exactly one of \"limit\" (its own time, \"none\" included) and \"within\" (the time of another step)");

    public static readonly DiagnosticDescriptor ThenOrActions = new("PROC-012", Error,
        "bước \"{0}\" phải có đúng một trong hai: \"then\" (một đường đi tiếp) hoặc \"actions\" (nhiều đường để chọn)",
        "the step \"{0}\" needs exactly one of \"then\" (one way on) and \"actions\" (ways to choose from)");

    public static readonly DiagnosticDescriptor SettleHasActions = new("PROC-013", Error,
        "bước \"{0}\" ghi kết quả (\"act\": \"settle\") nên chỉ có một đường đi tiếp: dùng \"then\", không dùng \"actions\"",
        "the step \"{0}\" records the result (\"act\": \"settle\"), so it has one way on: use \"then\", not \"actions\"");

    public static readonly DiagnosticDescriptor EndingStepGoesOn = new("PROC-014", Error,
        "bước \"{0}\" kết thúc hồ sơ nên không đi tiếp được đến \"{1}\"",
        "the step \"{0}\" ends the dossier, so it cannot lead to \"{1}\"");

    public static readonly DiagnosticDescriptor RefusalWithoutForm = new("PROC-015", Error,
        "bước từ chối \"{0}\" phải nêu số mẫu phiếu ở \"form\", ví dụ \"03\"",
        "the refusing step \"{0}\" must name the form of its slip in \"form\", for example \"03\"");

    public static readonly DiagnosticDescriptor FormWithoutRefusal = new("PROC-016", Error,
        "\"form\" chỉ dùng cho bước có \"act\": \"refuse\"", "\"form\" belongs to a step with \"act\": \"refuse\" only");

    public static readonly DiagnosticDescriptor BadJoin = new("PROC-017", Error,
        "cần \"all\" (mọi nhánh), \"any\" (một nhánh bất kỳ) hoặc số nhánh từ 1", "\"all\", \"any\" or a number of branches from 1 is needed");

    public static readonly DiagnosticDescriptor PostingWithoutLimit = new("PROC-018", Error,
        "bước niêm yết \"{0}\" cần \"limit\" có độ dài: hết thời gian đó hồ sơ tự đi tiếp",
        "the posting \"{0}\" needs a \"limit\" with a length: when it is over the dossier goes on by itself");

    public static readonly DiagnosticDescriptor OutsideWithoutRole = new("PROC-019", Error,
        "bước chờ bên ngoài \"{0}\" cần \"by\": ai ghi nhận là đã xong",
        "the outside wait \"{0}\" needs \"by\": who records that it is over");

    public static readonly DiagnosticDescriptor ExtensionLength = new("PROC-020", Error,
        "phần kéo dài phải là một khoảng thời gian, ví dụ \"2 working days\"", "a lengthening must be a length of time, for example \"2 working days\"");

    public static readonly DiagnosticDescriptor NoBranches = new("PROC-021", Error,
        "bước song song \"{0}\" chưa có nhánh nào", "the parallel \"{0}\" has no branch");

    public static readonly DiagnosticDescriptor NoActions = new("PROC-022", Error,
        "bước \"{0}\" có \"actions\" rỗng nên không có đường ra", "the step \"{0}\" has empty \"actions\" and so no way out");

    public static readonly DiagnosticDescriptor NegativeAmount = new("PROC-023", Error,
        "mức thu không được âm", "a fee cannot be negative");

    public static readonly DiagnosticDescriptor TooManySteps = new("PROC-024", Error,
        "thủ tục có {0} bước, tối đa {1}", "the procedure has {0} steps, at most {1} are allowed");
}
