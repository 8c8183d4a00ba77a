using Tthc.Text.Json.Fields;

namespace Tthc.Workflows.Procedures.Compiling;

/// <summary>Where in the file each compiled step was written.</summary>
internal sealed class StepPlaces
{
    private readonly Dictionary<string, Located<string>> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Located<string>> _limits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Located<string>> _agencies = new(StringComparer.Ordinal);

    public StepPlaces(Procedure procedure)
    {
        foreach (var step in procedure.Steps)
        {
            _keys.TryAdd(step.Key.Value, step.Key);
            if (step is TaskStep task)
                Add(step.Key.Value, task.Work);
            else if (step is WaitStep { Length: { } length })
                _limits.TryAdd(step.Key.Value, length.With(step.Key.Value));
            else if (step is ParallelStep fork)
                foreach (var branch in fork.Branches)
                    Add(fork, branch);
        }
    }

    /// <summary>The name of the step.</summary>
    public Located<string> KeyOf(string step) => _keys[step];

    /// <summary>Its time, or its name where no time was written.</summary>
    public Located<string> LimitOf(string step) => _limits.GetValueOrDefault(step) ?? _keys[step];

    /// <summary>Its agency, or its name where no agency was written.</summary>
    public Located<string> AgencyOf(string step) => _agencies.GetValueOrDefault(step) ?? _keys[step];

    private void Add(ParallelStep fork, ParallelBranch branch)
    {
        var id = StepIndex.BranchId(fork, branch);
        _keys.TryAdd(id, branch.Key);
        if (branch is TaskBranch task)
            Add(id, task.Work);
        else if (branch is AskBranch ask)
            Add(id, ask.Work);
        else if (branch is ChildBranch child)
            _agencies.TryAdd(id, child.At.With(id));
    }

    private void Add(string id, Work work)
    {
        if (work.Limit is { } limit)
            _limits.TryAdd(id, limit.With(id));
        if (work.At is { } at)
            _agencies.TryAdd(id, at.With(id));
    }
}
