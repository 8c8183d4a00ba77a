using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking.Operators;
using Tthc.RuleLanguage.Library;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Calls;

/// <summary>A call as written.</summary>
/// <param name="Name">Name, as people know it.</param>
/// <param name="Span">Place of the whole.</param>
/// <param name="At">Place of the name.</param>
/// <param name="Receivers">How many of the arguments stand before the dot: 0 or 1.</param>
internal readonly record struct CallPlace(string Name, TextSpan Span, TextSpan At, int Receivers);

/// <summary>Binds calls of functions found by name, and says what is wrong with their arguments.</summary>
internal sealed class FunctionBinder(CheckReport report, UnitRules units)
{
    /// <summary>The call of the nearest of some built-in functions.</summary>
    public BoundExpression BuiltIn(IReadOnlyList<BuiltIn> candidates, ImmutableArray<BoundExpression> arguments, CallPlace place)
    {
        var call = Bind([.. candidates.Select(c => c.Shape)], arguments, place);
        if (call is not BoundCall bound)
            return call;
        var function = candidates.First(c => c.Shape == bound.Function);
        if (function.KeepsUnit)
            return KeepingUnit(function, bound.Arguments, place);
        if (IsTime(function.Shape.Returns.Kind) && bound.Arguments.FirstOrDefault(a => a.Type.Unit is not null) is { } counting)
            return report.Error(CheckDiagnostics.UnitWithDuration, counting.Span, counting.Type.Unit!.Title);
        if (report.IsTwoValued && function.Shape.Name == "CheckContains")
            return BuiltIns.Convert("CheckContainsOrNull", bound.Arguments) with { Span = place.Span };
        return FormatCheck.Of(report, bound) is { } wrong ? wrong : ConstantCalls.Of(report, bound, place.Name);
    }

    /// <summary>The call of the nearest of some functions.</summary>
    public BoundExpression Bind(IReadOnlyList<FunctionShape> candidates, ImmutableArray<BoundExpression> arguments, CallPlace place)
    {
        if (arguments.Any(a => a is BoundError))
            return new BoundError(place.Span);
        if (Overloads.Best(candidates, arguments) is { } best)
            return WithUnits(best, arguments, place) is { } counted ? Overloads.Call(best, counted, place.Span) : new BoundError(place.Span);
        return Refuse(candidates, arguments, place);
    }

    /// <summary>How functions are called, for messages.</summary>
    public static string Signatures(IEnumerable<FunctionShape> functions, CallPlace place) => string.Join("; ", functions.Take(4)
        .Select(f => $"{place.Name}({string.Join(", ", f.Parameters.Skip(place.Receivers).Select(p => $"{p.Type} {p.Name}"))})"));

    private BoundError Refuse(IReadOnlyList<FunctionShape> candidates, ImmutableArray<BoundExpression> arguments, CallPlace place)
    {
        var written = arguments.Length - place.Receivers;
        var fitting = candidates.Where(c => c.Parameters.Length == arguments.Length).ToList();
        if (fitting.Count == 0)
            return report.Error(CheckDiagnostics.ArgumentCount, place.At, place.Name, written, Signatures(candidates, place));
        if (fitting is [var only] && arguments.Select((a, i) => (Argument: a, Index: i)).First(a => Conversions.Cost(a.Argument, only.Parameters[a.Index].Type) is null) is var wrong)
            return WrongArgument(only.Parameters[wrong.Index].Type, wrong.Argument, wrong.Index - place.Receivers + 1, place);
        var types = string.Join(", ", arguments.Skip(place.Receivers).Select(a => a.Type.ToString()));
        return report.Error(CheckDiagnostics.NoOverload, place.Span, place.Name, types, Signatures(fitting, place));
    }

    private BoundError WrongArgument(RuleType needed, BoundExpression argument, int number, CallPlace place) =>
        argument is BoundConstant { Value: string text } && needed.Kind is not (TypeKind.Record or TypeKind.List)
            ? report.Error(CheckDiagnostics.TextDoesNotFit, argument.Span, text, needed.AsRequired().ToString(), TextLiterals.Wanted(needed))
            : report.Error(CheckDiagnostics.WrongArgument, argument.Span, number, place.Name, needed.ToString(), argument.Type.ToString());

    /// <summary>The arguments counting what the parameters count; null: they do not, which was reported.</summary>
    private ImmutableArray<BoundExpression>? WithUnits(FunctionShape function, ImmutableArray<BoundExpression> arguments, CallPlace place)
    {
        var counted = arguments.ToBuilder();
        for (var i = 0; i < counted.Count; i++)
        {
            if (function.Parameters[i].Type.Unit is not { } unit)
                continue;
            if (counted[i].Type.Unit is { } other && other != unit)
            {
                report.Error(CheckDiagnostics.UnitsDiffer, counted[i].Span, other.Title, unit.Title);
                return null;
            }
            counted[i] = units.Taking(counted[i], unit);
        }
        return counted.ToImmutable();
    }

    private BoundExpression KeepingUnit(BuiltIn function, ImmutableArray<BoundExpression> arguments, CallPlace place)
    {
        var counted = arguments.ToBuilder();
        // Twice: the first may take its unit from the last.
        for (var i = 1; i < 2 * counted.Count; i++)
        {
            var (one, other) = ((i - 1) % counted.Count, i % counted.Count);
            if (units.Agree(counted[one], counted[other], place.At) is not { } agreed)
                return new BoundError(place.Span);
            (counted[one], counted[other]) = agreed;
        }
        arguments = counted.ToImmutable();
        return Overloads.Call(function, arguments, place.Span);
    }

    private static bool IsTime(TypeKind kind) => kind is TypeKind.DateTime or TypeKind.Instant or TypeKind.Date or TypeKind.Time or TypeKind.Duration;
}
