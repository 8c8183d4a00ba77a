using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Procedures.Conditions;

namespace Tthc.Workflows.Procedures.Compiling;

/// <summary>Every name in a procedure means something that stands in it.</summary>
internal sealed class ReferenceCheck(Procedure procedure, StepIndex index, DiagnosticBag bag)
{
    private readonly HashSet<string> _phasesUsed = new(StringComparer.Ordinal);

    /// <returns>Whether every step named exists.</returns>
    public bool Run()
    {
        var errorsBefore = bag.ErrorCount;
        foreach (var step in procedure.Steps)
            CheckTargets(step);
        var stepsKnown = bag.ErrorCount == errorsBefore;
        foreach (var step in procedure.Steps)
            CheckNames(step);
        foreach (var paper in procedure.Papers)
            foreach (var name in paper.Cases)
                Check(name, procedure.Cases.Select(c => c.Key.Value), FlowDiagnostics.UnknownCase);
        foreach (var phase in procedure.Phases.Where(p => !_phasesUsed.Contains(p.Key.Value)))
            bag.Report(phase.Key.Problem(FlowDiagnostics.PhaseUnused, phase.Key.Value));
        return stepsKnown;
    }

    private void CheckTargets(ProcedureStep step)
    {
        foreach (var target in TargetsOf(step))
            index.CheckTarget(target, bag, mayEnd: true);
        if (step is TaskStep task)
        {
            foreach (var earlier in task.SendBack)
                index.CheckTarget(earlier, bag, mayEnd: false);
            if (task.Within is { } within)
                index.CheckTarget(within, bag, mayEnd: false);
        }
        if (step is JoinStep join && index.Find(join.Of.Value) is not (ParallelStep or UnreadableStep))
            bag.Report(join.Of.Problem(FlowDiagnostics.JoinWithoutFork, join.Key.Value, join.Of.Value)
                .WithNearest(NameSuggestion.Nearest(join.Of.Value, procedure.Steps.OfType<ParallelStep>().Select(s => s.Key.Value))));
    }

    private static IEnumerable<Located<string>> TargetsOf(ProcedureStep step) => step switch
    {
        TaskStep task => task.Actions.SelectMany(a => Ways(a.ToWhen, a.To)).Concat(Ways(task.ThenWhen, task.Then)),
        ParallelStep fork => fork.Branches.OfType<StepBranch>().Select(b => b.Step).Concat(Ways(fork.ThenWhen, fork.Then)).Concat(Ways([], fork.Else)),
        JoinStep join => Ways(join.ThenWhen, join.Then),
        WaitStep wait => Ways(wait.ThenWhen, wait.Then),
        _ => [],
    };

    private static IEnumerable<Located<string>> Ways(ImmutableArray<WrittenAlternative<Located<string>>> when, Located<string>? otherwise) =>
        when.Select(way => way.Value).Concat(otherwise is null ? [] : [otherwise]);

    private void CheckNames(ProcedureStep step)
    {
        switch (step)
        {
            case TaskStep task:
                CheckWork(task.Work);
                CheckPapers(task.Needs.Concat(task.Actions.SelectMany(a => a.Needs)));
                break;
            case ParallelStep fork:
                foreach (var branch in fork.Branches.OfType<TaskBranch>())
                    CheckWork(branch.Work);
                break;
            default:
                break;
        }
    }

    private void CheckWork(Work work)
    {
        if (work.Produces is { } result)
            Check(result, procedure.Results.Select(r => r.Key.Value), FlowDiagnostics.UnknownResult);
        if (work.Phase is not { } phase)
            return;
        _phasesUsed.Add(phase.Value);
        Check(phase, procedure.Phases.Select(p => p.Key.Value), FlowDiagnostics.UnknownPhase);
    }

    private void CheckPapers(IEnumerable<Located<string>> names)
    {
        foreach (var name in names)
            Check(name, procedure.Papers.Select(p => p.Key.Value), FlowDiagnostics.UnknownPaper);
    }

    private void Check(Located<string> name, IEnumerable<string> known, DiagnosticDescriptor descriptor)
    {
        var names = known.ToList();
        if (!names.Contains(name.Value, StringComparer.Ordinal))
            bag.Report(name.Problem(descriptor, name.Value).WithNearest(NameSuggestion.Nearest(name.Value, names)));
    }
}
