using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Names;

/// <summary>What may be asked of a value that may be missing: <c>HasValue</c> and <c>Value</c>.</summary>
internal static class Nullables
{
    public static BoundExpression? Member(CheckReport report, BoundExpression receiver, string name, TextSpan span)
    {
        var comparison = report.Options.IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        if (!receiver.Type.IsNullable)
            return null;
        if (string.Equals(name, "Value", comparison))
            return receiver with { Span = span };
        return string.Equals(name, "HasValue", comparison) ? IsThere(receiver, span) : null;
    }

    /// <summary>Whether a value is there; never missing itself.</summary>
    public static BoundBinary IsThere(BoundExpression value, TextSpan span) =>
        new(RuleType.Boolean, span, BinaryOperator.NotEqual, value, new BoundConstant(RuleType.Null, span, null));
}
