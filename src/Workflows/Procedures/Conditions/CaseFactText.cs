using System.Globalization;

namespace Tthc.Workflows.Procedures.Conditions;

/// <summary>Values of case facts as they are written, sent and kept: <c>true</c>, <c>12</c>, <c>0.5</c>, <c>2026-07-01</c>, or a text.</summary>
public static class CaseFactText
{
    /// <summary>Longest text a fact may hold.</summary>
    public const int Longest = 1000;

    /// <summary>What a text means; null when it is none of that type.</summary>
    public static object? Read(CaseFactType type, string text) => type switch
    {
        CaseFactType.Boolean => text switch { "true" => true, "false" => false, _ => null },
        CaseFactType.Whole => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null,
        CaseFactType.Decimal => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null,
        CaseFactType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        _ => text.Length is > 0 and <= Longest ? text : null,
    };

    /// <summary>The one writing of a value, by which two values of a fact are the same; null when the text is none of that type.</summary>
    public static string? Normalise(CaseFactType type, string text) => Read(type, text) switch
    {
        null => null,
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => (string)other,
    };

    /// <summary>What a value of the type looks like, for messages.</summary>
    public static string Example(CaseFactType type) => type switch
    {
        CaseFactType.Boolean => "true, false",
        CaseFactType.Whole => "12",
        CaseFactType.Decimal => "0.5",
        CaseFactType.Date => "2026-07-01",
        _ => "…",
    };
}
