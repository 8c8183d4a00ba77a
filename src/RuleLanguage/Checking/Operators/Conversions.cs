using Tthc.RuleLanguage.Library;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Checking.Operators;

/// <summary>Conversions that happen without being written.</summary>
internal static class Conversions
{
    /// <summary>How far a value is from a type; 0: it is of it, null: it does not become it.</summary>
    public static int? Cost(BoundExpression from, RuleType to)
    {
        if (from.Type.Kind is TypeKind.Unknown || to.Kind is TypeKind.Unknown)
            return 0;
        if (from.Type.Kind == TypeKind.Null)
            return to.IsNullable ? 0 : 1;
        return from.Type.Kind == to.Kind ? SameKind(from, to) : OtherKind(from, to);
    }

    /// <summary>The value as that type; only after <see cref="Cost"/> said that it can be.</summary>
    public static BoundExpression As(BoundExpression from, RuleType to)
    {
        if (to.Kind is TypeKind.Unknown or TypeKind.Null)
            return from;
        if (from.Type.Kind == TypeKind.Null)
            return new BoundConstant(to.AsNullable(), from.Span, null);
        if (from.Type.Kind == TypeKind.Unknown)
            return new BoundConversion(to.AsNullable(), from.Span, from);
        if (from.Type.Kind == TypeKind.Number && to.Kind == TypeKind.Number)
            return Numbers.As(from, to.Clr);
        if (from.Type.Kind == TypeKind.List && !to.Clr.IsAssignableFrom(from.Type.Clr))
            return new BoundConversion(from.Type.IsNullable ? to.AsNullable() : to.AsRequired(), from.Span, from);
        if (from.Type.Kind == to.Kind)
            return from;
        return from is BoundConstant { Value: string } text && to.Kind != TypeKind.String ? TextLiterals.Read(text, to)! : Changed(from, to);
    }

    /// <summary>Two records, or two lists, of one type.</summary>
    public static bool IsSame(RuleType a, RuleType b) => a.Kind == b.Kind && a.Kind switch
    {
        TypeKind.Record => a.Record == b.Record,
        TypeKind.List => IsSame(a.Element!, b.Element!),
        _ => a.Clr == b.Clr,
    };

    private static int? SameKind(BoundExpression from, RuleType to)
    {
        if (from.Type.Kind != TypeKind.Number)
            return IsSame(from.Type, to) ? 0 : null;
        if (from.Type.Clr == to.Clr)
            return 0;
        if (Numbers.Widening(from.Type.Clr, to.Clr) is { } distance)
            return distance;
        return from is BoundConstant { Value: { } value } && Numbers.Fit(value, to.Clr) is not null ? 12 : null;
    }

    private static int? OtherKind(BoundExpression from, RuleType to)
    {
        if (from is BoundConstant { Value: string } text)
            return TextLiterals.Read(text, to) is null ? null : to.Kind == TypeKind.Character ? 1 : 20;
        return (from.Type.Kind, to.Kind) switch
        {
            (TypeKind.Character, TypeKind.String) => 10,
            (TypeKind.DateTime, TypeKind.Instant) => 11,
            (TypeKind.Date, TypeKind.DateTime) => 12,
            (TypeKind.Date, TypeKind.Instant) => 13,
            _ => null,
        };
    }

    private static BoundExpression Changed(BoundExpression from, RuleType to)
    {
        var target = from.Type.IsNullable ? to.AsNullable() : to.AsRequired();
        return (from, from.Type.Kind, to.Kind) switch
        {
            (BoundClock { Reading: ClockReading.Utc } clock, _, TypeKind.Instant) => new BoundClock(RuleType.Instant, clock.Span, ClockReading.UtcInstant),
            (_, TypeKind.DateTime, TypeKind.Instant) when Greenwich.Is(from) => BuiltIns.Convert("FromGreenwich", from),
            (_, TypeKind.DateTime, TypeKind.Instant) => new BoundConversion(target, from.Span, from),
            (_, TypeKind.Date, TypeKind.Instant) => new BoundConversion(target, from.Span, Changed(from, RuleType.DateTime)),
            (_, TypeKind.Date, TypeKind.DateTime) => BuiltIns.Convert("Midnight", from),
            _ => BuiltIns.Convert("Text", from),
        };
    }
}
