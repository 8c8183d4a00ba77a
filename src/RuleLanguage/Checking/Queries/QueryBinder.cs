using Tthc.RuleLanguage.Checking.Names;
using Tthc.RuleLanguage.Checking.Operators;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Queries;

/// <summary>
/// Queries over lists. What stands in the brackets is a lambda, or an expression in which the members of the element are known by their own names.
/// A query that walks may run out of steps, so its result may always be missing.
/// </summary>
internal sealed class QueryBinder(Binder binder, CheckReport report)
{
    private readonly QueryTypes _types = new(binder, report);

    public BoundExpression Bind(CallSyntax call, BoundExpression list, Scope scope)
    {
        var form = QueryTable.Find(call.Name);
        if (form is not null && report.Options.IsCaseSensitive && form.Name != call.Name)
            form = null;
        if (form is null)
            return Other(call, list, scope);
        binder.Names.HintAtCase(call.Name, call.Name == "LongCount" ? call.Name : form.Name, call.NameSpan);
        if (IsCountWrong(call, form) is { } wrong)
            return wrong;
        if (form.Operator is QueryOperator.ThenBy or QueryOperator.ThenByDescending && list is not BoundQuery
            {
                Operator: QueryOperator.OrderBy or QueryOperator.OrderByDescending or QueryOperator.ThenBy or QueryOperator.ThenByDescending,
            })
            return report.Error(CheckDiagnostics.NotOrdered, call.NameSpan, form.Name);
        var argument = call.Arguments.Length == 0 ? null : call.Arguments[0];
        return form.Takes switch
        {
            QueryTakes.Nothing or QueryTakes.Count or QueryTakes.Element or QueryTakes.OptionalElement or QueryTakes.OtherList =>
                _types.WithArgument(call, form, list, argument is null ? null : binder.Bind(argument, scope)),
            _ when argument is null => _types.WithLambda(call, form, list, null),
            _ => Lambda(call, list.Type.Element!, argument, scope) is { } lambda ? _types.WithLambda(call, form, list, lambda) : new BoundError(call.Span),
        };
    }

    /// <summary>The function given to a query; null: reported.</summary>
    private BoundLambda? Lambda(CallSyntax call, RuleType element, ExpressionSyntax argument, Scope scope)
    {
        if (argument is not LambdaSyntax lambda)
            return Body(new Variable("it", element, VariableKind.Element), argument, scope, isNamed: false);
        if (lambda.Parameters is [var parameter])
            return Body(new Variable(parameter.Name, element, VariableKind.Element), lambda.Body, scope, isNamed: true);
        report.Error(CheckDiagnostics.LambdaParameters, lambda.Span, call.Name);
        return null;
    }

    private BoundLambda? Body(Variable variable, ExpressionSyntax body, Scope scope, bool isNamed)
    {
        var bound = binder.Bind(body, scope.Within(variable, isNamed));
        return bound is BoundError ? null : new BoundLambda(variable, bound);
    }

    private BoundError? IsCountWrong(CallSyntax call, QueryForm form)
    {
        var (least, most) = form.Takes switch
        {
            QueryTakes.Nothing => (0, 0),
            QueryTakes.OptionalPredicate or QueryTakes.OptionalNumber or QueryTakes.OptionalOrdered or QueryTakes.OptionalElement => (0, 1),
            _ => (1, 1),
        };
        if (call.Arguments.Length >= least && call.Arguments.Length <= most)
            return null;
        return report.Error(CheckDiagnostics.ArgumentCount, call.NameSpan, form.Name, call.Arguments.Length, form.Usage);
    }

    private BoundExpression Other(CallSyntax call, BoundExpression list, Scope scope)
    {
        bool Is(string name) => string.Equals(call.Name, name, report.Options.IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
        if (QueryTable.LeavesAsIs(call.Name) && call.Arguments.IsEmpty)
            return list with { Span = call.Span };
        if ((Is("ElementAt") || Is("ElementAtOrDefault")) && call.Arguments is [var index])
            return binder.Indexes.Of(list, binder.Bind(index, scope), call.Span);
        if ((Is("Cast") || Is("OfType")) && call.Arguments is [LiteralSyntax { Value: string name } written])
            return binder.Types.Named(name, written.Span) is { } target ? _types.Converted(call, list, target) : new BoundError(call.Span);
        if (ForbiddenNames.Report(report, call.Name, call.NameSpan) is { } forbidden)
            return forbidden;
        var known = QueryTable.Names.ToList();
        return report.ErrorNear(
            CheckDiagnostics.UnknownMethod, call.NameSpan, NameSuggestion.Nearest(call.Name, known), list.Type.ToString(), call.Name, string.Join(", ", known));
    }
}
