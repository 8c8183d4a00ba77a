using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Checking.Calls;

/// <summary>A built-in function of constants is called when the rule is checked: <c>DateTime(2026, 2, 30)</c> is a mistake then, not a missing value later.</summary>
internal static class ConstantCalls
{
    /// <summary>The constant, an error, or the call as it is when not all of it is known.</summary>
    public static BoundExpression Of(CheckReport report, BoundCall call, string name)
    {
        if (call.Function.TakesContext || call.Arguments.IsEmpty || call.Arguments.Any(a => a is not BoundConstant { Value: not null }))
            return call;
        // Reflection: compiling the function for one call would cost a thousand times as much.
        var value = call.Function.Method.Invoke(null, [.. call.Arguments.Select(a => ((BoundConstant)a).Value)]);
        if (value is null or double.NaN)
            return report.Error(CheckDiagnostics.NoValue, call.Span, name);
        return RuleType.Scalar(value.GetType()) is null ? call : new BoundConstant(call.Type.AsRequired(), call.Span, value);
    }
}
