using System.Globalization;
using Tthc.RuleLanguage.Library.Dates;

namespace Tthc.RuleLanguage.Library.Numbers;

/// <summary>Functions called on <c>Convert</c>; also what stands behind <c>int(x)</c> and its like for texts.</summary>
internal static class ConvertStatics
{
    [BuiltIn("số nguyên 32 bit; nửa thì về số chẵn", "a whole number of 32 bits; a half to the even number")]
    public static int? ToInt32(decimal value) => NumberTexts.Small(NumberTexts.Rounded(value));

    [BuiltIn("số nguyên 32 bit; nửa thì về số chẵn", "a whole number of 32 bits; a half to the even number")]
    public static int? ToInt32(double value) => NumberTexts.Small(NumberTexts.Rounded(value));

    [BuiltIn("đọc số nguyên 32 bit", "a whole number of 32 bits read from a text")]
    public static int? ToInt32(string value) => NumberTexts.Int32(value);

    [BuiltIn("1 hoặc 0", "1 or 0")]
    public static int ToInt32(bool value) => value ? 1 : 0;

    [BuiltIn("số nguyên 64 bit; nửa thì về số chẵn", "a whole number of 64 bits; a half to the even number")]
    public static long? ToInt64(decimal value) => NumberTexts.Rounded(value);

    [BuiltIn("số nguyên 64 bit; nửa thì về số chẵn", "a whole number of 64 bits; a half to the even number")]
    public static long? ToInt64(double value) => NumberTexts.Rounded(value);

    [BuiltIn("đọc số nguyên 64 bit", "a whole number of 64 bits read from a text")]
    public static long? ToInt64(string value) => NumberTexts.Int64(value);

    [BuiltIn("số thực", "a binary fraction")]
    public static double ToDouble(double value) => value;

    [BuiltIn("số thực", "a binary fraction")]
    public static double ToDouble(decimal value) => (double)value;

    [BuiltIn("đọc số thực", "a binary fraction read from a text")]
    public static double? ToDouble(string value) => NumberTexts.Double(value);

    [BuiltIn("số thập phân", "a decimal fraction")]
    public static decimal ToDecimal(decimal value) => value;

    [BuiltIn("số thập phân", "a decimal fraction")]
    public static decimal? ToDecimal(double value) => Math.Abs(value) < 7.9e28 ? (decimal)value : null;

    [BuiltIn("đọc số thập phân", "a decimal fraction read from a text")]
    public static decimal? ToDecimal(string value) => NumberTexts.Decimal(value);

    [BuiltIn("có khác 0 không", "whether it is other than 0")]
    public static bool ToBoolean(decimal value) => value != 0;

    [BuiltIn("đọc true hoặc false", "true or false read from a text")]
    public static bool? ToBoolean(string value) => bool.TryParse(value, out var read) ? read : null;

    [BuiltIn("đọc ngày giờ viết năm-tháng-ngày", "a date and time written year-month-day")]
    public static DateTime? ToDateTime(string value) => DateTexts.DateTime(value.Trim());

    [BuiltIn("viết bằng chữ số", "written in digits")]
    public static string ToString(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    [BuiltIn("viết bằng chữ số", "written in digits")]
    public static string ToString(double value) => value.ToString(CultureInfo.InvariantCulture);

    [BuiltIn("chính nó", "itself")]
    public static string ToString(string value) => value;

    [BuiltIn("viết True hoặc False", "written True or False")]
    public static string ToString(bool value) => BooleanMembers.ToString(value);
}
