using System.Collections.Immutable;
using System.Linq.Expressions;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Interpreting;
using Tthc.RuleLanguage.Evaluation.Interpreting.Rules;

namespace Tthc.RuleLanguage.Evaluation.Compiling.Rules;

/// <summary>Rules and their parameters.</summary>
internal sealed class RuleEmitter(Emitter emit)
{
    private static readonly ConstantExpression s_there = Expression.Constant((byte)0);

    /// <summary>Evaluates named values and makes them known.</summary>
    public void Define(IEnumerable<BoundParameter> parameters)
    {
        foreach (var parameter in parameters)
            Define(parameter);
    }

    /// <summary>The verdict of a rule, as code that leaves it in a variable.</summary>
    public void Judge(BoundRule rule, ParameterExpression verdict)
    {
        Define(rule.Locals);
        if (rule is BoundLeaf leaf)
            Leaf(leaf, verdict);
        else
            Group((BoundGroup)rule, verdict);
    }

    private void Define(BoundParameter parameter)
    {
        var (missing, failed, end) = (new Place(), new Place(), new Place());
        var exits = emit.IsTwoValued ? new Exits(missing, failed, failed) : new Exits(missing, missing, missing);
        var (kept, state) = (emit.Code.Temp(parameter.Variable.Type.Clr), emit.Code.Temp(typeof(byte)));
        var value = emit.Value(parameter.Value, exits);
        emit.Code.Do(Expression.Assign(kept, Emitter.As(value, kept.Type)));
        if (!missing.IsUsed && !failed.IsUsed)
        {
            emit.Bindings[parameter.Variable] = new Binding(kept, s_there);
            return;
        }
        emit.Code.Do(Expression.Assign(state, s_there));
        emit.Code.Go(end);
        Otherwise(missing, state, 1, end);
        Otherwise(failed, state, 2, end);
        emit.Code.Mark(end);
        emit.Bindings[parameter.Variable] = new Binding(kept, state);
    }

    private void Otherwise(Place place, ParameterExpression state, byte value, Place end)
    {
        if (!place.IsUsed)
            return;
        emit.Code.Mark(place);
        emit.Code.Do(Expression.Assign(state, Expression.Constant(value)));
        emit.Code.Go(end);
    }

    private void Leaf(BoundLeaf leaf, ParameterExpression verdict)
    {
        var (yes, no, missing, failed, end) = (new Place(), new Place(), new Place(), new Place(), new Place());
        var exits = emit.IsTwoValued ? new Exits(no, failed, failed) : new Exits(missing, missing, missing);
        emit.Condition(leaf.Condition, yes, no, exits);
        Says(yes, verdict, Verdict.True, end);
        Says(no, verdict, Verdict.False, end);
        Says(missing, verdict, Verdict.Undetermined, end);
        if (failed.IsUsed)
        {
            emit.Code.Mark(failed);
            emit.Code.Do(Expression.Call(emit.Context, nameof(EvaluationContext.Fail), null));
            emit.Code.Do(Expression.Assign(verdict, Expression.Constant(Verdict.Undetermined)));
        }
        emit.Code.Mark(end);
    }

    private void Says(Place place, ParameterExpression verdict, Verdict says, Place end)
    {
        if (!place.IsUsed)
            return;
        emit.Code.Mark(place);
        emit.Code.Do(Expression.Assign(verdict, Expression.Constant(says)));
        emit.Code.Go(end);
    }

    private void Group(BoundGroup group, ParameterExpression verdict)
    {
        var so = emit.Code.Keep(Expression.Constant(Judgement.Start(group)));
        foreach (var child in group.Children)
        {
            var one = emit.Code.Temp(typeof(Verdict));
            Judge(child, one);
            emit.Code.Do(Expression.Assign(so, Expression.Call(typeof(Judgement), nameof(Judgement.With), null, Expression.Constant(group.Operator), so, one)));
        }
        emit.Code.Do(Expression.Assign(verdict, so));
    }
}
