using System.Globalization;
using System.Numerics;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Values;

/// <summary>Conversions of boxed values; null where the value does not fit the type wanted.</summary>
internal static class Conversions
{
    public static object? Apply(object value, RuleType to, EvaluationContext context)
    {
        if (to.Clr.IsInstanceOfType(value))
            return value;
        return to.Kind switch
        {
            TypeKind.Number => ToNumber(value, to.Clr),
            TypeKind.String => ToText(value),
            TypeKind.Character => ToCharacter(value),
            TypeKind.Boolean => value is string text && bool.TryParse(text, out var read) ? read : null,
            TypeKind.Enum => ToEnum(value, to.Clr),
            TypeKind.Guid => value is string text && Guid.TryParse(text, out var read) ? read : null,
            TypeKind.List => ToList(value, to, context),
            _ => TimeConversions.Apply(value, to.Kind, context.LocalOffset),
        };
    }

    /// <summary>The number as another type of number; a fraction loses what lies behind its point, as a cast in C# does.</summary>
    public static object? ToNumber(object value, Type to) => Type.GetTypeCode(to) switch
    {
        TypeCode.Int32 => Whole<int>(value),
        TypeCode.Int64 => Whole<long>(value),
        TypeCode.Double => Fractions.Finite(ToDouble(value)),
        TypeCode.Decimal => ToDecimal(value),
        TypeCode.Single => ToDouble(value) is var wide && float.IsFinite((float)wide) ? (float)wide : null,
        TypeCode.Byte => Whole<byte>(value),
        TypeCode.SByte => Whole<sbyte>(value),
        TypeCode.Int16 => Whole<short>(value),
        TypeCode.UInt16 => Whole<ushort>(value),
        TypeCode.UInt32 => Whole<uint>(value),
        _ => Whole<ulong>(value),
    };

    /// <summary>The same elements in a list that holds them in another way; none where an element is missing that must not be.</summary>
    private static Array? ToList(object value, RuleType to, EvaluationContext context)
    {
        var items = Items.Of(value);
        var elements = new object?[items.Count];
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = items[i] is { } item ? Apply(item, to.Element!, context) : null;
            if (elements[i] is null && (items[i] is not null || !to.Element!.IsNullable))
                return null;
        }
        var array = Items.ArrayOf(to.Element!.ClrType, elements);
        return to.Clr.IsInstanceOfType(array) ? array : null;
    }

    /// <summary>The decimal nearest a fraction; none beyond what decimals hold.</summary>
    public static decimal? ToDecimal(double value) => Math.Abs(value) < 7.9e28 ? (decimal)value : null;

    private static object? Whole<T>(object value) where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (WideOf(value) is not { } wide || wide < Int128.CreateTruncating(T.MinValue) || wide > Int128.CreateTruncating(T.MaxValue))
            return null;
        return T.CreateTruncating(wide);
    }

    private static Int128? WideOf(object value) => value switch
    {
        double fraction => Math.Abs(fraction) < 1e20 ? (Int128)fraction : null,
        float fraction => Math.Abs(fraction) < 1e20f ? (Int128)fraction : null,
        decimal fraction => (Int128)decimal.Truncate(fraction),
        ulong whole => whole,
        char character => character,
        string text => Int128.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var read) ? read : null,
        bool => null,
        IConvertible whole => whole.ToInt64(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static double ToDouble(object value) => value switch
    {
        double fraction => fraction,
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) ? read : double.NaN,
        bool or char => double.NaN,
        IConvertible number => number.ToDouble(CultureInfo.InvariantCulture),
        _ => double.NaN,
    };

    private static decimal? ToDecimal(object value) => value switch
    {
        double fraction => ToDecimal(fraction),
        float fraction => ToDecimal((double)fraction),
        string text => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var read) ? read : null,
        bool or char => null,
        IConvertible number => number.ToDecimal(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static object? ToEnum(object value, Type to)
    {
        if (value is string text)
            return Enum.TryParse(to, text, ignoreCase: true, out var read) ? read : null;
        return WideOf(value) is { } wide && wide >= long.MinValue && wide <= long.MaxValue ? Enum.ToObject(to, (long)wide) : null;
    }

    private static object? ToCharacter(object value) => value switch
    {
        string { Length: 1 } text => text[0],
        string => null,
        _ => WideOf(value) is { } wide && wide >= 0 && wide <= char.MaxValue ? (char)wide : null,
    };

    private static string ToText(object value) =>
        value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value.ToString() ?? "";
}
