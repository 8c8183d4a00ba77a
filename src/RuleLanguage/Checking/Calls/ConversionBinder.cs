using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking.Operators;
using Tthc.RuleLanguage.Library;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Calls;

/// <summary>Conversions that are written: <c>int(x)</c>, <c>DateTime(2026, 7, 1)</c>, <c>cast(x, "long")</c>.</summary>
internal sealed class ConversionBinder(Binder binder, CheckReport report)
{
    /// <summary>A type called like a function.</summary>
    public BoundExpression Call(RuleType target, ImmutableArray<BoundExpression> arguments, CallPlace place)
    {
        if (arguments.Any(a => a is BoundError))
            return new BoundError(place.Span);
        if (arguments is [var single])
            return To(single, target, place.Span);
        var made = BuiltIns.Makers(target.ToString());
        return made.Length > 0
            ? binder.Functions.BuiltIn(made, arguments, place)
            : report.Error(CheckDiagnostics.ArgumentCount, place.At, place.Name, arguments.Length, $"{place.Name}(x)");
    }

    /// <summary>A value as another type.</summary>
    public BoundExpression To(BoundExpression value, RuleType target, TextSpan span)
    {
        if (value.Type.Kind is TypeKind.Unknown or TypeKind.Null)
            return Operators.Conversions.As(value, target) with { Span = span };
        var converted = (value.Type.Kind, target.Kind) switch
        {
            (TypeKind.Number, TypeKind.Number) => Number(value, target),
            (TypeKind.Enum, TypeKind.Number) => new BoundConversion(value.Type.IsNullable ? target.AsNullable() : target.AsRequired(), span, value),
            (_, TypeKind.String) => BuiltIns.Text(value),
            (TypeKind.String, _) when value is BoundConstant text => Literal(text, target),
            _ => Other(value, target),
        };
        return converted is null ? report.Error(CheckDiagnostics.BadConversion, span, value.Type.ToString(), target.ToString()) : converted with { Span = span };
    }

    private BoundExpression Literal(BoundConstant text, RuleType target) => TextLiterals.Read(text, target)
        ?? report.Error(CheckDiagnostics.TextDoesNotFit, text.Span, (string)text.Value!, target.AsRequired().ToString(), TextLiterals.Wanted(target));

    private static BoundExpression Number(BoundExpression value, RuleType target)
    {
        if (value.Type.Clr == target.Clr || Numbers.Widening(value.Type.Clr, target.Clr) is not null || (value is BoundConstant { Value: { } constant } && Numbers.Fit(constant, target.Clr) is not null))
            return Numbers.As(value, target.Clr);
        var fits = Numbers.IsBinary(target.Clr) && value.Type.Clr == typeof(decimal);
        var type = RuleType.Number(target.Clr, value.Type.Unit);
        return new BoundConversion(fits && !value.Type.IsNullable ? type : type.AsNullable(), value.Span, value);
    }

    private static BoundExpression? Other(BoundExpression value, RuleType target)
    {
        if (Operators.Conversions.Cost(value, target) is not null)
            return Operators.Conversions.As(value, target);
        if (value.Type.Kind == TypeKind.Instant && target.Kind == TypeKind.DateTime)
            return Overloads.Call(BuiltIns.Of(value.Type).First(b => b.Shape.Name == "LocalDateTime"), [value], value.Span);
        var type = target.AsRequired().ToString();
        var made = BuiltIns.Makers(type).Concat(BuiltIns.Static(type).Where(b => b.Shape.Name is "Parse" or "FromDateTime")).Select(b => b.Shape).ToList();
        return Overloads.Best(made, [value]) is { } best ? Overloads.Call(best, [value], value.Span) : null;
    }
}
