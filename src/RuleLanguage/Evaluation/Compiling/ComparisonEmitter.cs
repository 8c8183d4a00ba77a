using System.Linq.Expressions;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Values;
using Tthc.RuleLanguage.Syntax;

namespace Tthc.RuleLanguage.Evaluation.Compiling;

/// <summary>Comparisons as jumps.</summary>
internal sealed class ComparisonEmitter(Emitter emit)
{
    private static readonly ConstantExpression s_true = Expression.Constant(true);
    private static readonly ConstantExpression s_false = Expression.Constant(false);

    public void Emit(BoundBinary e, Place whenTrue, Place whenFalse, Exits exits)
    {
        var isLeftNull = Interpreting.Comparisons.IsNull(e.Left);
        if (isLeftNull || Interpreting.Comparisons.IsNull(e.Right))
        {
            AskForNull(e, isLeftNull ? e.Right : e.Left, (whenTrue, whenFalse), exits);
            return;
        }
        if (emit.IsTwoValued)
        {
            WithNulls(e, whenTrue, whenFalse, exits);
            return;
        }
        var (left, right) = (emit.Value(e.Left, exits), emit.Value(e.Right, exits));
        emit.Code.GoIf(ValueComparison.Of(e.Operator, left, right), whenTrue);
        emit.Code.Go(whenFalse);
    }

    public void In(BoundIn e, Place whenTrue, Place whenFalse, Exits exits)
    {
        if (emit.IsTwoValued)
        {
            AmongNulls(e, whenTrue, whenFalse, exits);
            return;
        }
        var (start, hasGap) = (emit.Code.Position, default(ParameterExpression));
        var value = emit.Value(e.Value, exits);
        value = value is ConstantExpression ? value : emit.Code.Keep(value);
        foreach (var candidate in e.Candidates)
        {
            var (gap, next) = (new Place(), new Place());
            emit.Code.GoIf(ValueComparison.Of(BinaryOperator.Equal, value, emit.Value(candidate, new Exits(gap, gap, gap))), whenTrue);
            if (!gap.IsUsed)
                continue;
            emit.Code.Go(next);
            emit.Code.Mark(gap);
            emit.Code.Do(Expression.Assign(hasGap ??= emit.Code.Temp(typeof(bool)), s_true));
            emit.Code.Mark(next);
        }
        if (hasGap is not null)
        {
            emit.Code.DoAt(start, Expression.Assign(hasGap, s_false));
            emit.Code.GoIf(hasGap, exits.Missing);
        }
        emit.Code.Go(whenFalse);
    }

    private void AmongNulls(BoundIn e, Place whenTrue, Place whenFalse, Exits exits)
    {
        var value = emit.Code.Keep(emit.Nullable(e.Value, exits));
        foreach (var candidate in e.Candidates)
            emit.Code.GoIf(ValueComparison.SameOrNull(value, emit.Nullable(candidate, exits)), whenTrue);
        emit.Code.Go(whenFalse);
    }

    private void AskForNull(BoundBinary e, BoundExpression asked, (Place True, Place False) places, Exits exits)
    {
        var (whenTrue, whenFalse) = places;
        if (e.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual))
        {
            emit.Code.Go(emit.IsTwoValued ? whenFalse : exits.Missing);
            return;
        }
        var (missing, there) = e.Operator == BinaryOperator.Equal ? (whenTrue, whenFalse) : (whenFalse, whenTrue);
        if (Interpreting.Comparisons.IsNull(asked))
        {
            emit.Code.Go(missing);
            return;
        }
        emit.Value(asked, emit.IsTwoValued ? exits with { Missing = missing } : new Exits(missing, missing, missing));
        emit.Code.Go(there);
    }

    /// <summary>Null equals null, differs from all else, and is neither less nor greater. Both sides are evaluated, so that an error of either shows.</summary>
    private void WithNulls(BoundBinary e, Place whenTrue, Place whenFalse, Exits exits)
    {
        var (start, leftNull, rightNull, next) = (emit.Code.Position, new Place(), new Place(), new Place());
        var left = emit.Value(e.Left, exits with { Missing = leftNull });
        ParameterExpression? isLeftNull = null;
        if (leftNull.IsUsed)
        {
            isLeftNull = emit.Code.Temp(typeof(bool));
            emit.Code.DoAt(start, Expression.Assign(isLeftNull, s_false));
            left = emit.Code.Keep(left);
            emit.Code.Go(next);
            emit.Code.Mark(leftNull);
            emit.Code.Do(Expression.Assign(isLeftNull, s_true));
            emit.Code.Mark(next);
        }
        var right = emit.Value(e.Right, exits with { Missing = rightNull });
        if (isLeftNull is not null)
            emit.Code.GoIf(isLeftNull, e.Operator == BinaryOperator.NotEqual ? whenTrue : whenFalse);
        emit.Code.GoIf(ValueComparison.Of(e.Operator, left, right), whenTrue);
        emit.Code.Go(whenFalse);
        if (!rightNull.IsUsed)
            return;
        emit.Code.Mark(rightNull);
        if (isLeftNull is not null && e.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual)
            emit.Code.GoIf(isLeftNull, e.Operator == BinaryOperator.Equal ? whenTrue : whenFalse);
        emit.Code.Go(e.Operator == BinaryOperator.NotEqual ? whenTrue : whenFalse);
    }
}
