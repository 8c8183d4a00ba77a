using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking.Operators;
using Tthc.RuleLanguage.Library;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Calls;

/// <summary>Chooses among functions of one name, and makes the call.</summary>
internal static class Overloads
{
    /// <summary>The function nearest to the arguments, the first among equals; null: none takes them.</summary>
    public static FunctionShape? Best(IReadOnlyList<FunctionShape> candidates, ImmutableArray<BoundExpression> arguments)
    {
        var (best, least) = ((FunctionShape?)null, int.MaxValue);
        foreach (var candidate in candidates)
        {
            if (Cost(candidate, arguments) is { } cost && cost < least)
                (best, least) = (candidate, cost);
        }
        return best;
    }

    /// <summary>The call of a function that takes the arguments.</summary>
    public static BoundCall Call(FunctionShape function, ImmutableArray<BoundExpression> arguments, TextSpan span)
    {
        ImmutableArray<BoundExpression> fitting = [.. arguments.Select((a, i) => Conversions.As(a, function.Parameters[i].Type))];
        var missing = fitting.Where((a, i) => a.Type.IsNullable && !function.Parameters[i].Type.IsNullable).Any();
        return new BoundCall(missing ? function.Returns.AsNullable() : function.Returns, span, function, fitting);
    }

    /// <summary>The call of a built-in function; the result counts what the arguments count where the function says so.</summary>
    public static BoundExpression Call(BuiltIn function, ImmutableArray<BoundExpression> arguments, TextSpan span)
    {
        var call = Call(function.Shape, arguments, span);
        var unit = function.KeepsUnit ? arguments.Select(a => a.Type.Unit).FirstOrDefault(u => u is not null) : null;
        return unit is null ? call : call with { Type = call.Type.Counting(unit) };
    }

    private static int? Cost(FunctionShape function, ImmutableArray<BoundExpression> arguments)
    {
        if (function.Parameters.Length != arguments.Length)
            return null;
        var total = 0;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (Conversions.Cost(arguments[i], function.Parameters[i].Type) is not { } cost)
                return null;
            total += cost;
        }
        return total;
    }
}
