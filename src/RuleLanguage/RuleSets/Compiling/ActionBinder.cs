using System.Collections.Immutable;
using Tthc.RuleLanguage.RuleSets.Results;
using Tthc.Text;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Compiling;

/// <summary>Checks actions: those of RulesEngine that only compute, and those a host offers. No code is reached by name.</summary>
/// <param name="context">What the compilation goes by.</param>
/// <param name="scope">Names visible to the rule.</param>
/// <param name="chain">The rule, and those whose EvaluateRule lead to it.</param>
internal sealed class ActionBinder(SetContext context, RuleScope scope, CallChain chain)
{
    public CompiledAction? Bind(ActionDefinition? action) => action?.Name.Value switch
    {
        null => null,
        ActionDefinition.OutputExpression => Output(action),
        ActionDefinition.EvaluateRule => Call(action),
        _ => OfHost(action),
    };

    private OutputAction? Output(ActionDefinition action)
    {
        ReportUnused(action, ["expression"]);
        if (Needed(action, "expression") is not { } text)
            return null;
        return scope.Expression(text) is { } value ? new OutputAction(action, value) : null;
    }

    private CallAction? Call(ActionDefinition action)
    {
        ReportUnused(action, ["workflowName", "ruleName", "inputFilter", "additionalInputs"]);
        var (setName, ruleName) = (Needed(action, "workflowName"), Needed(action, "ruleName"));
        if (setName is null || ruleName is null || Target(setName, ruleName) is not { } target)
            return null;
        if (chain.Contains(target) || chain.IsFull)
        {
            context.Bag.Report(chain.Contains(target)
                ? ruleName.Problem(RuleSetDiagnostics.ActionCycle, $"{chain} → {target}")
                : ruleName.Problem(RuleSetDiagnostics.ActionsTooDeep, CallChain.Longest));
            return null;
        }
        if (new PassedFactsBinder(scope).Bind(action, target) is not { } passed)
            return null;
        return SetBinder.BindOne(context, target, passed.Schema, chain) is { } set ? new CallAction(action, set) { Passed = passed } : null;
    }

    private CalledRule? Target(Located<string> setName, Located<string> ruleName)
    {
        if (context.Known.Find(setName.Value) is not { } set)
        {
            context.Bag.Report(context.Known.WithNearest(setName.Problem(RuleSetDiagnostics.UnknownInject, setName.Value), setName.Value));
            return null;
        }
        var rules = context.Known.Rules(set).Select(r => r.Rule).ToList();
        if (rules.Find(r => r.Name.Value == ruleName.Value) is { } rule)
            return new CalledRule(set, rule);
        context.Bag.Report(ruleName.Problem(RuleSetDiagnostics.UnknownTarget, ruleName.Value, setName.Value)
            .WithNearest(NameSuggestion.Nearest(ruleName.Value, rules.Select(r => r.Name.Value))));
        return null;
    }

    private HostAction? OfHost(ActionDefinition action)
    {
        var offered = scope.Options.Actions;
        if (offered.FirstOrDefault(a => a.Name == action.Name.Value) is not { } declaration)
        {
            string[] names = [ActionDefinition.OutputExpression, ActionDefinition.EvaluateRule, .. offered.Select(a => a.Name)];
            context.Bag.Report(action.Name.Problem(RuleSetDiagnostics.UnknownAction, action.Name.Value, string.Join(", ", names))
                .WithNearest(NameSuggestion.Nearest(action.Name.Value, names)));
            return null;
        }
        ReportUnused(action, [.. declaration.Required, .. declaration.Optional]);
        foreach (var name in declaration.Required.Where(name => action.Find(name) is null))
            context.Bag.Report(action.Name.Problem(RuleSetDiagnostics.ActionNeeds, action.Name.Value, name));
        return new HostAction(action) { Context = [.. action.Context.Select(Given)] };
    }

    private (string Name, MessageText? Text, string Json) Given(JsonEntry entry)
    {
        var text = entry.Value.Node is JsonString ? MessageBinder.Bind(scope, entry.Value.String()) : null;
        return (entry.Name.Value, text, entry.Value.Location.Source.Slice(entry.Value.Node.Span));
    }

    private Located<string>? Needed(ActionDefinition action, string name)
    {
        if (action.Find(name) is { } value)
            return value.NonBlankString();
        context.Bag.Report(action.Name.Problem(RuleSetDiagnostics.ActionNeeds, action.Name.Value, name));
        return null;
    }

    private void ReportUnused(ActionDefinition action, ImmutableArray<string> used)
    {
        foreach (var entry in action.Context.Where(e => !used.Contains(e.Name.Value, StringComparer.OrdinalIgnoreCase)))
            context.Bag.Report(entry.Name.Problem(RuleSetDiagnostics.ActionIgnores, action.Name.Value, entry.Name.Value));
    }
}
