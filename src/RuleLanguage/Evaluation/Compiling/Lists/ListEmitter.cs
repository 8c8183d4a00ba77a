using System.Linq.Expressions;
using System.Reflection;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Compiling.Lists;

/// <summary>Walks over lists as loops, filters and selections inside them, so that no list is made and no delegate called.</summary>
internal sealed class ListEmitter(Emitter emit)
{
    private static readonly MethodInfo s_step = typeof(EvaluationContext).GetMethod(nameof(EvaluationContext.Step))!;

    /// <summary>
    /// Runs code for every element of a list, given as the element's CLR type, null included. What makes the whole list missing jumps out; the code behind
    /// the last statement goes on with the next element.
    /// </summary>
    public void Each(BoundExpression source, Exits exits, Action<Expression> body)
    {
        switch (source)
        {
            case BoundQuery { Operator: QueryOperator.Where, Lambda: { } lambda } where:
                Each(where.Source, exits, element => Filtered(lambda, exits, element, body));
                break;
            case BoundQuery { Operator: QueryOperator.Select, Lambda: { } lambda } select:
                Each(select.Source, exits, element => Selected(select, lambda, exits, element, body));
                break;
            case BoundQuery { Operator: QueryOperator.SelectMany, Lambda: { } lambda } many:
                Each(many.Source, exits, element =>
                {
                    Step(exits);
                    Bind(lambda, element);
                    Loop(emit.Value(lambda.Body, emit.Needed(exits)), lambda.Body.Type, inner =>
                    {
                        Step(exits);
                        body(inner);
                    });
                });
                break;
            default:
                Loop(emit.Value(source, emit.Needed(exits)), source.Type, body);
                break;
        }
    }

    /// <summary>Spends a step of the budget.</summary>
    public void Step(Exits exits) => emit.Code.GoIf(Expression.Not(Expression.Call(emit.Context, s_step)), exits.Spent);

    /// <summary>The parameter of a lambda stands for an element.</summary>
    public void Bind(BoundLambda lambda, Expression element) =>
        emit.Bindings[lambda.Parameter] = new Binding(element is ParameterExpression ? element : emit.Code.Keep(element), null);

    public Expression Index(BoundIndex e, Exits exits)
    {
        var needed = emit.Needed(exits);
        var receiver = emit.Code.Keep(emit.Value(e.Receiver, needed));
        var value = emit.Value(e.Index, needed);
        if (value.Type != typeof(int))
            return emit.Fallbacks.Emit(e, exits);
        var index = emit.Code.Keep(value);
        var access = e.Receiver.Type.Kind == TypeKind.String ? TextAccess(receiver) : ListAccess.Of(emit.Code, receiver, e.Receiver.Type);
        var isOutside = Expression.GreaterThanOrEqual(Expression.Convert(index, typeof(uint)), Expression.Convert(access.Count, typeof(uint)));
        emit.Code.GoIf(isOutside, exits.Failed);
        return e.Receiver.Type.Element is { } element ? emit.Values.Present(access.At(index), element, exits.Missing) : access.At(index);
    }

    /// <summary>A list of constants is made once.</summary>
    public Expression New(BoundNewList e, Exits exits)
    {
        var element = e.Type.Element!.ClrType;
        if (!e.Elements.All(v => v is BoundConstant { Value: not null }))
            return emit.Fallbacks.Emit(e, exits);
        return Expression.Constant(Values.Items.ArrayOf(element, [.. e.Elements.Select(v => ((BoundConstant)v).Value)]), e.Type.Clr);
    }

    private void Filtered(BoundLambda lambda, Exits exits, Expression element, Action<Expression> body)
    {
        var (yes, next) = (new Place(), new Place());
        Step(exits);
        Bind(lambda, element);
        emit.Condition(lambda.Body, yes, next, emit.IsTwoValued ? exits with { Missing = next } : exits);
        emit.Code.Mark(yes);
        body(emit.Bindings[lambda.Parameter].Value);
        emit.Code.Mark(next);
    }

    private void Selected(BoundQuery select, BoundLambda lambda, Exits exits, Expression element, Action<Expression> body)
    {
        Step(exits);
        Bind(lambda, element);
        var type = select.Type.Element!;
        var value = type.IsNullable ? emit.Nullable(lambda.Body, exits) : emit.Value(lambda.Body, emit.Needed(exits));
        body(emit.Code.Keep(Emitter.As(value, type.ClrType)));
    }

    private void Loop(Expression list, RuleType type, Action<Expression> body)
    {
        var (begin, end) = (new Place(), new Place());
        var access = ListAccess.Of(emit.Code, emit.Code.Keep(list), type);
        var count = emit.Code.Keep(access.Count);
        var index = emit.Code.Keep(Expression.Constant(0));
        begin.Use();
        emit.Code.Mark(begin);
        emit.Code.GoIf(Expression.GreaterThanOrEqual(index, count), end);
        var element = emit.Code.Keep(access.At(index));
        body(element);
        emit.Code.Do(Expression.Assign(index, Expression.Add(index, Expression.Constant(1))));
        emit.Code.Go(begin);
        emit.Code.Mark(end);
    }

    private static ListAccess TextAccess(ParameterExpression text) =>
        new(Expression.Property(text, nameof(string.Length)), index => Expression.MakeIndex(text, typeof(string).GetProperty("Chars"), [index]));
}

/// <summary>How the elements of a list are reached.</summary>
/// <param name="Count">How many.</param>
/// <param name="At">The element at an index.</param>
internal sealed record ListAccess(Expression Count, Func<Expression, Expression> At)
{
    public static ListAccess Of(Code code, ParameterExpression list, RuleType type)
    {
        var element = type.Element!.ClrType;
        if (list.Type.IsArray)
            return new ListAccess(Expression.ArrayLength(list), index => Expression.ArrayIndex(list, index));
        var read = typeof(IReadOnlyList<>).MakeGenericType(element);
        var any = list.Type == read ? list : code.Keep(Expression.Convert(list, read));
        // Most lists of facts are arrays behind the interface, whose elements are reached without a call.
        var array = code.Keep(Expression.TypeAs(list, element.MakeArrayType()));
        var isArray = Expression.ReferenceNotEqual(array, Expression.Constant(null));
        var count = typeof(IReadOnlyCollection<>).MakeGenericType(element).GetProperty(nameof(IReadOnlyCollection<>.Count))!;
        var item = read.GetProperty("Item")!;
        return new ListAccess(
            Expression.Condition(isArray, Expression.ArrayLength(array), Expression.Property(any, count)),
            index => Expression.Condition(isArray, Expression.ArrayIndex(array, index), Expression.MakeIndex(any, item, [index])));
    }
}
