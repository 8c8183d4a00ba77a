using System.Collections.Frozen;
using Tthc.RuleLanguage.Syntax;

namespace Tthc.RuleLanguage.Evaluation.Values;

/// <summary>The operators on boxed values, by the types of the operands. Compiled rules use the typed forms behind it, so that both agree.</summary>
internal static class Arithmetic
{
    private static readonly FrozenDictionary<(Type Left, Type Right), Func<BinaryOperator, object, object, object?>> s_binary =
        new Dictionary<(Type, Type), Func<BinaryOperator, object, object, object?>>
        {
            [(typeof(int), typeof(int))] = (op, a, b) => WholeNumbers.Apply(op, (int)a, (int)b),
            [(typeof(long), typeof(long))] = (op, a, b) => WholeNumbers.Apply(op, (long)a, (long)b),
            [(typeof(uint), typeof(uint))] = (op, a, b) => WholeNumbers.Apply(op, (uint)a, (uint)b),
            [(typeof(ulong), typeof(ulong))] = (op, a, b) => WholeNumbers.Apply(op, (ulong)a, (ulong)b),
            [(typeof(byte), typeof(byte))] = (op, a, b) => WholeNumbers.Apply(op, (byte)a, (byte)b),
            [(typeof(sbyte), typeof(sbyte))] = (op, a, b) => WholeNumbers.Apply(op, (sbyte)a, (sbyte)b),
            [(typeof(short), typeof(short))] = (op, a, b) => WholeNumbers.Apply(op, (short)a, (short)b),
            [(typeof(ushort), typeof(ushort))] = (op, a, b) => WholeNumbers.Apply(op, (ushort)a, (ushort)b),
            [(typeof(long), typeof(int))] = (op, a, b) => WholeNumbers.Apply(op, (long)a, (int)b),
            [(typeof(uint), typeof(int))] = (op, a, b) => WholeNumbers.Shift(op, (uint)a, (int)b),
            [(typeof(ulong), typeof(int))] = (op, a, b) => WholeNumbers.Shift(op, (ulong)a, (int)b),
            [(typeof(double), typeof(double))] = (op, a, b) => Fractions.Apply(op, (double)a, (double)b),
            [(typeof(float), typeof(float))] = (op, a, b) => Fractions.Apply(op, (float)a, (float)b),
            [(typeof(decimal), typeof(decimal))] = (op, a, b) => Fractions.Apply(op, (decimal)a, (decimal)b),
            [(typeof(TimeSpan), typeof(TimeSpan))] = (op, a, b) => OfSpans(op, (TimeSpan)a, (TimeSpan)b),
            [(typeof(TimeSpan), typeof(double))] = (op, a, b) => Scaled(op, (TimeSpan)a, (double)b),
            [(typeof(double), typeof(TimeSpan))] = (op, a, b) => Scaled(op, (TimeSpan)b, (double)a),
            [(typeof(DateTimeOffset), typeof(TimeSpan))] = (op, a, b) => Moved(op, (DateTimeOffset)a, (TimeSpan)b),
            [(typeof(TimeSpan), typeof(DateTimeOffset))] = (op, a, b) => Moved(op, (DateTimeOffset)b, (TimeSpan)a),
            [(typeof(DateTimeOffset), typeof(DateTimeOffset))] = (_, a, b) => Times.Between((DateTimeOffset)a, (DateTimeOffset)b),
            [(typeof(DateTime), typeof(TimeSpan))] = (op, a, b) => Moved(op, (DateTime)a, (TimeSpan)b),
            [(typeof(TimeSpan), typeof(DateTime))] = (op, a, b) => Moved(op, (DateTime)b, (TimeSpan)a),
            [(typeof(DateTime), typeof(DateTime))] = (_, a, b) => Times.Between((DateTime)a, (DateTime)b),
            [(typeof(DateOnly), typeof(TimeSpan))] = (op, a, b) => Moved(op, (DateOnly)a, (TimeSpan)b),
            [(typeof(DateOnly), typeof(DateOnly))] = (_, a, b) => Times.Between((DateOnly)a, (DateOnly)b),
            [(typeof(TimeOnly), typeof(TimeSpan))] = (op, a, b) => Moved(op, (TimeOnly)a, (TimeSpan)b),
            [(typeof(TimeOnly), typeof(TimeOnly))] = (_, a, b) => Times.Between((TimeOnly)a, (TimeOnly)b),
        }.ToFrozenDictionary();

    /// <summary>The result; null, with why, when there is none.</summary>
    public static object? Apply(BinaryOperator op, object a, object b, out MissingKind problem)
    {
        problem = op is BinaryOperator.Divide or BinaryOperator.Remainder && IsZero(b) ? MissingKind.DividedByZero : MissingKind.Overflow;
        if (s_binary.TryGetValue((a.GetType(), b.GetType()), out var apply))
            return apply(op, a, b);
        throw new InvalidOperationException($"There is no {op} of {a.GetType().Name} and {b.GetType().Name}.");
    }

    /// <summary>The opposite; null when it does not fit.</summary>
    public static object? Negate(object a) => a switch
    {
        int v => WholeNumbers.Negate(v),
        long v => WholeNumbers.Negate(v),
        double v => -v,
        decimal v => -v,
        TimeSpan v => Times.Negate(v),
        float v => -v,
        short v => WholeNumbers.Negate(v),
        sbyte v => WholeNumbers.Negate(v),
        byte v => WholeNumbers.Negate(v),
        ushort v => WholeNumbers.Negate(v),
        uint v => WholeNumbers.Negate(v),
        ulong v => WholeNumbers.Negate(v),
        _ => throw new InvalidOperationException($"There is no opposite of {a.GetType().Name}."),
    };

    /// <summary>The sign of a number or duration.</summary>
    public static int SignOf(object a) => a switch
    {
        TimeSpan v => Math.Sign(v.Ticks),
        double v => Math.Sign(v),
        float v => Math.Sign(v),
        decimal v => Math.Sign(v),
        ulong v => v == 0 ? 0 : 1,
        _ => Math.Sign(Convert.ToInt64(a)),
    };

    private static bool IsZero(object b) => b is not (DateTimeOffset or DateTime or DateOnly or TimeOnly) && SignOf(b) == 0;

    private static object? OfSpans(BinaryOperator op, TimeSpan a, TimeSpan b) => op switch
    {
        BinaryOperator.Add => Times.Add(a, b),
        BinaryOperator.Subtract => Times.Subtract(a, b),
        _ => Times.Ratio(a, b),
    };

    private static TimeSpan? Scaled(BinaryOperator op, TimeSpan a, double b) => op == BinaryOperator.Divide ? Times.Divide(a, b) : Times.Multiply(a, b);

    private static DateTimeOffset? Moved(BinaryOperator op, DateTimeOffset a, TimeSpan b) => op == BinaryOperator.Subtract ? Times.Subtract(a, b) : Times.Add(a, b);

    private static DateTime? Moved(BinaryOperator op, DateTime a, TimeSpan b) => op == BinaryOperator.Subtract ? Times.Subtract(a, b) : Times.Add(a, b);

    private static DateOnly? Moved(BinaryOperator op, DateOnly a, TimeSpan b) => op == BinaryOperator.Subtract ? Times.Subtract(a, b) : Times.Add(a, b);

    private static TimeOnly Moved(BinaryOperator op, TimeOnly a, TimeSpan b) => op == BinaryOperator.Subtract ? Times.Subtract(a, b) : Times.Add(a, b);
}
