using System.Collections.Immutable;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Fields;

namespace Tthc.Workflows.Procedures.Conditions;

/// <summary>Whatever the conditions say, a dossier has a way on.</summary>
internal static class ConditionCheck
{
    public static void Run(Procedure procedure, DiagnosticBag bag)
    {
        foreach (var step in procedure.Steps)
        {
            if (step is TaskStep { Actions: { IsEmpty: false } actions } && MayAllBeClosed(actions))
                bag.Report(step.Key.Problem(ConditionDiagnostics.EveryActionGuarded, step.Key.Value));
            if (step is ParallelStep { Branches.IsEmpty: false } fork && (fork.Else is not null) != fork.Branches.All(b => b.When is not null))
                bag.Report((fork.Else ?? fork.Key).Problem(ConditionDiagnostics.ElseOfParallel, fork.Key.Value));
        }
    }

    /// <summary>Whether every action has a condition and none of them is the negation of another.</summary>
    private static bool MayAllBeClosed(ImmutableArray<WrittenAction> actions)
    {
        if (actions.Any(a => a.When is null))
            return false;
        var cores = actions.Select(a => ConditionText.Core(a.When!.Value)).ToHashSet();
        return !cores.Any(core => cores.Contains((core.Text, !core.IsTurned)));
    }

    /// <summary>Ways that nobody takes, under conditions on facts that may be missing then.</summary>
    public static void RunOnFlow(Procedure procedure, CompiledProcedure compiled, DiagnosticBag bag)
    {
        var optional = compiled.Facts.Where(f => !f.Required).Select(f => $"{CaseSchema.CaseName}.{f.Key}").ToHashSet(StringComparer.Ordinal);
        foreach (var step in procedure.Steps)
        {
            if (!compiled.Steps.TryGetValue(step.Key.Value, out var made))
                continue;
            var missing = AutomaticWays(made, compiled).SelectMany(way => way.When.Reads).Where(optional.Contains).Distinct(StringComparer.Ordinal).ToList();
            if (missing.Count > 0)
                bag.Report(step.Key.Problem(ConditionDiagnostics.MissingWhenAutomatic, step.Key.Value, string.Join(", ", missing)));
        }
    }

    private static ImmutableArray<Alternative<Target>> AutomaticWays(CompiledStep step, CompiledProcedure procedure)
    {
        if (step.Fork is { } fork)
            return fork.Branches.Any(b => procedure.Steps[b.Step] is { Kind: StepKind.Child } or { Silence: Silence.Consent }) ? fork.ThenWhen : [];
        return step.Act == StepAct.Settle || step.Wait is { Kind: not WaitKind.Outside } ? step.Next?.TargetWhen ?? [] : [];
    }
}
