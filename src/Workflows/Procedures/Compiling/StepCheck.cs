using System.Collections.Immutable;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Procedures.Reading;
using Tthc.Workflows.Soundness;
using static Tthc.Workflows.Procedures.Compiling.FlowDiagnostics;

namespace Tthc.Workflows.Procedures.Compiling;

/// <summary>What one step says about another: shared time, sending back, agencies; and that the first step receives.</summary>
internal sealed class StepCheck(StepIndex index, FlowLayout layout, DiagnosticBag bag)
{
    private static readonly AgencySelectorKind[] ForDeciding =
        [AgencySelectorKind.Receiving, AgencySelectorKind.Superior, AgencySelectorKind.Named, AgencySelectorKind.Nearest];

    private static readonly AgencySelectorKind[] WithoutChoice =
        [AgencySelectorKind.Receiving, AgencySelectorKind.Competent, AgencySelectorKind.Superior, AgencySelectorKind.Named, AgencySelectorKind.Nearest, AgencySelectorKind.SameAsStep];

    /// <summary>What needs only the text.</summary>
    public void Run(Procedure procedure)
    {
        CheckSelector(procedure.Competent, ForDeciding);
        if (procedure.Steps is [var first, ..] && !Receives(first))
            bag.Report(first.Key.Problem(FirstStep, first.Key.Value));
        foreach (var step in procedure.Steps)
        {
            if (step is TaskStep task)
                CheckWithin(task);
            else if (step is WaitStep wait)
                CheckSelector(wait.At, WithoutChoice);
            else if (step is ParallelStep fork)
                foreach (var at in fork.Branches.OfType<ChildBranch>().SelectMany(child => child.Places))
                    CheckSelector(at, WithoutChoice);
        }
        foreach (var at in Agencies(procedure).Where(at => at.Value.Kind == AgencySelectorKind.SameAsStep))
            CheckEarlierStep(procedure, at);
    }

    /// <summary>What needs the ways between steps, and so a flow without errors.</summary>
    public void RunOnFlow(Procedure procedure, CompiledProcedure compiled)
    {
        var graph = new FlowGraph(compiled);
        var edges = graph.NextOrInside();
        foreach (var task in procedure.Steps.OfType<TaskStep>())
            foreach (var earlier in task.SendBack)
                CheckSendBack(task, earlier, () => Leads(graph, edges, earlier.Value, task.Key.Value));
    }

    private static bool Receives(ProcedureStep first) =>
        first is UnreadableStep or TaskStep { Act: StepAct.Advance, Work: { AtWhen.IsEmpty: true, At: null or { Value.Kind: AgencySelectorKind.Receiving } } };

    private void CheckWithin(TaskStep task)
    {
        if (task.Within is not { } within || index.Find(within.Value) is null or UnreadableStep)
            return;
        var shared = index.Find(within.Value) as TaskStep;
        if (shared?.Work.Limit is null || shared.Within is not null || shared == task || !SamePlace(shared, task))
            bag.Report(within.Problem(BadWithin, task.Key.Value, within.Value));
    }

    private void CheckSendBack(TaskStep task, Located<string> earlier, Func<bool> leads)
    {
        if (index.Find(earlier.Value) is not TaskStep target || target == task || !SamePlace(target, task) || !leads())
            bag.Report(earlier.Problem(BadSendBack, task.Key.Value, earlier.Value));
        else if (target.Work.Places.Any(at => at.Value.Kind == AgencySelectorKind.Chosen))
            bag.Report(earlier.Problem(SendBackToChosen, earlier.Value));
    }

    private bool SamePlace(TaskStep left, TaskStep right) =>
        layout.Find(left.Key.Value) is not { } a || layout.Find(right.Key.Value) is not { } b || a == b;

    private static bool Leads(FlowGraph graph, ImmutableArray<ImmutableArray<int>> edges, string from, string to) =>
        graph.NumberOf(from) is { } start && graph.NumberOf(to) is { } end && GraphWalk.Reach(edges, [start])[end];

    private void CheckSelector(Located<AgencySelector>? at, AgencySelectorKind[] allowed)
    {
        if (at is not null && !allowed.Contains(at.Value.Kind))
            bag.Report(at.Problem(SelectorNotHere, SelectorText.Write(at.Value), string.Join(", ", allowed.Select(kind => SelectorText.Example(kind)))));
    }

    private void CheckEarlierStep(Procedure procedure, Located<AgencySelector> at)
    {
        var name = at.Value.Argument!;
        if (!Tasks(procedure).Contains(name, StringComparer.Ordinal) && index.Find(name) is not UnreadableStep)
            bag.Report(at.Problem(UnknownStep, name).WithNearest(Text.NameSuggestion.Nearest(name, Tasks(procedure))));
    }

    private static IEnumerable<string> Tasks(Procedure procedure) => procedure.Steps.OfType<TaskStep>().Select(t => t.Key.Value)
        .Concat(procedure.Steps.OfType<ParallelStep>().SelectMany(f => f.Branches.Where(b => b is TaskBranch or AskBranch).Select(b => StepIndex.BranchId(f, b))));

    private static IEnumerable<Located<AgencySelector>> Agencies(Procedure procedure) => procedure.Steps.SelectMany(step => step switch
    {
        TaskStep task => task.Work.Places,
        WaitStep { At: { } at } => [at],
        ParallelStep fork => fork.Branches.SelectMany(b => b switch
        {
            TaskBranch task => task.Work.Places,
            AskBranch ask => ask.Work.Places,
            ChildBranch child => child.Places,
            _ => [],
        }),
        _ => [],
    });
}
