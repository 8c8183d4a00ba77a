using System.Linq.Expressions;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Interpreting.Rules;

namespace Tthc.RuleLanguage.Evaluation.Compiling.Following;

/// <summary>Where code leaves what a condition says and until when.</summary>
/// <param name="Verdict">A <see cref="Evaluation.Verdict"/>.</param>
/// <param name="Until">Ticks, as in <see cref="Follow"/>.</param>
internal sealed record Followed(ParameterExpression Verdict, ParameterExpression Until);

/// <summary>An instant in code.</summary>
/// <param name="Value">The instant.</param>
/// <param name="Moves">Whether it runs with the clock.</param>
internal sealed record FollowedInstant(Expression Value, Expression Moves)
{
    /// <summary>As the helpers take it.</summary>
    public Expression Pair => Expression.New(typeof((DateTimeOffset, bool)).GetConstructors()[0], Value, Moves);
}

/// <summary>The named values of a rule that hang on the clock: where one is read, its expression stands.</summary>
internal sealed class TimedParameters
{
    private readonly Dictionary<Variable, BoundExpression> _values = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes a parameter in if it hangs on the clock; those it reads were offered before.</summary>
    public bool Take(BoundParameter parameter)
    {
        if (!IsTimed(parameter.Value))
            return false;
        _values[parameter.Variable] = parameter.Value;
        return true;
    }

    /// <summary>Whether an expression hangs on the clock.</summary>
    public bool IsTimed(BoundExpression e) => BoundTree.All(e).Any(n => RuleScope.IsClock(n) || (n is BoundVariable v && _values.ContainsKey(v.Variable)));

    /// <summary>What stands where a parameter is read.</summary>
    public BoundExpression Meant(BoundExpression e)
    {
        while (e is BoundVariable v && _values.TryGetValue(v.Variable, out var value))
            e = value;
        return e;
    }
}
