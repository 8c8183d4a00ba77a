using Tthc.RuleLanguage.Checking.Names;
using Tthc.RuleLanguage.Checking.Operators;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Checking;

/// <summary>Says what an expression means and what is wrong with it, before it ever runs.</summary>
public static class ExpressionChecker
{
    /// <summary>The meaning of an expression; null when it has an error. Every mistake is reported, at its place.</summary>
    public static BoundExpression? Check(ExpressionText text, CheckOptions options, DiagnosticBag bag) =>
        ExpressionParser.Parse(text, bag, options.Limits) is { } syntax ? Check(text, syntax, options, bag) : null;

    /// <summary>The meaning of a condition: of type bool, possibly missing; null when it has an error.</summary>
    public static BoundExpression? CheckCondition(ExpressionText text, CheckOptions options, DiagnosticBag bag) =>
        Check(text, options with { Expected = RuleType.Boolean }, bag);

    /// <summary>The meaning of an expression that has been parsed; null when it has an error.</summary>
    public static BoundExpression? Check(ExpressionText text, ExpressionSyntax syntax, CheckOptions options, DiagnosticBag bag)
    {
        var before = bag.ErrorCount;
        var report = new CheckReport(text, options, bag);
        var binder = new Binder(report);
        var bound = binder.Bind(syntax, Scope.Top);
        if (options.Expected is { } expected && bound is not BoundError)
            bound = AsExpected(binder, report, bound, expected);
        return bag.ErrorCount > before || bound is BoundError ? null : bound;
    }

    private static BoundExpression AsExpected(Binder binder, CheckReport report, BoundExpression bound, RuleType expected)
    {
        if (expected.Kind == TypeKind.Boolean)
            return binder.Logic.Condition(bound);
        if (Conversions.Cost(bound, expected) is null)
            return report.Error(CheckDiagnostics.WrongResult, bound.Span, expected.ToString(), bound.Type.ToString());
        if (expected.Unit is { } unit && bound.Type.Unit is { } other && unit != other)
            return report.Error(CheckDiagnostics.UnitsDiffer, bound.Span, other.Title, unit.Title);
        return Conversions.As(new UnitRules(report).Taking(bound, expected.Unit), expected);
    }
}
