namespace Tthc.RuleLanguage.Library.Numbers;

/// <summary>Functions called on <c>Math</c> that keep what a number counts.</summary>
internal static class Rounding
{
    [BuiltIn("giá trị tuyệt đối", "the value without its sign", KeepsUnit = true)]
    public static int? Abs(int value) => value == int.MinValue ? null : Math.Abs(value);

    [BuiltIn("giá trị tuyệt đối", "the value without its sign", KeepsUnit = true)]
    public static long? Abs(long value) => value == long.MinValue ? null : Math.Abs(value);

    [BuiltIn("giá trị tuyệt đối", "the value without its sign", KeepsUnit = true)]
    public static double Abs(double value) => Math.Abs(value);

    [BuiltIn("giá trị tuyệt đối", "the value without its sign", KeepsUnit = true)]
    public static decimal Abs(decimal value) => Math.Abs(value);

    [BuiltIn("làm tròn lên", "rounded up", KeepsUnit = true)]
    public static double Ceiling(double value) => Math.Ceiling(value);

    [BuiltIn("làm tròn lên", "rounded up", KeepsUnit = true)]
    public static decimal Ceiling(decimal value) => Math.Ceiling(value);

    [BuiltIn("làm tròn xuống", "rounded down", KeepsUnit = true)]
    public static double Floor(double value) => Math.Floor(value);

    [BuiltIn("làm tròn xuống", "rounded down", KeepsUnit = true)]
    public static decimal Floor(decimal value) => Math.Floor(value);

    [BuiltIn("bỏ phần lẻ", "without its fraction", KeepsUnit = true)]
    public static double Truncate(double value) => Math.Truncate(value);

    [BuiltIn("bỏ phần lẻ", "without its fraction", KeepsUnit = true)]
    public static decimal Truncate(decimal value) => Math.Truncate(value);

    [BuiltIn("làm tròn; nửa thì về số chẵn", "rounded; a half to the even number", KeepsUnit = true)]
    public static double Round(double value) => Math.Round(value);

    [BuiltIn("làm tròn; nửa thì về số chẵn", "rounded; a half to the even number", KeepsUnit = true)]
    public static decimal Round(decimal value) => Math.Round(value);

    [BuiltIn("làm tròn đến số chữ số thập phân; nửa thì về số chẵn", "rounded to so many decimals; a half to the even number")]
    public static double? Round(double value, int decimals) => decimals is >= 0 and <= 15 ? Math.Round(value, decimals) : null;

    [BuiltIn("làm tròn đến số chữ số thập phân; nửa thì về số chẵn", "rounded to so many decimals; a half to the even number")]
    public static decimal? Round(decimal value, int decimals) => decimals is >= 0 and <= 28 ? Math.Round(value, decimals) : null;

    [BuiltIn("số trong khoảng, gần số đã cho nhất", "the nearest number within bounds", KeepsUnit = true)]
    public static long? Clamp(long value, long min, long max) => min > max ? null : Math.Clamp(value, min, max);

    [BuiltIn("số trong khoảng, gần số đã cho nhất", "the nearest number within bounds", KeepsUnit = true)]
    public static double? Clamp(double value, double min, double max) => min > max ? null : Math.Clamp(value, min, max);

    [BuiltIn("số trong khoảng, gần số đã cho nhất", "the nearest number within bounds", KeepsUnit = true)]
    public static decimal? Clamp(decimal value, decimal min, decimal max) => min > max ? null : Math.Clamp(value, min, max);

    [BuiltIn("số bé hơn", "the lesser", KeepsUnit = true)]
    public static int Min(int first, int second) => Math.Min(first, second);

    [BuiltIn("số bé hơn", "the lesser", KeepsUnit = true)]
    public static long Min(long first, long second) => Math.Min(first, second);

    [BuiltIn("số bé hơn", "the lesser", KeepsUnit = true)]
    public static double Min(double first, double second) => Math.Min(first, second);

    [BuiltIn("số bé hơn", "the lesser", KeepsUnit = true)]
    public static decimal Min(decimal first, decimal second) => Math.Min(first, second);

    [BuiltIn("số lớn hơn", "the greater", KeepsUnit = true)]
    public static int Max(int first, int second) => Math.Max(first, second);

    [BuiltIn("số lớn hơn", "the greater", KeepsUnit = true)]
    public static long Max(long first, long second) => Math.Max(first, second);

    [BuiltIn("số lớn hơn", "the greater", KeepsUnit = true)]
    public static double Max(double first, double second) => Math.Max(first, second);

    [BuiltIn("số lớn hơn", "the greater", KeepsUnit = true)]
    public static decimal Max(decimal first, decimal second) => Math.Max(first, second);
}
