using System.Globalization;
using Tthc.RuleLanguage.Library.Dates;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Operators;

/// <summary>A text written in a rule becomes the type it is compared with, when the rule is checked.</summary>
internal static class TextLiterals
{
    /// <summary>The constant of that type; null: the text is not one.</summary>
    public static BoundExpression? Read(BoundConstant literal, RuleType type)
    {
        var required = type.AsRequired();
        var text = ((string)literal.Value!).Trim();
        if (type.Kind == TypeKind.Instant && DateTexts.Instant(text) is null && DateTexts.DateTime(text) is { } local)
            return new BoundConversion(required, literal.Span, new BoundConstant(RuleType.DateTime, literal.Span, local));
        return Value(text, (string)literal.Value, type) is { } value ? new BoundConstant(required, literal.Span, value) : null;
    }

    /// <summary>How such a text has to be written.</summary>
    public static BilingualText Wanted(RuleType type) => type.Kind switch
    {
        TypeKind.DateTime => new("viết năm-tháng-ngày, ví dụ \"2026-07-01\" hoặc \"2026-07-01T14:30\"", "write year-month-day, such as \"2026-07-01\" or \"2026-07-01T14:30\""),
        TypeKind.Instant => new(
            "viết năm-tháng-ngày, ví dụ \"2026-07-01T14:30\" (giờ địa phương) hoặc \"2026-07-01T14:30+07:00\"",
            "write year-month-day, such as \"2026-07-01T14:30\" (local time) or \"2026-07-01T14:30+07:00\""),
        TypeKind.Date => new("viết năm-tháng-ngày, ví dụ \"2026-07-01\"", "write year-month-day, such as \"2026-07-01\""),
        TypeKind.Time => new("viết giờ:phút, ví dụ \"14:30\"", "write hours:minutes, such as \"14:30\""),
        TypeKind.Duration => new("viết ngày.giờ:phút:giây, ví dụ \"1.02:30:00\" hoặc \"02:30\"", "write days.hours:minutes:seconds, such as \"1.02:30:00\" or \"02:30\""),
        TypeKind.Enum => new($"một trong: {Names.Listing.Of(Enum.GetNames(type.Clr))}", $"one of: {Names.Listing.Of(Enum.GetNames(type.Clr))}"),
        TypeKind.Boolean => new("viết true hoặc false", "write true or false"),
        TypeKind.Character => new("đúng một ký tự", "exactly one character"),
        TypeKind.Guid => new("viết dạng 01234567-89ab-cdef-0123-456789abcdef", "write it as 01234567-89ab-cdef-0123-456789abcdef"),
        _ => new("viết số với dấu chấm thập phân, ví dụ \"12.5\"", "write a number with a decimal point, such as \"12.5\""),
    };

    private static object? Value(string text, string raw, RuleType type) => type.Kind switch
    {
        TypeKind.Number => Number(text, type.Clr),
        TypeKind.Boolean => bool.TryParse(text, out var value) ? value : null,
        TypeKind.Character => raw.Length == 1 ? raw[0] : null,
        TypeKind.DateTime => DateTexts.DateTime(text),
        TypeKind.Instant => DateTexts.Instant(text),
        TypeKind.Date => DateTexts.Date(text),
        TypeKind.Time => DateTexts.Time(text),
        TypeKind.Duration => DateTexts.Duration(text),
        TypeKind.Guid => Guid.TryParse(text, out var value) ? value : null,
        TypeKind.Enum => EnumValue(text, type.Clr),
        _ => null,
    };

    private static object? EnumValue(string text, Type clr) =>
        Enum.GetNames(clr).FirstOrDefault(n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse(clr, name) : null;

    private static object? Number(string text, Type clr)
    {
        if (clr == typeof(double) || clr == typeof(float))
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? Numbers.Fit(real, clr) : null;
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var exact)
            ? Numbers.Fit(exact, clr)
            : null;
    }
}
