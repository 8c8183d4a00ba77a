using System.Linq.Expressions;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Compiling;

/// <summary>Conditions as jumps.</summary>
internal sealed class ConditionEmitter(Emitter emit)
{
    private static readonly ConstantExpression s_true = Expression.Constant(true);
    private static readonly ConstantExpression s_false = Expression.Constant(false);

    public void Emit(BoundExpression e, Place whenTrue, Place whenFalse, Exits exits)
    {
        switch (e)
        {
            case BoundConstant { Value: bool value }:
                emit.Code.Go(value ? whenTrue : whenFalse);
                break;
            case BoundUnary { Operator: UnaryOperator.Not } not:
                Emit(not.Operand, whenFalse, whenTrue, exits);
                break;
            case BoundBinary binary when binary.Type.Kind == TypeKind.Boolean:
                Binary(binary, whenTrue, whenFalse, exits);
                break;
            case BoundIn test:
                emit.Comparisons.In(test, whenTrue, whenFalse, exits);
                break;
            case BoundQuery { Operator: QueryOperator.Any or QueryOperator.All } query:
                emit.Tests.AnyOrAll(query, whenTrue, whenFalse, exits);
                break;
            case BoundQuery { Operator: QueryOperator.Contains } query:
                emit.Tests.Contains(query, whenTrue, whenFalse, exits);
                break;
            default:
                emit.Code.GoIf(emit.Value(e, exits), whenTrue);
                emit.Code.Go(whenFalse);
                break;
        }
    }

    /// <summary>The condition as a value.</summary>
    public Expression AsValue(BoundExpression e, Exits exits)
    {
        var (whenTrue, whenFalse, end, result) = (new Place(), new Place(), new Place(), emit.Code.Temp(typeof(bool)));
        Emit(e, whenTrue, whenFalse, exits);
        emit.Code.Mark(whenTrue);
        emit.Code.Do(Expression.Assign(result, s_true));
        emit.Code.Go(end);
        emit.Code.Mark(whenFalse);
        emit.Code.Do(Expression.Assign(result, s_false));
        emit.Code.Mark(end);
        return result;
    }

    private void Binary(BoundBinary e, Place whenTrue, Place whenFalse, Exits exits)
    {
        switch (e.Operator)
        {
            case BinaryOperator.And:
                Connected(e, decided: whenFalse, open: whenTrue, isAnd: true, exits);
                break;
            case BinaryOperator.Or:
                Connected(e, decided: whenTrue, open: whenFalse, isAnd: false, exits);
                break;
            case BinaryOperator.BitAnd when !emit.IsTwoValued:
                Connected(e, decided: whenFalse, open: whenTrue, isAnd: true, exits);
                break;
            case BinaryOperator.BitOr when !emit.IsTwoValued:
                Connected(e, decided: whenTrue, open: whenFalse, isAnd: false, exits);
                break;
            case BinaryOperator.BitAnd or BinaryOperator.BitOr:
                emit.Code.GoIf(emit.Fallbacks.Emit(e, exits), whenTrue);
                emit.Code.Go(whenFalse);
                break;
            default:
                emit.Comparisons.Emit(e, whenTrue, whenFalse, exits);
                break;
        }
    }

    /// <summary>
    /// Kleene: where the left operand cannot be told the right one may still decide. That is remembered in a flag, and only where the left operand can be
    /// missing at all.
    /// </summary>
    private void Connected(BoundBinary e, Place decided, Place open, bool isAnd, Exits exits)
    {
        var (next, unknown, start) = (new Place(), new Place(), emit.Code.Position);
        var leftExits = emit.IsTwoValued ? exits with { Missing = unknown } : new Exits(unknown, unknown, unknown);
        Side(e.Left, isAnd, next, decided, leftExits);
        if (!unknown.IsUsed)
        {
            emit.Code.Mark(next);
            Side(e.Right, isAnd, open, decided, exits);
            return;
        }
        var (isUnknown, both) = (emit.Code.Temp(typeof(bool)), new Place());
        emit.Code.DoAt(start, Expression.Assign(isUnknown, s_false));
        emit.Code.Mark(unknown);
        emit.Code.Do(Expression.Assign(isUnknown, s_true));
        emit.Code.Mark(next);
        Side(e.Right, isAnd, both, decided, exits);
        emit.Code.Mark(both);
        emit.Code.GoIf(isUnknown, exits.Missing);
        emit.Code.Go(open);
    }

    private void Side(BoundExpression e, bool isAnd, Place open, Place decided, Exits exits) =>
        Emit(e, isAnd ? open : decided, isAnd ? decided : open, exits);
}
