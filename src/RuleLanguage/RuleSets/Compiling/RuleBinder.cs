using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.RuleSets.Tables;

namespace Tthc.RuleLanguage.RuleSets.Compiling;

/// <summary>Checks rules with everything in them.</summary>
/// <param name="context">What the compilation goes by.</param>
/// <param name="set">The set that is compiled.</param>
internal sealed class RuleBinder(SetContext context, RuleSetDefinition set)
{
    /// <summary>A rule at the top; null where it cannot be judged.</summary>
    public CompiledRule? Bind(RuleScope outer, RuleDefinition rule, RuleSetDefinition from, CallChain chain) =>
        Bind(outer, rule, from, (chain.Add(new CalledRule(set, rule)), false));

    private CompiledRule? Bind(RuleScope outer, RuleDefinition rule, RuleSetDefinition from, (CallChain Chain, bool IsShadow) inherited)
    {
        var (chain, isShadow) = inherited;
        isShadow |= rule.IsShadow || from.IsShadow;
        var scope = rule.LocalParams.Aggregate(outer, ParameterBinder.Bind);
        var (judging, applies) = rule.Table is { } table ? TableBinder.Applies(scope, table, rule.Name) : (scope, null);
        var locals = judging.Parameters.RemoveRange(0, outer.Parameters.Length);
        var children = rule.Operator is null ? [] : rule.Children.Where(c => c.IsEnabled).Select(c => Bind(scope, c, from, (chain, isShadow))).ToList();
        var bound = rule.Table is null ? Judged(scope, rule, locals, children) : applies is null ? null : new BoundLeaf(rule.Name.Value, locals, applies, ExpressionText.From(rule.Name));
        var actions = new ActionBinder(context, scope, chain);
        var (onSuccess, onFailure) = (actions.Bind(rule.OnSuccess), actions.Bind(rule.OnFailure));
        return bound is null ? null : new CompiledRule(rule, bound, [.. children.OfType<CompiledRule>()])
        {
            Origin = from.Name.Value, IsShadow = isShadow, Scope = scope.Parameters, OnSuccess = onSuccess, OnFailure = onFailure,
            ErrorMessage = MessageBinder.Bind(scope, rule.ErrorMessage),
            MessageVietnamese = MessageBinder.Bind(scope, rule.Metadata.Message?.Vietnamese),
            MessageEnglish = MessageBinder.Bind(scope, rule.Metadata.Message?.English),
        };
    }

    private static BoundRule? Judged(RuleScope scope, RuleDefinition rule, ImmutableArray<BoundParameter> locals, List<CompiledRule?> children)
    {
        var name = rule.Name.Value;
        if (rule.Operator is { } operation)
            return children.Contains(null) ? null : new BoundGroup(name, locals, operation, [.. children.Select(c => c!.Bound)]);
        if (rule.Expression is not { } expression || string.IsNullOrWhiteSpace(expression.Value))
            return null;
        return scope.Condition(expression) is { } condition ? new BoundLeaf(name, locals, condition, ExpressionText.From(expression)) : null;
    }
}
