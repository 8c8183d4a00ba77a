namespace Tthc.RuleLanguage.Library.Numbers;

/// <summary>The other functions called on <c>Math</c>; null where they have no finite value.</summary>
internal static class RealFunctions
{
    [BuiltIn("dấu: -1, 0 hay 1", "the sign: -1, 0 or 1")]
    public static int Sign(long value) => Math.Sign(value);

    [BuiltIn("dấu: -1, 0 hay 1", "the sign: -1, 0 or 1")]
    public static int? Sign(double value) => double.IsNaN(value) ? null : Math.Sign(value);

    [BuiltIn("dấu: -1, 0 hay 1", "the sign: -1, 0 or 1")]
    public static int Sign(decimal value) => Math.Sign(value);

    [BuiltIn("căn bậc hai", "the square root")]
    public static double? Sqrt(double value) => Finite(Math.Sqrt(value));

    [BuiltIn("căn bậc ba", "the cube root")]
    public static double Cbrt(double value) => Math.Cbrt(value);

    [BuiltIn("lũy thừa", "the power")]
    public static double? Pow(double value, double power) => Finite(Math.Pow(value, power));

    [BuiltIn("e mũ", "e to the power")]
    public static double? Exp(double value) => Finite(Math.Exp(value));

    [BuiltIn("lô-ga-rít tự nhiên", "the natural logarithm")]
    public static double? Log(double value) => Finite(Math.Log(value));

    [BuiltIn("lô-ga-rít theo cơ số", "the logarithm to a base")]
    public static double? Log(double value, double newBase) => Finite(Math.Log(value, newBase));

    [BuiltIn("lô-ga-rít cơ số 10", "the logarithm to the base 10")]
    public static double? Log10(double value) => Finite(Math.Log10(value));

    [BuiltIn("lô-ga-rít cơ số 2", "the logarithm to the base 2")]
    public static double? Log2(double value) => Finite(Math.Log2(value));

    [BuiltIn("sin", "the sine")]
    public static double? Sin(double value) => Finite(Math.Sin(value));

    [BuiltIn("cos", "the cosine")]
    public static double? Cos(double value) => Finite(Math.Cos(value));

    [BuiltIn("tang", "the tangent")]
    public static double? Tan(double value) => Finite(Math.Tan(value));

    [BuiltIn("arc sin", "the arc sine")]
    public static double? Asin(double value) => Finite(Math.Asin(value));

    [BuiltIn("arc cos", "the arc cosine")]
    public static double? Acos(double value) => Finite(Math.Acos(value));

    [BuiltIn("arc tang", "the arc tangent")]
    public static double Atan(double value) => Math.Atan(value);

    [BuiltIn("góc của điểm (x, y)", "the angle of the point (x, y)")]
    public static double Atan2(double y, double x) => Math.Atan2(y, x);

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
