using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.RuleSets.Tables;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.RuleSets.Compiling;

/// <summary>Checks named values and thresholds.</summary>
internal static class ParameterBinder
{
    public static RuleScope Bind(RuleScope scope, ParameterDefinition parameter)
    {
        if (parameter.Table is not { } table)
            return scope.With(parameter.Name, scope.Expression(parameter.Expression!), ExpressionText.From(parameter.Expression!));
        var (inner, value) = TableBinder.Value(scope, table, parameter.Name);
        return inner.With(parameter.Name, value, ExpressionText.From(parameter.Name));
    }

    public static RuleScope Bind(RuleScope scope, ThresholdDefinition threshold)
    {
        var text = ExpressionText.From(threshold.Name);
        var span = new TextSpan(0, threshold.Name.Value.Length);
        var type = threshold.Type.Counting(Unit(scope, threshold));
        if (threshold.Values.IsEmpty)
            return scope.With(threshold.Name, value: null, text);
        if (threshold.Values is [{ From: null, Value: var only }] && threshold.On is null)
            return scope.With(threshold.Name, new BoundConstant(type, span, only.Value), text);
        if (Day(scope, threshold) is not { } day)
            return scope.With(threshold.Name, value: null, text);
        var (inner, variable) = scope.WithHidden(threshold.Name.Value + ".On", day, threshold.On is { } on ? ExpressionText.From(on) : text);
        return inner.With(threshold.Name, Chosen(threshold.Values, type, new BoundVariable(variable.Type, span, variable)), text);
    }

    private static UnitOfMeasure? Unit(RuleScope scope, ThresholdDefinition threshold)
    {
        if (threshold.Unit is not { } name)
            return null;
        var unit = scope.Options.Units.FirstOrDefault(u => u.Name == name.Value);
        if (unit is null)
            scope.Bag.Report(name.Problem(RuleSetDiagnostics.UnknownUnit, name.Value).WithNearest(NameSuggestion.Nearest(name.Value, scope.Options.Units.Select(u => u.Name))));
        return unit;
    }

    private static BoundExpression? Day(RuleScope scope, ThresholdDefinition threshold)
    {
        if (threshold.On is not { } on)
            return new BoundClock(RuleType.DateTime, default, ClockReading.Today);
        if (scope.Expression(on) is not { } day)
            return null;
        if (day.Type.Kind is TypeKind.Date or TypeKind.DateTime or TypeKind.Instant)
            return day;
        scope.Bag.Report(on.Problem(RuleSetDiagnostics.ThresholdDay, day.Type.ToString()));
        return null;
    }

    /// <summary>The last value whose first day is not after the day; missing before the first, and where the day is missing.</summary>
    private static BoundExpression Chosen(ImmutableArray<ThresholdValue> values, RuleType type, BoundVariable day)
    {
        var chosen = values[0].From is null
            ? (BoundExpression)new BoundConstant(type, day.Span, values[0].Value.Value)
            : new BoundConstant(type.AsNullable(), day.Span, Value: null);
        foreach (var value in values.Where(v => v.From is not null))
        {
            var reached = new BoundBinary(
                day.Type.IsNullable ? RuleType.Boolean.AsNullable() : RuleType.Boolean, day.Span, BinaryOperator.GreaterOrEqual, day, Midnight(value.From!.Value, day.Type, day.Span));
            var result = day.Type.IsNullable || chosen.Type.IsNullable ? type.AsNullable() : type;
            chosen = new BoundConditional(result, day.Span, reached, new BoundConstant(type, day.Span, value.Value.Value), chosen);
        }
        return chosen;
    }

    private static BoundExpression Midnight(DateOnly day, RuleType type, TextSpan span)
    {
        if (type.Kind == TypeKind.Date)
            return new BoundConstant(RuleType.Date, span, day);
        var local = new BoundConstant(RuleType.DateTime, span, day.ToDateTime(TimeOnly.MinValue));
        return type.Kind == TypeKind.Instant ? new BoundConversion(RuleType.Instant, span, local) : local;
    }
}
