using System.Numerics;
using Tthc.RuleLanguage.Syntax;

namespace Tthc.RuleLanguage.Evaluation.Values;

/// <summary>Whole numbers, reckoned without exceptions: what does not fit has no result.</summary>
internal static class WholeNumbers
{
    public static T? Apply<T>(BinaryOperator op, T a, T b) where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => op switch
    {
        BinaryOperator.Add => Fit<T>(Wide(a) + Wide(b)),
        BinaryOperator.Subtract => Fit<T>(Wide(a) - Wide(b)),
        BinaryOperator.Multiply => Multiply(a, b),
        BinaryOperator.Divide => T.IsZero(b) ? null : Fit<T>(Wide(a) / Wide(b)),
        BinaryOperator.Remainder => T.IsZero(b) ? null : Fit<T>(Wide(a) % Wide(b)),
        BinaryOperator.BitAnd => a & b,
        BinaryOperator.BitOr => a | b,
        BinaryOperator.ShiftLeft => a << ShiftCount(b),
        BinaryOperator.ShiftRight => a >> ShiftCount(b),
        _ => throw new InvalidOperationException($"{op} is no operator of numbers."),
    };

    /// <summary>A shift whose count is an int, as C# has it for every width.</summary>
    public static T Shift<T>(BinaryOperator op, T a, int count) where T : struct, IBinaryInteger<T> =>
        op == BinaryOperator.ShiftLeft ? a << (count & ((8 * a.GetByteCount()) - 1)) : a >> (count & ((8 * a.GetByteCount()) - 1));

    public static T? Negate<T>(T a) where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => Fit<T>(-Wide(a));

    // A product of two unsigned numbers of 64 bits is the only one that a signed number of 128 bits does not hold.
    private static T? Multiply<T>(T a, T b) where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (typeof(T) != typeof(ulong))
            return Fit<T>(Wide(a) * Wide(b));
        var product = UInt128.CreateTruncating(a) * UInt128.CreateTruncating(b);
        return product > ulong.MaxValue ? null : T.CreateTruncating(product);
    }

    private static Int128 Wide<T>(T value) where T : struct, IBinaryInteger<T> => Int128.CreateTruncating(value);

    private static T? Fit<T>(Int128 wide) where T : struct, IBinaryInteger<T>, IMinMaxValue<T> =>
        wide < Int128.CreateTruncating(T.MinValue) || wide > Int128.CreateTruncating(T.MaxValue) ? null : T.CreateTruncating(wide);

    // As in C#: only the low bits of the count matter.
    private static int ShiftCount<T>(T count) where T : struct, IBinaryInteger<T> => int.CreateTruncating(count) & ((8 * count.GetByteCount()) - 1);
}
