using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.Text.Json;

/// <summary>What can be wrong with a JSON text as such. What can be wrong with its fields is in <see cref="Fields.JsonFieldDiagnostics"/>.</summary>
public static class JsonDiagnostics
{
    public static readonly DiagnosticDescriptor InvalidUtf8 = new("JSON-001", Error,
        "tệp không phải UTF-8: không giải mã được byte ở đây", "the file is not UTF-8: the bytes here cannot be decoded");

    public static readonly DiagnosticDescriptor Utf16 = new("JSON-002", Error,
        "tệp được lưu theo UTF-16; hãy lưu lại theo UTF-8", "the file is saved as UTF-16; save it as UTF-8");

    public static readonly DiagnosticDescriptor LoneSurrogate = new("JSON-003", Error,
        "nửa ký tự Unicode {0} đứng một mình", "half a Unicode character, {0}, stands alone");

    public static readonly DiagnosticDescriptor Nul = new("JSON-004", Error,
        "ký tự NUL (U+0000) không được phép", "the NUL character (U+0000) is not allowed");

    public static readonly DiagnosticDescriptor Bidirectional = new("JSON-005", Warning,
        "ký tự ẩn {0} có thể làm chữ hiện ra khác với nội dung thật", "the hidden character {0} can make the text look other than it is");

    public static readonly DiagnosticDescriptor TooLong = new("JSON-010", Error,
        "tệp dài {0} ký tự, tối đa {1}", "the file has {0} characters, at most {1} are read");

    public static readonly DiagnosticDescriptor TooDeep = new("JSON-011", Error,
        "lồng nhau quá {0} tầng", "nested deeper than {0} levels");

    public static readonly DiagnosticDescriptor TooManyNodes = new("JSON-012", Error,
        "tệp có hơn {0} giá trị; phần từ đây không được đọc", "the file has more than {0} values; nothing from here on is read");

    public static readonly DiagnosticDescriptor StringTooLong = new("JSON-013", Error,
        "chuỗi dài {0} ký tự, tối đa {1}", "the string has {0} characters, at most {1} are allowed");

    public static readonly DiagnosticDescriptor Empty = new("JSON-020", Error,
        "tệp không có nội dung JSON", "the file holds no JSON");

    public static readonly DiagnosticDescriptor Unexpected = new("JSON-021", Error,
        "không hiểu {0} ở đây", "{0} has no meaning here");

    public static readonly DiagnosticDescriptor MissingComma = new("JSON-022", Error,
        "thiếu dấu phẩy ',' trước {0}", "a comma ',' is missing before {0}");

    public static readonly DiagnosticDescriptor MissingColon = new("JSON-023", Error,
        "thiếu dấu hai chấm ':' sau tên {0}", "a colon ':' is missing after the name {0}");

    public static readonly DiagnosticDescriptor MissingValue = new("JSON-024", Error,
        "cần một giá trị, lại gặp {0}", "a value is needed, {0} was found");

    public static readonly DiagnosticDescriptor MissingName = new("JSON-025", Error,
        "cần tên thuộc tính trong dấu nháy kép, lại gặp {0}", "a property name in double quotes is needed, {0} was found");

    public static readonly DiagnosticDescriptor UnquotedName = new("JSON-026", Error,
        "tên {0} phải đặt trong dấu nháy kép", "the name {0} must stand in double quotes");

    public static readonly DiagnosticDescriptor UnclosedString = new("JSON-027", Error,
        "chuỗi không có dấu nháy đóng trên cùng dòng", "the string has no closing quote on its line");

    public static readonly DiagnosticDescriptor WrongQuote = new("JSON-028", Error,
        "dấu nháy {0} không dùng được; hãy dùng dấu nháy kép thẳng \"", "the quote {0} does not do; use the straight double quote \"");

    public static readonly DiagnosticDescriptor Unclosed = new("JSON-029", Error,
        "thiếu '{0}' đóng {1} mở ở dòng {2}", "'{0}' is missing: the {1} opened on line {2} is not closed");

    public static readonly DiagnosticDescriptor Mismatched = new("JSON-030", Error,
        "'{0}' không đóng được {1} mở ở dòng {2}; cần '{3}'", "'{0}' does not close the {1} opened on line {2}; '{3}' is needed");

    public static readonly DiagnosticDescriptor InvalidEscape = new("JSON-031", Error,
        "chuỗi thoát {0} không hợp lệ", "{0} is not an escape");

    public static readonly DiagnosticDescriptor ControlCharacter = new("JSON-032", Error,
        "ký tự điều khiển {0} trong chuỗi phải viết bằng chuỗi thoát", "the control character {0} in a string must be written as an escape");

    public static readonly DiagnosticDescriptor InvalidNumber = new("JSON-033", Error,
        "{0} không phải là số hợp lệ", "{0} is not a valid number");

    public static readonly DiagnosticDescriptor DecimalComma = new("JSON-034", Error,
        "số thập phân phải dùng dấu chấm: {0}", "a decimal number takes a point: {0}");

    public static readonly DiagnosticDescriptor UnknownWord = new("JSON-035", Error,
        "không hiểu từ {0}; chữ phải đặt trong dấu nháy kép", "the word {0} means nothing; text must stand in double quotes");

    public static readonly DiagnosticDescriptor DuplicateName = new("JSON-036", Error,
        "tên \"{0}\" đã có trong đối tượng này", "the name \"{0}\" is already in this object");

    public static readonly DiagnosticDescriptor TextAfterEnd = new("JSON-037", Error,
        "thừa {0} sau khi nội dung JSON đã kết thúc", "{0} stands after the end of the JSON");

    public static readonly DiagnosticDescriptor UnclosedComment = new("JSON-038", Error,
        "ghi chú /* không có */ đóng lại", "the comment /* is not closed by */");

    public static readonly DiagnosticDescriptor ExtraComma = new("JSON-039", Error,
        "thừa dấu phẩy", "a comma too many");

    public static readonly DiagnosticDescriptor Comment = new("JSON-040", Warning,
        "ghi chú không thuộc JSON chuẩn", "comments are not standard JSON");

    public static readonly DiagnosticDescriptor TrailingComma = new("JSON-041", Warning,
        "dấu phẩy trước dấu đóng không thuộc JSON chuẩn", "a comma before a closing bracket is not standard JSON");
}
