using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.RuleLanguage.Syntax;

/// <summary>Words, operators, characters and literals that the language of expressions does not have or cannot read.</summary>
public static class SpellingDiagnostics
{
    public static readonly DiagnosticDescriptor NullConditional = new("RULE-020", Error,
        "không có {0}; dùng np(a.b) hoặc np(a.b, giá trị thay thế)", "there is no {0}; use np(a.b) or np(a.b, fallback)");

    public static readonly DiagnosticDescriptor Caret = new("RULE-021", Error,
        "không có toán tử '^'; luỹ thừa là Math.Pow(a, b), hai điều kiện khác nhau là a != b",
        "there is no operator '^'; a power is Math.Pow(a, b), two different conditions are a != b");

    public static readonly DiagnosticDescriptor Assignment = new("RULE-022", Error,
        "biểu thức không gán được giá trị: {0}", "an expression assigns nothing: {0}");

    public static readonly DiagnosticDescriptor ForeignWord = new("RULE-023", Error,
        "không có toán tử {0}", "there is no operator {0}");

    public static readonly DiagnosticDescriptor TypeOf = new("RULE-024", Error,
        "không có {0}: biểu thức không xem được kiểu", "there is no {0}: an expression cannot look at types");

    public static readonly DiagnosticDescriptor Comment = new("RULE-025", Error,
        "biểu thức không có ghi chú", "an expression holds no comments");

    public static readonly DiagnosticDescriptor UnaryPlus = new("RULE-026", Error,
        "không đặt dấu '+' trước một số", "a number takes no '+' before it");

    public static readonly DiagnosticDescriptor ListBrackets = new("RULE-027", Error,
        "danh sách viết là new[] {…}", "a list is written new[] {…}");

    public static readonly DiagnosticDescriptor ForeignOperator = new("RULE-028", Error,
        "không có toán tử {0}", "there is no operator {0}");

    public static readonly DiagnosticDescriptor UnknownCharacter = new("RULE-030", Error,
        "ký tự {0} không có nghĩa trong biểu thức", "the character {0} means nothing in an expression");

    public static readonly DiagnosticDescriptor LookAlike = new("RULE-031", Error,
        "ký tự {0} trông giống nhưng không phải là {1}", "the character {0} looks like {1} but is another");

    public static readonly DiagnosticDescriptor Hidden = new("RULE-032", Error,
        "ký tự ẩn {0}", "the hidden character {0}");

    public static readonly DiagnosticDescriptor Control = new("RULE-033", Error,
        "ký tự điều khiển {0} không được phép", "the control character {0} is not allowed");

    public static readonly DiagnosticDescriptor LoneSurrogate = new("RULE-034", Error,
        "nửa ký tự Unicode {0} đứng một mình", "half a Unicode character, {0}, stands alone");

    public static readonly DiagnosticDescriptor WrongQuote = new("RULE-035", Error,
        "dấu nháy {0} không dùng được; hãy dùng dấu nháy kép thẳng \"", "the quote {0} does not do; use the straight double quote \"");

    public static readonly DiagnosticDescriptor LookAlikeLetter = new("RULE-036", Error,
        "tên {0} có chữ {1} trông giống chữ Latinh {2}", "the name {0} has the letter {1}, which looks like the Latin {2}");

    public static readonly DiagnosticDescriptor UnclosedText = new("RULE-040", Error,
        "văn bản không có dấu nháy đóng {0}", "the text has no closing quote {0}");

    public static readonly DiagnosticDescriptor InvalidEscape = new("RULE-041", Error,
        "chuỗi thoát {0} không hợp lệ; dấu \\ viết là \\\\", "{0} is not an escape; a \\ is written \\\\");

    public static readonly DiagnosticDescriptor CharacterLength = new("RULE-042", Error,
        "nháy đơn chỉ chứa đúng một ký tự, ở đây có {0}; văn bản đặt trong nháy kép \"…\"",
        "single quotes hold exactly one character, here are {0}; text stands in double quotes \"…\"");

    public static readonly DiagnosticDescriptor TextTooLong = new("RULE-043", Error,
        "văn bản dài {0} ký tự, tối đa {1}", "the text has {0} characters, at most {1} are allowed");

    public static readonly DiagnosticDescriptor TextPrefix = new("RULE-044", Error,
        "không có dạng văn bản {0}\"…\"", "there is no text of the form {0}\"…\"");

    public static readonly DiagnosticDescriptor InvalidNumber = new("RULE-050", Error,
        "{0} không phải là số hợp lệ", "{0} is not a valid number");

    public static readonly DiagnosticDescriptor NumberTooLarge = new("RULE-051", Error,
        "số {0} nằm ngoài phạm vi của {1}", "the number {0} is beyond {1}");

    public static readonly DiagnosticDescriptor LeadingPoint = new("RULE-052", Error,
        "số thập phân cần chữ số trước dấu chấm: 0{0}", "a decimal number needs a digit before the point: 0{0}");

    public static readonly DiagnosticDescriptor DigitSeparator = new("RULE-053", Error,
        "số {0} không được có dấu '_'", "the number {0} cannot have '_' in it");

    public static readonly DiagnosticDescriptor DecimalComma = new("RULE-054", Error,
        "số thập phân dùng dấu chấm: {0}", "a decimal number takes a point: {0}");

    public static readonly DiagnosticDescriptor NumberSuffix = new("RULE-055", Error,
        "số {0} không nhận hậu tố {1}; có U, L, UL, F, D, M", "the number {0} takes no suffix {1}; there are U, L, UL, F, D, M");
}
