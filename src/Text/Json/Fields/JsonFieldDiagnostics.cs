using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.Text.Json.Fields;

/// <summary>What can be wrong with the fields of a well-formed JSON text.</summary>
public static class JsonFieldDiagnostics
{
    public static readonly DiagnosticDescriptor Missing = new("JSON-050", Error,
        "thiếu trường bắt buộc \"{0}\"", "the required field \"{0}\" is missing");

    public static readonly DiagnosticDescriptor Unknown = new("JSON-051", Error,
        "không có trường \"{0}\"", "there is no field \"{0}\"");

    public static readonly DiagnosticDescriptor WrongType = new("JSON-052", Error,
        "cần {0}, lại gặp {1}", "{0} is needed, {1} was found");

    public static readonly DiagnosticDescriptor NotOneOf = new("JSON-053", Error,
        "\"{0}\" không thuộc các giá trị cho phép: {1}", "\"{0}\" is not one of: {1}");

    public static readonly DiagnosticDescriptor OutOfRange = new("JSON-054", Error,
        "{0} phải là số nguyên từ {1} đến {2}", "{0} must be a whole number from {1} to {2}");

    public static readonly DiagnosticDescriptor NotADate = new("JSON-055", Error,
        "\"{0}\" không phải ngày có thật dạng năm-tháng-ngày, ví dụ 2026-07-01", "\"{0}\" is not a real date written year-month-day, such as 2026-07-01");

    public static readonly DiagnosticDescriptor NameCase = new("JSON-056", Warning,
        "tên \"{0}\" được đọc là \"{1}\"; hãy viết đúng chữ hoa, chữ thường", "the name \"{0}\" is read as \"{1}\"; write it with that case");

    public static readonly DiagnosticDescriptor Blank = new("JSON-057", Error,
        "\"{0}\" không được để trống", "\"{0}\" must not be blank");

    public static readonly DiagnosticDescriptor NotExact = new("JSON-058", Error,
        "số {0} có nhiều chữ số hơn mức giữ được chính xác", "the number {0} has more digits than can be kept exactly");
}
