using System.Collections.Immutable;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Tests.Soundness;

/// <summary>
/// Plays a procedure in every possible way: each state that tokens can be in, each step with its visits counted. Knows nothing of graphs; says what can
/// happen to a dossier.
/// </summary>
internal sealed class TokenSearch
{
    private const int MostStates = 60_000;
    private readonly CompiledProcedure _procedure;
    private readonly Dictionary<string, State> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _before = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);

    public TokenSearch(CompiledProcedure procedure)
    {
        _procedure = procedure;
        Play();
    }

    /// <summary>Whether all states were seen.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Steps no dossier comes to.</summary>
    public IEnumerable<string> NeverVisited => _procedure.StepOrder.Where(step => !_visited.Contains(step));

    /// <summary>A result recorded twice, handed over before it is there, or refused after.</summary>
    public string? Unlawful { get; private set; }

    /// <summary>Something was still under way when the dossier ended.</summary>
    public bool LeavesSomethingBehind { get; private set; }

    /// <summary>A state from which the end can no longer be reached; null: none.</summary>
    public string? Stuck
    {
        get
        {
            var good = new HashSet<string>(_ended, StringComparer.Ordinal);
            var pending = new Queue<string>(_ended);
            while (pending.TryDequeue(out var at))
                foreach (var earlier in _before.GetValueOrDefault(at, []))
                    if (good.Add(earlier))
                        pending.Enqueue(earlier);
            return _states.Keys.FirstOrDefault(state => !good.Contains(state));
        }
    }

    private void Play()
    {
        var pending = new Queue<State>();
        foreach (var start in Enter(State.Empty, _procedure.Start, fork: null))
            if (_states.TryAdd(start.Key, start))
                pending.Enqueue(start);
        while (pending.TryDequeue(out var state))
        {
            foreach (var next in Moves(state))
            {
                if (!_before.TryGetValue(next.Key, out var list))
                    _before.Add(next.Key, list = []);
                list.Add(state.Key);
                if (_states.TryAdd(next.Key, next))
                    pending.Enqueue(next);
            }
            if (_states.Count > MostStates)
            {
                IsComplete = false;
                return;
            }
        }
    }

    private IEnumerable<State> Moves(State state)
    {
        foreach (var token in state.Tokens)
        {
            var step = _procedure.Steps[token];
            if (Forbidden(step.Act, state.Settled))
            {
                Unlawful ??= $"{token} {step.Act} when {state.Key}";
                continue;
            }
            var left = state with { Tokens = state.Tokens.Remove(token), Settled = state.Settled || step.Act == StepAct.Settle };
            foreach (var target in step.Actions.Values.Select(a => a.Target))
                foreach (var next in Go(left, target, step.Scope, state))
                    yield return next;
            if (!state.Settled)
                foreach (var earlier in step.SendBackTo)
                    foreach (var next in Enter(left, earlier, step.Scope))
                        yield return next;
        }
    }

    private static bool Forbidden(StepAct act, bool settled) => act switch
    {
        StepAct.Settle or StepAct.Refuse => settled,
        StepAct.Return => !settled,
        _ => false,
    };

    private IEnumerable<State> Go(State state, Target target, string? fork, State from)
    {
        switch (target.Kind)
        {
            case TargetKind.Step:
                return Enter(state, target.Step!, fork);
            case TargetKind.BranchEnd:
                return EndBranch(state, fork!, from);
            default:
                _ended.Add(from.Key);
                LeavesSomethingBehind |= state.Tokens.Count > 0 || state.Forks.Count > 0;
                return [];
        }
    }

    private IEnumerable<State> EndBranch(State state, string fork, State from)
    {
        var (done, needed) = state.Forks[fork];
        if (done + 1 < needed)
            return [state with { Forks = state.Forks.SetItem(fork, (done + 1, needed)) }];
        var closed = state with
        {
            Forks = state.Forks.RemoveRange(state.Forks.Keys.Where(open => open == fork || IsInside(_procedure.Steps[open], fork))),
            Tokens = state.Tokens.Except(state.Tokens.Where(token => IsInside(_procedure.Steps[token], fork))),
        };
        return Go(closed, _procedure.Steps[fork].Fork!.Then, _procedure.Steps[fork].Scope, from);
    }

    private bool IsInside(CompiledStep step, string fork)
    {
        for (var scope = step.Scope; scope is not null; scope = _procedure.Steps[scope].Scope)
            if (scope == fork)
                return true;
        return false;
    }

    private IEnumerable<State> Enter(State state, string id, string? fork)
    {
        var step = _procedure.Steps[id];
        if (step.AtMost is { } most)
        {
            var visits = state.Visits.GetValueOrDefault(id);
            if (visits >= most)
                return [];
            state = state with { Visits = state.Visits.SetItem(id, visits + 1) };
        }
        _visited.Add(id);
        return step.Fork is { } plan
            ? Choices(plan).SelectMany(opened => Open(state, step, plan, opened))
            : [state with { Tokens = state.Tokens.Add(id) }];
    }

    private IEnumerable<State> Open(State state, CompiledStep step, ForkPlan plan, ForkBranch[] opened)
    {
        var needed = plan.JoinCount == 0 ? opened.Length : Math.Min(plan.JoinCount, opened.Length);
        IEnumerable<State> states = [state with { Forks = state.Forks.Add(step.Id, (0, needed)) }];
        foreach (var branch in opened)
            states = states.SelectMany(one => Enter(one, branch.Step, step.Id)).ToList();
        return states;
    }

    private static IEnumerable<ForkBranch[]> Choices(ForkPlan plan) => plan.ChooseSome
        ? Enumerable.Range(1, (1 << plan.Branches.Length) - 1).Select(mask => plan.Branches.Where((_, i) => (mask & (1 << i)) != 0).ToArray())
        : [[.. plan.Branches]];

    private sealed record State(
        ImmutableSortedSet<string> Tokens, ImmutableSortedDictionary<string, (int Done, int Needed)> Forks, ImmutableSortedDictionary<string, int> Visits, bool Settled)
    {
        public static State Empty { get; } = new(
            ImmutableSortedSet.Create<string>(StringComparer.Ordinal), ImmutableSortedDictionary.Create<string, (int, int)>(StringComparer.Ordinal),
            ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal), Settled: false);

        public string Key => $"{string.Join(',', Tokens)}|{string.Join(',', Forks.Select(f => $"{f.Key}:{f.Value.Done}/{f.Value.Needed}"))}|{string.Join(',', Visits.Select(v => $"{v.Key}:{v.Value}"))}|{Settled}";
    }
}
