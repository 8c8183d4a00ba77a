using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.RuleLanguage.RuleSets.Testing;

/// <summary>What can be wrong with tests of rules, and what they find.</summary>
public static class TestDiagnostics
{
    public static readonly DiagnosticDescriptor NoTests = new("RULE-300", Error,
        "bộ quy tắc \"{0}\" chưa có ca kiểm thử nào", "the rule set \"{0}\" has no test");

    public static readonly DiagnosticDescriptor UnknownSet = new("RULE-301", Error,
        "không rõ ca này thử bộ quy tắc nào; ghi \"set\", một trong: {0}", "it is not clear which set this case tests; write \"set\", one of: {0}");

    public static readonly DiagnosticDescriptor UnknownRule = new("RULE-302", Error,
        "bộ \"{1}\" không có quy tắc \"{0}\" đang bật", "the set \"{1}\" has no enabled rule \"{0}\"");

    public static readonly DiagnosticDescriptor WrongVerdict = new("RULE-303", Error,
        "ca \"{0}\", quy tắc {1}: chờ {2}, kết quả {3}", "case \"{0}\", rule {1}: expected {2}, was {3}");

    public static readonly DiagnosticDescriptor WrongMessage = new("RULE-304", Error,
        "ca \"{0}\", quy tắc {1}: thông báo là \"{2}\"", "case \"{0}\", rule {1}: the message was \"{2}\"");

    public static readonly DiagnosticDescriptor WrongChange = new("RULE-305", Error,
        "ca \"{0}\", quy tắc {1}: kết quả có thể đổi vào {2}", "case \"{0}\", rule {1}: the verdict may change at {2}");

    public static readonly DiagnosticDescriptor UncoveredRule = new("RULE-306", Error,
        "không ca kiểm thử nào chờ đợi điều gì ở quy tắc \"{0}\"", "no test expects anything of the rule \"{0}\"");

    public static readonly DiagnosticDescriptor UncoveredBranch = new("RULE-307", Warning,
        "trong các ca kiểm thử, điều kiện này chưa lần nào {0}", "in the tests this condition was never {0}");

    public static readonly DiagnosticDescriptor NoFacts = new("RULE-308", Error,
        "ở đây không có ai dựng dữ kiện từ \"given\"; dùng \"facts\"", "nobody here makes facts of \"given\"; use \"facts\"");

    public static readonly DiagnosticDescriptor OneOfFactsAndGiven = new("RULE-309", Error,
        "mỗi ca cần đúng một trong hai: \"facts\" hoặc \"given\"", "a case needs either \"facts\" or \"given\"");

    public static readonly DiagnosticDescriptor NotAnInstant = new("RULE-310", Error,
        "\"{0}\" không phải thời điểm có múi giờ, ví dụ 2026-04-21T09:00+07:00", "\"{0}\" is not an instant with an offset, such as 2026-04-21T09:00+07:00");

    public static readonly DiagnosticDescriptor DuplicateCase = new("RULE-311", Error,
        "đã có ca kiểm thử tên \"{0}\"", "there is already a case called \"{0}\"");

    public static readonly DiagnosticDescriptor NothingExpected = new("RULE-313", Error,
        "ca này không chờ đợi điều gì ở quy tắc \"{0}\"; ghi \"verdict\", \"message\" hoặc \"nextChange\"", "nothing is expected of the rule \"{0}\"; write \"verdict\", \"message\" or \"nextChange\"");

    public static readonly DiagnosticDescriptor BrokenSet = new("RULE-312", Error,
        "bộ \"{0}\" có lỗi nên không thử được", "the set \"{0}\" has errors and cannot be tested");
}
