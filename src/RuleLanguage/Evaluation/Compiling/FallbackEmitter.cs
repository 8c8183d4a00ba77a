using System.Linq.Expressions;
using System.Reflection;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Interpreting;

namespace Tthc.RuleLanguage.Evaluation.Compiling;

/// <summary>What is rare is left to the interpreter: orderings, groups, lists and records made by a rule.</summary>
internal sealed class FallbackEmitter(Emitter emit)
{
    private static readonly MethodInfo s_run = typeof(Interpreted).GetMethod(nameof(Interpreted.Run))!;

    public Expression Emit(BoundExpression e, Exits exits)
    {
        var read = BoundTree.All(e).OfType<BoundVariable>().Select(v => v.Variable).Distinct()
            .Except(BoundTree.All(e).OfType<BoundQuery>().Select(q => q.Lambda?.Parameter)).OfType<Variable>().ToArray();
        var values = Expression.NewArrayInit(typeof(object), read.Select(v => Expression.Convert(emit.Bindings[v].Value, typeof(object))));
        var states = Expression.NewArrayInit(typeof(byte), read.Select(v => emit.Bindings[v].State ?? Expression.Constant((byte)0)));
        var interpreted = Expression.Constant(new Interpreted(e, emit.Mode, read));
        var kept = emit.Code.Keep(Expression.Call(interpreted, s_run, emit.Facts, emit.Context, values, states));
        if (emit.IsTwoValued)
            emit.Code.GoIf(Expression.ReferenceEqual(kept, Expression.Constant(Interpreted.Failed)), exits.Failed);
        emit.Code.GoIf(Expression.ReferenceEqual(kept, Expression.Constant(null)), exits.Missing);
        return Expression.Convert(kept, e.Type.Clr);
    }
}

/// <summary>A sub-expression of compiled code that is interpreted.</summary>
/// <param name="expression">The sub-expression.</param>
/// <param name="mode">What a missing fact means.</param>
/// <param name="variables">The variables it reads from around it.</param>
internal sealed class Interpreted(BoundExpression expression, MissingFacts mode, Variable[] variables)
{
    /// <summary>Stands for an error where those count.</summary>
    public static object Failed { get; } = new();

    public object? Run(object facts, EvaluationContext context, object?[] values, byte[] states)
    {
        var walk = new Interpreter(facts, context, mode);
        for (var i = 0; i < variables.Length; i++)
            walk.Slots.Push(variables[i], new Outcome(states[i] == 0 ? values[i] : null, null, null, states[i] == 2 && walk.IsTwoValued));
        var outcome = walk.Evaluate(expression);
        return outcome.IsFailed ? Failed : outcome.Value;
    }
}
