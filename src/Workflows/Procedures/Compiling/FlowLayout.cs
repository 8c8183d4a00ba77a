using System.Collections.Immutable;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Procedures.Conditions;
using static Tthc.Workflows.Procedures.Compiling.FlowDiagnostics;

namespace Tthc.Workflows.Procedures.Compiling;

/// <summary>Walks the written steps from the first one and finds in which branch each stands, and so what each way on means.</summary>
/// <remarks>Outer branches are walked before inner ones, so that a step which leaves its branch is blamed and not the step it leads to.</remarks>
internal sealed class FlowLayout
{
    private readonly StepIndex _index;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<string, Placement> _placed = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Step, string Action, int Alternative), Target> _targets = [];
    private readonly Stack<string> _pending = new();
    private readonly Queue<ParallelStep> _forks = new();

    private FlowLayout(StepIndex index, DiagnosticBag bag) => (_index, _bag) = (index, bag);

    /// <summary>Lays out the steps reached from the first.</summary>
    public static FlowLayout Of(Procedure procedure, StepIndex index, DiagnosticBag bag)
    {
        var layout = new FlowLayout(index, bag);
        if (procedure.Steps is [var first, ..])
            layout.Walk(first.Key.Value);
        return layout;
    }

    /// <summary>The branch of a step; null when no way leads to it.</summary>
    public Placement? Find(string step) => _placed.TryGetValue(step, out var placement) ? placement : null;

    /// <summary>The key under which a parallel leads on when none of its branches opens.</summary>
    public const string ElseKey = "else";

    private const int Otherwise = -1;

    /// <summary>What a way on means, or one of its alternatives by number; null where it was reported, or where the step is not reached.</summary>
    public Target? TargetOf(string step, string action, int alternative = Otherwise) =>
        _targets.TryGetValue((step, action, alternative), out var target) ? target : null;

    private void Walk(string first)
    {
        Place(first, default);
        Drain();
        while (_forks.TryDequeue(out var fork))
        {
            foreach (var branch in fork.Branches.OfType<StepBranch>())
                Begin(fork, branch);
            Drain();
        }
    }

    private void Drain()
    {
        while (_pending.TryPop(out var key))
            Visit(_index.Find(key)!, _placed[key]);
    }

    private void Visit(ProcedureStep step, Placement placement)
    {
        switch (step)
        {
            case TaskStep task:
                VisitTask(task, placement);
                break;
            case WaitStep wait:
                Lead(step, StepAction.NextKey, wait.ThenWhen, wait.Then, placement);
                break;
            case ParallelStep fork:
                _forks.Enqueue(fork);
                if (_index.ThenOf(fork) is { } then)
                    Lead(step, StepAction.NextKey, _index.ThenWhenOf(fork), then, placement);
                if (fork.Else is { } none)
                    Lead(step, ElseKey, [], none, placement);
                break;
            default:
                break;
        }
    }

    private void VisitTask(TaskStep task, Placement placement)
    {
        if (task.Act != StepAct.Advance && placement.Fork is not null)
            _bag.Report(task.Key.Problem(ActInBranch, task.Key.Value, $"{placement.Fork}/{placement.Branch}"));
        if (task.Act is StepAct.Return or StepAct.Refuse)
        {
            _targets[(task.Key.Value, StepAction.NextKey, Otherwise)] = Target.End;
            return;
        }
        if (task.Then is { } then)
            Lead(task, StepAction.NextKey, task.ThenWhen, then, placement);
        foreach (var action in task.Actions)
            Lead(task, action.Key.Value, action.ToWhen, action.To, placement);
    }

    private void Begin(ParallelStep fork, StepBranch branch)
    {
        var inside = new Placement(fork.Key.Value, branch.Key.Value);
        if (_index.Find(branch.Step.Value) is JoinStep join)
            _bag.Report(branch.Step.Problem(WrongJoin, join.Key.Value, join.Of.Value, branch.Key.Value));
        else if (Place(branch.Step.Value, inside) is { } elsewhere)
            _bag.Report(branch.Step.Problem(LeavesBranch, fork.Key.Value, inside.Describe(), branch.Step.Value, elsewhere.Describe()));
    }

    private void Lead(ProcedureStep from, string action, ImmutableArray<WrittenAlternative<Located<string>>> when, Located<string> otherwise, Placement placement)
    {
        for (var i = 0; i < when.Length; i++)
            Lead(from, (action, i), when[i].Value, placement);
        Lead(from, (action, Otherwise), otherwise, placement);
    }

    private void Lead(ProcedureStep from, (string Action, int Alternative) way, Located<string> to, Placement placement)
    {
        if (to.Value == StepIndex.End)
            _bag.Report(to.Problem(EndWithoutAct, from.Key.Value));
        else if (_index.Find(to.Value) is JoinStep join)
            LeadToJoin(from, way, to, placement, join);
        else if (Place(to.Value, placement) is { } elsewhere)
            _bag.Report(to.Problem(LeavesBranch, from.Key.Value, placement.Describe(), to.Value, elsewhere.Describe()));
        else if (_index.Find(to.Value) is not null)
            _targets[(from.Key.Value, way.Action, way.Alternative)] = Target.To(to.Value);
    }

    private void LeadToJoin(ProcedureStep from, (string Action, int Alternative) way, Located<string> to, Placement placement, JoinStep join)
    {
        if (placement.Fork == join.Of.Value)
            _targets[(from.Key.Value, way.Action, way.Alternative)] = Target.BranchEnd;
        else if (_index.Find(join.Of.Value) is ParallelStep)
            _bag.Report(to.Problem(WrongJoin, join.Key.Value, join.Of.Value, from.Key.Value));
    }

    /// <returns>Where the step stands already, if that is another branch.</returns>
    private Placement? Place(string key, Placement placement)
    {
        if (_placed.TryGetValue(key, out var already))
            return already == placement ? null : already;
        if (_index.Find(key) is null)
            return null;
        _placed.Add(key, placement);
        _pending.Push(key);
        return null;
    }
}
