using System.Collections.Frozen;
using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Tests.Soundness;

/// <summary>Small compiled procedures put together at random: sound ones and all kinds of unsound ones.</summary>
internal sealed class RandomProcedures(int seed)
{
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, CompiledStep> _steps = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    public CompiledProcedure Next()
    {
        string[] top = [.. Enumerable.Range(0, _random.Next(3, 7)).Select(i => $"s{i}")];
        Add(Task(top[0], null, top, StepAct.Advance));
        foreach (var (i, id) in top.Index().Skip(1))
        {
            if (i >= top.Length - 2)
                Add(Task(id, null, top, i == top.Length - 1 ? StepAct.Return : StepAct.Settle));
            else if (_random.Next(3) == 0)
                Fork(id, null, top, depth: 0);
            else
                Add(Task(id, null, top, _random.Next(8) switch { 0 => StepAct.Refuse, 1 => StepAct.Settle, 2 => StepAct.Return, _ => StepAct.Advance }));
        }
        return Procedure(top[0]);
    }

    private void Fork(string id, string? scope, string[] siblings, int depth)
    {
        var branches = new List<ForkBranch>();
        _order.Add(id);
        for (var b = 0; b < _random.Next(1, 3); b++)
        {
            string[] inside = [.. Enumerable.Range(0, _random.Next(1, 3)).Select(i => $"{id}-{b}{i}")];
            branches.Add(new ForkBranch($"b{b}", inside[0]));
            foreach (var (i, step) in inside.Index())
            {
                if (depth == 0 && i > 0 && _random.Next(4) == 0)
                    Fork(step, id, inside, depth + 1);
                else
                    Add(Task(step, id, inside, StepAct.Advance));
            }
        }
        _steps[id] = new CompiledStep
        {
            Id = id, Name = new(id, id), Kind = StepKind.Fork, ClockStep = id, Scope = scope,
            Fork = new ForkPlan([.. branches], _random.Next(0, branches.Count + 1), Onward(scope, siblings), _random.Next(2) == 0),
        };
    }

    private CompiledStep Task(string id, string? scope, string[] siblings, StepAct act)
    {
        var targets = act switch
        {
            StepAct.Return or StepAct.Refuse => [Target.End],
            StepAct.Settle => [Onward(scope, siblings)],
            _ => Enumerable.Range(0, _random.Next(1, 3)).Select(_ => Onward(scope, siblings)).Distinct().ToArray(),
        };
        var actions = targets.Select((target, i) => new StepAction { Key = $"a{i}", Name = new("", ""), Target = target }).ToList();
        return new CompiledStep
        {
            Id = id, Name = new(id, id), Kind = StepKind.Task, Role = "r", ClockStep = id, Scope = scope, Act = act,
            Actions = actions.ToFrozenDictionary(a => a.Key, StringComparer.Ordinal), ActionOrder = [.. actions.Select(a => a.Key)],
            AtMost = _random.Next(4) == 0 ? _random.Next(1, 3) : null,
            SendBackTo = act == StepAct.Advance && _random.Next(6) == 0 ? [siblings[_random.Next(siblings.Length)]] : [],
        };
    }

    private Target Onward(string? scope, string[] siblings) =>
        scope is not null && _random.Next(2) == 0 ? Target.BranchEnd : Target.To(siblings[_random.Next(siblings.Length)]);

    private void Add(CompiledStep step)
    {
        _order.Add(step.Id);
        _steps[step.Id] = step;
    }

    private CompiledProcedure Procedure(string start) => new()
    {
        Code = "TTHC-THU", Name = new("", ""), Field = new("", ""), Level = "commune", Basis = [], InForceFrom = new(2025, 7, 1),
        Competent = AgencySelector.Receiving, DefaultCase = new("", new("", ""), new Limit.None(), null), Cases = FrozenDictionary<string, ProcedureCase>.Empty,
        DueTimeOfDay = DueTimeOfDay.EndOfOffice, Fees = [], Papers = FrozenDictionary<string, Paper>.Empty, Results = FrozenDictionary<string, ResultKind>.Empty,
        Supplement = SupplementRule.OfPolicy, Phases = FrozenDictionary<string, Phase>.Empty, Start = start,
        // Only earlier tasks can be sent back to, as the compiler of procedures sees to it.
        Steps = _steps.Values.Select(s => s with { SendBackTo = [.. s.SendBackTo.Where(to => _steps[to].Kind == StepKind.Task && LeadsTo(to, s.Id))] })
            .ToFrozenDictionary(s => s.Id, StringComparer.Ordinal),
        StepOrder = [.. _order], ChildProcedures = [],
    };

    private bool LeadsTo(string from, string to)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<string>([from]);
        while (pending.TryDequeue(out var id))
            foreach (var next in _steps[id].Actions.Values.Select(a => a.Target).Append(_steps[id].Fork?.Then ?? Target.End).Where(t => t.Kind == TargetKind.Step))
                if (reached.Add(next.Step!))
                    pending.Enqueue(next.Step!);
        return from != to && reached.Contains(to);
    }
}
