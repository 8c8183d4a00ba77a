using System.Runtime.CompilerServices;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Values;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Timing;

/// <summary>Whether time alone can bring an error into an expression. It matters where errors make a rule undetermined whatever else it says.</summary>
internal static class Errors
{
    private static readonly ConditionalWeakTable<BoundExpression, object> s_known = [];

    public static bool MayCome(BoundExpression e) => (bool)s_known.GetValue(e, Judge);

    private static object Judge(BoundExpression e) => Interpreting.Outcome.Box(BoundTree.All(e).Any(n => CanFail(n) && Moves(n)));

    private static bool Moves(BoundExpression e) => BoundTree.All(e).Any(n => n is BoundClock or BoundVariable);

    // Sums of instants and durations fail at the end of the calendar only.
    private static bool CanFail(BoundExpression e) => e switch
    {
        BoundBinary b => b.Type.Kind == TypeKind.Number,
        BoundUnary u => u.Type.Kind == TypeKind.Number,
        BoundMember m => m.Receiver.Type.IsNullable,
        BoundCall c => (Functions.FailsWithoutResult(c.Function) && c.Function.Returns.IsNullable && c.Type.Kind is not (TypeKind.Instant or TypeKind.DateTime or TypeKind.Duration))
            || c.Arguments.Where((a, i) => a.Type.IsNullable && !c.Function.Parameters[i].Type.IsNullable).Any(),
        BoundConversion c => c.Type.IsNullable && !c.Operand.Type.IsNullable,
        BoundIndex or BoundGroupKey => true,
        BoundQuery q => q.Operator is not (QueryOperator.Any or QueryOperator.All or QueryOperator.Count or QueryOperator.Where or QueryOperator.Select) || q.Source.Type.IsNullable,
        BoundVariable v => v.Variable.Kind == VariableKind.Scoped,
        _ => false,
    };
}
