using System.Collections.Immutable;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Soundness;

/// <summary>The result is recorded once on every way, and before it is handed over (status 9 before status 10).</summary>
internal static class ResultCheck
{
    public static void Run(FlowGraph graph, ImmutableArray<SoundnessFinding>.Builder findings)
    {
        if (!graph.Steps.Any(step => step.Act == StepAct.Settle))
        {
            findings.Add(new(SoundnessProblem.NeverSettles, graph.Steps[graph.Start].Id, null, []));
            return;
        }
        var search = new StateSearch(graph);
        search.Run();
        for (var i = 0; i < graph.Steps.Length; i++)
        {
            if (ProblemOf(graph.Steps[i].Act, search, i) is { } problem)
                findings.Add(new(problem.Kind, graph.Steps[i].Id, null, search.PathTo(i, problem.Settled)));
        }
    }

    private static (SoundnessProblem Kind, bool Settled)? ProblemOf(StepAct act, StateSearch search, int step) => act switch
    {
        StepAct.Settle when search.Reaches(step, settled: true) => (SoundnessProblem.SettlesTwice, true),
        StepAct.Return when search.Reaches(step, settled: false) => (SoundnessProblem.ReturnsBeforeSettling, false),
        StepAct.Refuse when search.Reaches(step, settled: true) => (SoundnessProblem.RefusesAfterSettling, true),
        _ => null,
    };

    /// <summary>Breadth first over (step, whether the result is recorded), so that the ways shown are the shortest. State 2·i+1 is step i with a result.</summary>
    private sealed class StateSearch(FlowGraph graph)
    {
        private readonly int[] _before = Enumerable.Repeat(-1, graph.Steps.Length * 2).ToArray();

        public bool Reaches(int step, bool settled) => _before[State(step, settled)] >= 0;

        public void Run()
        {
            var start = State(graph.Start, settled: false);
            _before[start] = start;
            var pending = new Queue<int>([start]);
            while (pending.TryDequeue(out var at))
                foreach (var to in After(at / 2, at % 2 == 1))
                    if (_before[to] < 0)
                    {
                        _before[to] = at;
                        pending.Enqueue(to);
                    }
        }

        public ImmutableArray<string> PathTo(int step, bool settled)
        {
            var path = new List<int>();
            var at = State(step, settled);
            for (; _before[at] != at; at = _before[at])
                path.Add(at / 2);
            path.Add(at / 2);
            path.Reverse();
            return graph.Names(path);
        }

        private static int State(int step, bool settled) => (step * 2) + (settled ? 1 : 0);

        private IEnumerable<int> After(int step, bool settled)
        {
            var act = graph.Steps[step].Act;
            if (act is StepAct.Return or StepAct.Refuse)
                return settled ? [] : graph.SendBack[step].Select(to => State(to, settled: false));
            var next = graph.Next[step].Select(to => State(to, settled || act == StepAct.Settle));
            // A recorded result bars the way back: undoing it is a reopening with an approver of its own.
            return settled ? next : next.Concat(graph.SendBack[step].Select(to => State(to, settled: false)));
        }
    }
}
