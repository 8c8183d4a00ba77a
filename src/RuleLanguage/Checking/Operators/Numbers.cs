using System.Collections.Frozen;
using System.Globalization;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Checking.Operators;

/// <summary>How numbers become other numbers: promotion as in C#, and constants that fit.</summary>
internal static class Numbers
{
    private static readonly Type[] s_order =
    [
        typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(float), typeof(double), typeof(decimal),
    ];

    private static readonly FrozenSet<Type> s_whole = s_order.Take(8).ToFrozenSet();

    public static bool IsWhole(Type clr) => s_whole.Contains(clr);

    public static bool IsBinary(Type clr) => clr == typeof(float) || clr == typeof(double);

    private static bool IsSigned(Type clr) => clr == typeof(sbyte) || clr == typeof(short) || clr == typeof(int) || clr == typeof(long);

    /// <summary>Whether every value of one fits the other; how far apart they are, null: not without loss or in doubt.</summary>
    public static int? Widening(Type from, Type to)
    {
        var (a, b) = (Array.IndexOf(s_order, from), Array.IndexOf(s_order, to));
        if (a == b)
            return 0;
        if (IsBinary(from) && to == typeof(decimal) || b < a || (IsSigned(from) && IsWhole(to) && !IsSigned(to)))
            return null;
        return from == typeof(byte) && to == typeof(sbyte) || from == typeof(ushort) && to == typeof(short) ? null : b - a;
    }

    /// <summary>The value held as another number; null: it does not fit.</summary>
    public static object? Fit(object value, Type clr)
    {
        if (value.GetType() == clr)
            return value;
        try
        {
            var converted = Convert.ChangeType(value, clr, CultureInfo.InvariantCulture);
            if (converted is double or float && !double.IsFinite(Convert.ToDouble(converted, CultureInfo.InvariantCulture)))
                return null;
            return IsWhole(clr) && Convert.ToDecimal(value, CultureInfo.InvariantCulture) != Convert.ToDecimal(converted, CultureInfo.InvariantCulture) ? null : converted;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The type two numbers meet in; null: there is none.</summary>
    public static Type? Common(BoundExpression left, BoundExpression right)
    {
        var (l, r) = (left.Type.Clr, right.Type.Clr);
        if (l == r)
            return Promoted(l);
        if (IsBinary(l) && r == typeof(decimal))
            return ByConstant(left, right);
        if (IsBinary(r) && l == typeof(decimal))
            return ByConstant(right, left);
        if (l == typeof(ulong) && IsSigned(r))
            return Unsigned(right, l);
        if (r == typeof(ulong) && IsSigned(l))
            return Unsigned(left, r);
        var (small, large) = Array.IndexOf(s_order, l) < Array.IndexOf(s_order, r) ? (left, right) : (right, left);
        return large.Type.Clr == typeof(uint) && IsSigned(small.Type.Clr) ? Unsigned(small, typeof(uint)) ?? typeof(long) : Promoted(large.Type.Clr);
    }

    /// <summary>Whole numbers smaller than int are reckoned as int.</summary>
    public static Type Promoted(Type clr) => Array.IndexOf(s_order, clr) < Array.IndexOf(s_order, typeof(int)) ? typeof(int) : clr;

    /// <summary>A number of that type; a constant is converted here and now.</summary>
    public static BoundExpression As(BoundExpression number, Type clr)
    {
        if (number.Type.Clr == clr)
            return number;
        var target = RuleType.Number(clr, number.Type.Unit);
        if (number is BoundConstant { Value: { } value } && Fit(value, clr) is { } fitting)
            return new BoundConstant(target, number.Span, fitting);
        return new BoundConversion(number.Type.IsNullable ? target.AsNullable() : target, number.Span, number);
    }

    private static Type? Unsigned(BoundExpression signed, Type clr) => signed is BoundConstant { Value: { } value } && Fit(value, clr) is not null ? clr : null;

    /// <summary>A decimal and a binary fraction meet when one of them is written in the rule.</summary>
    private static Type? ByConstant(BoundExpression binary, BoundExpression exact)
    {
        if (binary is BoundConstant { Value: { } value } && Fit(value, typeof(decimal)) is not null)
            return typeof(decimal);
        return exact is BoundConstant ? binary.Type.Clr : null;
    }
}
