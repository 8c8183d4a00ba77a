using System.Collections.Immutable;
using Tthc.RuleLanguage.RuleSets.Compiling;
using Tthc.Text;

namespace Tthc.RuleLanguage.RuleSets.Results;

/// <summary>Does actions: computes their values, nothing else.</summary>
internal static class ActionRunner
{
    public static ActionResult? Run(CompiledAction? action, ScopeValues scope) => action switch
    {
        null => null,
        OutputAction output => Output(output, scope),
        CallAction call => Call(call, scope),
        HostAction host => new ActionResult(host.Name, Output: null)
        {
            Context = host.Context.DistinctBy(c => c.Name, StringComparer.Ordinal).ToImmutableSortedDictionary(
                c => c.Name, c => c.Text is { } text ? ValueJson.Write(text.AsJson(scope), Types.RuleType.String, indented: false) : c.Json, StringComparer.Ordinal),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "a kind of action nobody runs"),
    };

    private static ActionResult Output(OutputAction action, ScopeValues scope)
    {
        var value = scope.Evaluate(action.Value);
        var error = value.Reason is { IsError: true } reason ? $"Exception while executing {action.Name}Action: {reason.Text.In(TextLanguage.English)}" : "";
        return new ActionResult(action.Name, value.Value) { Exception = error };
    }

    /// <summary>The called rule is compiled for the facts it is passed; chains of calls were bounded then.</summary>
    private static ActionResult Call(CallAction action, ScopeValues scope)
    {
        var result = action.Target.Result(action.Target.Rules[0], action.Passed.From(scope), scope.Context);
        return new ActionResult(action.Name, result.ActionResult?.Output) { Results = [result] };
    }
}
