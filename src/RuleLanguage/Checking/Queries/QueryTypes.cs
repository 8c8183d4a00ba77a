using Tthc.RuleLanguage.Checking.Operators;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Queries;

/// <summary>What queries need and what they give.</summary>
internal sealed class QueryTypes(Binder binder, CheckReport report)
{
    private static readonly BilingualText s_numbers = new("các số", "numbers");
    private static readonly BilingualText s_ordered = new("các giá trị có thứ tự", "values that have an order");
    private static readonly BilingualText s_list = new("một danh sách", "a list");
    private static readonly BilingualText s_key = new("một khóa so sánh được", "a key that can be compared");

    public BoundExpression WithLambda(CallSyntax call, QueryForm form, BoundExpression list, BoundLambda? lambda)
    {
        if (form.Takes is QueryTakes.OptionalPredicate or QueryTakes.Predicate)
            return Filtered(call, form, list, lambda);
        var element = list.Type.Element!;
        var selected = lambda?.Body.Type ?? element;
        if (form.Takes is QueryTakes.OptionalNumber or QueryTakes.OptionalOrdered)
            return Aggregated(call, form, list, lambda);
        if (selected.Kind is TypeKind.Null or TypeKind.Unknown && form.Takes != QueryTakes.Selector)
            return report.Error(CheckDiagnostics.WrongElements, call.NameSpan, form.Name, s_key, selected.ToString());
        switch (form.Takes)
        {
            case QueryTakes.ListSelector when selected.Kind != TypeKind.List:
                return report.Error(CheckDiagnostics.WrongElements, lambda!.Body.Span, form.Name, s_list, selected.ToString());
            case QueryTakes.Key when !ComparisonBinder.HasOrder(selected.Kind) && selected.Kind is not (TypeKind.Boolean or TypeKind.Enum):
                return report.Error(CheckDiagnostics.WrongElements, lambda!.Body.Span, form.Name, s_ordered, selected.ToString());
            case QueryTakes.GroupKey when selected.Kind is TypeKind.Record or TypeKind.List:
                return report.Error(CheckDiagnostics.WrongElements, lambda!.Body.Span, form.Name, s_key, selected.ToString());
        }
        var result = form.Operator switch
        {
            QueryOperator.Select => RuleType.ListOf(selected),
            QueryOperator.SelectMany => RuleType.ListOf(selected.Element!),
            QueryOperator.GroupBy => RuleType.ListOf(RuleType.Group(selected, element)),
            _ => RuleType.ListOf(element),
        };
        return new BoundQuery(result.AsNullable(), call.Span, form.Operator, list, lambda, null);
    }

    public BoundExpression WithArgument(CallSyntax call, QueryForm form, BoundExpression list, BoundExpression? argument)
    {
        if (argument is BoundError)
            return new BoundError(call.Span);
        var element = list.Type.Element!;
        switch (form.Takes)
        {
            case QueryTakes.Count:
                return Counted(call, form, list, argument!);
            case QueryTakes.Element:
                if (Fitting(call, form, element, argument!) is not { } wanted)
                    return new BoundError(call.Span);
                return new BoundQuery(RuleType.Boolean.AsNullable(), call.Span, form.Operator, list, null, wanted);
            case QueryTakes.OtherList:
                return Joined(call, form, list, argument!);
            case QueryTakes.OptionalElement:
                if (Fitting(call, form, element, argument ?? new BoundConstant(RuleType.Null, call.Span, null)) is not { } fallback)
                    return new BoundError(call.Span);
                var either = fallback.Type.IsNullable ? element.AsNullable() : element;
                return new BoundQuery(RuleType.ListOf(either).AsNullable(), call.Span, form.Operator, list, null, fallback);
            default:
                return new BoundQuery(RuleType.ListOf(element).AsNullable(), call.Span, form.Operator, list, null, null);
        }
    }

    /// <summary>The list with each element converted.</summary>
    public BoundExpression Converted(CallSyntax call, BoundExpression list, RuleType target)
    {
        var element = list.Type.Element!;
        if (Conversions.IsSame(element, target))
            return list with { Span = call.Span };
        var variable = new Variable("it", element, VariableKind.Element);
        var body = binder.Conversions.To(new BoundVariable(element, call.Span, variable), target, call.Span);
        return body is BoundError
            ? new BoundError(call.Span)
            : new BoundQuery(RuleType.ListOf(body.Type).AsNullable(), call.Span, QueryOperator.Select, list, new BoundLambda(variable, body), null);
    }

    private BoundExpression Filtered(CallSyntax call, QueryForm form, BoundExpression list, BoundLambda? lambda)
    {
        if (lambda is not null)
        {
            var condition = binder.Logic.Condition(lambda.Body);
            if (condition is BoundError)
                return new BoundError(call.Span);
            lambda = lambda with { Body = condition };
        }
        var element = list.Type.Element!;
        var type = form.Operator switch
        {
            QueryOperator.Count => lambda is null && !list.Type.IsNullable ? RuleType.Int32 : RuleType.Int32.AsNullable(),
            QueryOperator.Any => lambda is null && !list.Type.IsNullable ? RuleType.Boolean : RuleType.Boolean.AsNullable(),
            QueryOperator.All => RuleType.Boolean.AsNullable(),
            QueryOperator.Where => RuleType.ListOf(element).AsNullable(),
            _ => element.AsNullable(),
        };
        return new BoundQuery(type, call.Span, form.Operator, list, lambda, null);
    }

    private BoundExpression Aggregated(CallSyntax call, QueryForm form, BoundExpression list, BoundLambda? lambda)
    {
        var selected = lambda?.Body.Type ?? list.Type.Element!;
        var at = lambda?.Body.Span ?? call.NameSpan;
        if (form.Takes == QueryTakes.OptionalOrdered)
        {
            return ComparisonBinder.HasOrder(selected.Kind)
                ? new BoundQuery(selected.AsNullable(), call.Span, form.Operator, list, lambda, null)
                : report.Error(CheckDiagnostics.WrongElements, at, form.Name, s_ordered, selected.ToString());
        }
        if (selected.Kind != TypeKind.Number)
            return report.Error(CheckDiagnostics.WrongElements, at, form.Name, s_numbers, selected.ToString());
        var clr = SumType(selected.Clr);
        if (clr != selected.Clr)
        {
            lambda ??= Itself(list);
            lambda = lambda with { Body = Numbers.As(lambda.Body, clr) };
        }
        var result = form.Operator == QueryOperator.Average && Numbers.IsWhole(clr) ? typeof(double) : clr;
        return new BoundQuery(RuleType.Number(result, selected.Unit).AsNullable(), call.Span, form.Operator, list, lambda, null);
    }

    private static BoundLambda Itself(BoundExpression list)
    {
        var variable = new Variable("it", list.Type.Element!, VariableKind.Element);
        return new BoundLambda(variable, new BoundVariable(variable.Type, list.Span, variable));
    }

    /// <summary>Numbers are summed as int, long, double or decimal.</summary>
    private static Type SumType(Type clr) => clr switch
    {
        _ when clr == typeof(ulong) => typeof(decimal),
        _ when clr == typeof(uint) => typeof(long),
        _ when clr == typeof(float) => typeof(double),
        _ => Numbers.Promoted(clr),
    };

    private BoundExpression Counted(CallSyntax call, QueryForm form, BoundExpression list, BoundExpression count)
    {
        if (Conversions.Cost(count, RuleType.Int32) is null)
            return report.Error(CheckDiagnostics.WrongArgument, count.Span, 1, form.Name, RuleType.Int32.ToString(), count.Type.ToString());
        return new BoundQuery(RuleType.ListOf(list.Type.Element!).AsNullable(), call.Span, form.Operator, list, null, Conversions.As(count, RuleType.Int32));
    }

    private BoundExpression Joined(CallSyntax call, QueryForm form, BoundExpression list, BoundExpression other)
    {
        if (other.Type.Kind != TypeKind.List || !Conversions.IsSame(other.Type, list.Type))
            return report.Error(CheckDiagnostics.WrongArgument, other.Span, 1, form.Name, list.Type.AsRequired().ToString(), other.Type.ToString());
        var element = other.Type.Element!.IsNullable ? list.Type.Element!.AsNullable() : list.Type.Element!;
        return new BoundQuery(RuleType.ListOf(element).AsNullable(), call.Span, form.Operator, list, null, other);
    }

    /// <summary>A value as an element of the list; null: reported.</summary>
    private BoundExpression? Fitting(CallSyntax call, QueryForm form, RuleType element, BoundExpression value)
    {
        if (Conversions.Cost(value, element) is not null)
            return Conversions.As(value, element);
        if (value is BoundConstant { Value: string text } && element.Kind is not (TypeKind.Record or TypeKind.List))
            report.Error(CheckDiagnostics.TextDoesNotFit, value.Span, text, element.AsRequired().ToString(), TextLiterals.Wanted(element));
        else
            report.Error(CheckDiagnostics.WrongArgument, value.Span, 1, form.Name, element.ToString(), value.Type.ToString());
        return null;
    }
}
