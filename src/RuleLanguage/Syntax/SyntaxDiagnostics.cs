using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.RuleLanguage.Syntax;

/// <summary>What can be wrong with the way an expression is written. Words and characters foreign to the language are in <see cref="SpellingDiagnostics"/>.</summary>
public static class SyntaxDiagnostics
{
    public static readonly DiagnosticDescriptor TooLong = new("RULE-001", Error,
        "biểu thức dài {0} ký tự, tối đa {1}", "the expression has {0} characters, at most {1} are read");

    public static readonly DiagnosticDescriptor TooDeep = new("RULE-002", Error,
        "biểu thức lồng nhau hoặc nối dài quá {0} tầng", "the expression is nested or chained deeper than {0} levels");

    public static readonly DiagnosticDescriptor TooManyNodes = new("RULE-003", Error,
        "biểu thức có hơn {0} phần tử", "the expression has more than {0} parts");

    public static readonly DiagnosticDescriptor Empty = new("RULE-004", Error,
        "biểu thức trống", "the expression is empty");

    public static readonly DiagnosticDescriptor MissingOperand = new("RULE-005", Error,
        "cần một giá trị, lại gặp {0}", "a value is needed, {0} was found");

    public static readonly DiagnosticDescriptor MissingOperator = new("RULE-006", Error,
        "thiếu toán tử hoặc dấu phẩy trước {0}", "an operator or a comma is missing before {0}");

    public static readonly DiagnosticDescriptor Unexpected = new("RULE-007", Error,
        "không hiểu {0} ở đây", "{0} has no meaning here");

    public static readonly DiagnosticDescriptor Unclosed = new("RULE-008", Error,
        "'{0}' mở ở đây không có '{1}' đóng lại", "the '{0}' opened here is not closed by '{1}'");

    public static readonly DiagnosticDescriptor Mismatched = new("RULE-009", Error,
        "{0} không đóng được '{1}'; cần '{2}'", "{0} does not close '{1}'; '{2}' is needed");

    public static readonly DiagnosticDescriptor MissingName = new("RULE-010", Error,
        "cần một tên sau {0}, lại gặp {1}", "a name is needed after {0}, {1} was found");

    public static readonly DiagnosticDescriptor MissingColon = new("RULE-011", Error,
        "'?' cần ':' và giá trị khi điều kiện sai, lại gặp {0}", "'?' needs ':' and the value for when the condition fails, {0} was found");

    public static readonly DiagnosticDescriptor NotCallable = new("RULE-012", Error,
        "chỉ gọi được hàm có tên; không gọi được một giá trị", "only a named function can be called, not a value");

    public static readonly DiagnosticDescriptor ArrowOutside = new("RULE-013", Error,
        "'=>' chỉ dùng trong đối số của hàm, như Any(q => …)", "'=>' stands only in an argument, as in Any(q => …)");

    public static readonly DiagnosticDescriptor DuplicateName = new("RULE-014", Error,
        "tên {0} đã dùng ngay trước đó", "the name {0} has just been used");

    public static readonly DiagnosticDescriptor NewMemberName = new("RULE-015", Error,
        "thành phần này của 'new' cần tên: viết \"giá trị as Tên\"", "this part of 'new' needs a name: write \"value as Name\"");

    public static readonly DiagnosticDescriptor NewOfType = new("RULE-016", Error,
        "không tạo được đối tượng kiểu {0}; chỉ có new(… as Tên) và new {0}[] {…}", "no object of a type {0} can be made; there are only new(… as Name) and new {0}[] {…}");

    public static readonly DiagnosticDescriptor Needed = new("RULE-017", Error,
        "cần {0}, lại gặp {1}", "{0} is needed, {1} was found");

    public static readonly DiagnosticDescriptor ChainedComparison = new("RULE-018", Error,
        "không nối được hai phép so sánh", "two comparisons cannot be chained");

    public static readonly DiagnosticDescriptor InNeedsParentheses = new("RULE-019", Error,
        "đặt phép 'in' trong ngoặc trước khi dùng {0}", "put the 'in' in parentheses before {0}");
}
