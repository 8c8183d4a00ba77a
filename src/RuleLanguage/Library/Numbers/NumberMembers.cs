using System.Globalization;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Library.Texts;

namespace Tthc.RuleLanguage.Library.Numbers;

/// <summary>Numbers written and compared; smaller kinds of numbers become these.</summary>
internal static class NumberMembers
{
    [BuiltIn("viết bằng chữ số", "written in digits")]
    public static string ToString(int value) => value.ToString(CultureInfo.InvariantCulture);

    [BuiltIn("viết bằng chữ số", "written in digits")]
    public static string ToString(long value) => value.ToString(CultureInfo.InvariantCulture);

    [BuiltIn("viết bằng chữ số", "written in digits")]
    public static string ToString(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    [BuiltIn("viết bằng chữ số", "written in digits")]
    public static string ToString(float value) => value.ToString(CultureInfo.InvariantCulture);

    [BuiltIn("viết bằng chữ số", "written in digits")]
    public static string ToString(double value) => value.ToString(CultureInfo.InvariantCulture);

    [BuiltIn("viết bằng chữ số", "written in digits")]
    public static string ToString(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    [BuiltIn("viết theo mẫu, ví dụ \"0.00\"", "written by a format, such as \"0.00\"")]
    public static string? ToString(EvaluationContext context, int value, string format) => Formats.Write(context, value, format);

    [BuiltIn("viết theo mẫu, ví dụ \"0.00\"", "written by a format, such as \"0.00\"")]
    public static string? ToString(EvaluationContext context, long value, string format) => Formats.Write(context, value, format);

    [BuiltIn("viết theo mẫu, ví dụ \"0.00\"", "written by a format, such as \"0.00\"")]
    public static string? ToString(EvaluationContext context, double value, string format) => Formats.Write(context, value, format);

    [BuiltIn("viết theo mẫu, ví dụ \"0.00\"", "written by a format, such as \"0.00\"")]
    public static string? ToString(EvaluationContext context, decimal value, string format) => Formats.Write(context, value, format);

    [BuiltIn("-1, 0 hay 1: bé hơn, bằng, lớn hơn", "-1, 0 or 1: less, equal, greater")]
    public static int CompareTo(long value, long other) => value.CompareTo(other);

    [BuiltIn("-1, 0 hay 1: bé hơn, bằng, lớn hơn", "-1, 0 or 1: less, equal, greater")]
    public static int CompareTo(double value, double other) => value.CompareTo(other);

    [BuiltIn("-1, 0 hay 1: bé hơn, bằng, lớn hơn", "-1, 0 or 1: less, equal, greater")]
    public static int CompareTo(decimal value, decimal other) => value.CompareTo(other);
}
