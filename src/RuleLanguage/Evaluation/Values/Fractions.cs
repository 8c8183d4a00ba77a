using Tthc.RuleLanguage.Syntax;

namespace Tthc.RuleLanguage.Evaluation.Values;

/// <summary>Binary and decimal fractions; a result that is no finite number is none.</summary>
internal static class Fractions
{
    public static double? Apply(BinaryOperator op, double a, double b) => Finite(op switch
    {
        BinaryOperator.Add => a + b,
        BinaryOperator.Subtract => a - b,
        BinaryOperator.Multiply => a * b,
        BinaryOperator.Divide => a / b,
        BinaryOperator.Remainder => a % b,
        _ => throw new InvalidOperationException($"{op} is no operator of fractions."),
    });

    public static float? Apply(BinaryOperator op, float a, float b) => op switch
    {
        BinaryOperator.Add => Finite(a + b),
        BinaryOperator.Subtract => Finite(a - b),
        BinaryOperator.Multiply => Finite(a * b),
        BinaryOperator.Divide => Finite(a / b),
        BinaryOperator.Remainder => Finite(a % b),
        _ => throw new InvalidOperationException($"{op} is no operator of fractions."),
    };

    public static decimal? Apply(BinaryOperator op, decimal a, decimal b)
    {
        if (b == 0 && op is BinaryOperator.Divide or BinaryOperator.Remainder)
            return null;
        try
        {
            return op switch
            {
                BinaryOperator.Add => a + b,
                BinaryOperator.Subtract => a - b,
                BinaryOperator.Multiply => a * b,
                BinaryOperator.Divide => a / b,
                BinaryOperator.Remainder => a % b,
                _ => throw new InvalidOperationException($"{op} is no operator of fractions."),
            };
        }
        catch (OverflowException)
        {
            // The platform offers no other way to learn that a decimal does not fit.
            return null;
        }
    }

    public static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static float? Finite(float value) => float.IsFinite(value) ? value : null;
}
