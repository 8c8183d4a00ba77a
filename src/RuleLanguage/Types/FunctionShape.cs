using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using Tthc.Text;

namespace Tthc.RuleLanguage.Types;

/// <summary>A parameter of a function.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">Type; a nullable one takes a missing value, otherwise a missing argument makes the result missing without a call.</param>
public sealed record ParameterShape(string Name, RuleType Type);

/// <summary>
/// A function rules may call: always one method of ours, total, without side effects. A method of an instance takes the receiver as argument 0. A method whose
/// first parameter is an <see cref="Evaluation.EvaluationContext"/> is handed the context, which is not among <see cref="Parameters"/>.
/// </summary>
public sealed class FunctionShape
{
    private readonly Lazy<Func<Evaluation.EvaluationContext, object?[], object?>> _invoke;

    /// <summary>A function on a method.</summary>
    public FunctionShape(string name, ImmutableArray<ParameterShape> parameters, RuleType returns, BilingualText description, MethodInfo method)
    {
        (Name, Parameters, Returns, Description, Method) = (name, parameters, returns, description, method);
        _invoke = new Lazy<Func<Evaluation.EvaluationContext, object?[], object?>>(Invoker);
    }

    /// <summary>Name as written in rules.</summary>
    public string Name { get; }

    /// <summary>Parameters; the receiver of an instance method or of a text or list function written after a dot comes first.</summary>
    public ImmutableArray<ParameterShape> Parameters { get; }

    /// <summary>Result; nullable when the function may be unable to tell.</summary>
    public RuleType Returns { get; }

    /// <summary>What it gives.</summary>
    public BilingualText Description { get; }

    /// <summary>The method behind it.</summary>
    public MethodInfo Method { get; }

    /// <summary>How it behaves while time passes; empty: nothing is known.</summary>
    public ImmutableArray<TimeBehaviour> InTime { get; init; } = [];

    /// <summary>Whether the method is handed the context.</summary>
    public bool TakesContext => Method.GetParameters() is [{ } first, ..] && first.ParameterType == typeof(Evaluation.EvaluationContext);

    /// <summary>The call as an expression; arguments are of the parameters' CLR types.</summary>
    public Expression Call(Expression context, IReadOnlyList<Expression> arguments)
    {
        var receiver = Method.IsStatic ? null : arguments[0];
        IEnumerable<Expression> rest = Method.IsStatic ? arguments : arguments.Skip(1);
        return Expression.Call(receiver, Method, TakesContext ? rest.Prepend(context) : rest);
    }

    /// <summary>The call on boxed arguments.</summary>
    public object? Invoke(Evaluation.EvaluationContext context, object?[] arguments) => _invoke.Value(context, arguments);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}({string.Join(", ", Parameters.Select(p => $"{p.Name}: {p.Type}"))}): {Returns}";

    private Func<Evaluation.EvaluationContext, object?[], object?> Invoker()
    {
        var context = Expression.Parameter(typeof(Evaluation.EvaluationContext));
        var boxed = Expression.Parameter(typeof(object?[]));
        var arguments = Parameters.Select((p, i) => (Expression)Expression.Convert(Expression.ArrayIndex(boxed, Expression.Constant(i)), p.Type.ClrType)).ToList();
        return Expression.Lambda<Func<Evaluation.EvaluationContext, object?[], object?>>(
            Expression.Convert(Call(context, arguments), typeof(object)), context, boxed).Compile();
    }
}

/// <summary>How the result of a function moves while the instant passed as one of its arguments moves forward.</summary>
/// <param name="Parameter">Index of that parameter in <see cref="FunctionShape.Parameters"/>.</param>
public abstract record TimeBehaviour(int Parameter)
{
    /// <summary>The method behind what is said of it, which compiled code calls without boxing; null: it is asked through the delegate.</summary>
    public MethodInfo? Companion { get; init; }
}

/// <summary>It never falls (or never rises).</summary>
/// <param name="Parameter">Index of the instant.</param>
/// <param name="IsFalling">Whether it never rises.</param>
/// <param name="FirstReaching">Of all arguments (the instant is not looked at) and a threshold: the earliest instant at which the result is at least (falling: at most) the threshold; null: never.</param>
public sealed record Monotone(int Parameter, bool IsFalling, Func<object?[], object, DateTimeOffset?> FirstReaching) : TimeBehaviour(Parameter);

/// <summary>It stays the same until certain instants.</summary>
/// <param name="Parameter">Index of the instant.</param>
/// <param name="NextChange">Of all arguments: the next instant at which the result may be another; null: never.</param>
public sealed record Stepwise(int Parameter, Func<object?[], DateTimeOffset?> NextChange) : TimeBehaviour(Parameter);
