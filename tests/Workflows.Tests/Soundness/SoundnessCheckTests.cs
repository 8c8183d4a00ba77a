using Tthc.Workflows.Procedures;
using Tthc.Workflows.Soundness;

namespace Tthc.Workflows.Tests.Soundness;

/// <summary>The verdict on the graph against every way a dossier can really go.</summary>
public sealed class SoundnessCheckTests
{
    private const int Procedures = 6000;

    [Fact]
    public void Lets_nothing_pass_in_which_a_dossier_can_be_stuck_or_go_wrong()
    {
        var passed = 0;
        foreach (var (seed, procedure, search) in Samples())
        {
            if (!SoundnessCheck.Run(procedure).All(f => f.Problem == SoundnessProblem.LoopWithoutBound || f.Problem == SoundnessProblem.ChoiceWithoutOfficer))
                continue;
            passed++;
            Assert.True(search.Stuck is null, $"seed {seed}: stuck at {search.Stuck}");
            Assert.True(search.Unlawful is null, $"seed {seed}: {search.Unlawful}");
            Assert.False(search.LeavesSomethingBehind, $"seed {seed}");
            Assert.True(!search.NeverVisited.Any(), $"seed {seed}: never visited {string.Join(", ", search.NeverVisited)}");
        }
        Assert.InRange(passed, Procedures / 100, Procedures);
    }

    [Fact]
    public void Refuses_nothing_in_which_a_dossier_always_finds_its_way()
    {
        var refused = 0;
        foreach (var (seed, procedure, search) in Samples())
        {
            // The check is stricter where visits are bounded, where only sending back or another branch would get a dossier out.
            if (procedure.Steps.Values.Any(s => s.AtMost is not null || !s.SendBackTo.IsEmpty || s.Fork is { JoinCount: not 0 }))
                continue;
            var findings = SoundnessCheck.Run(procedure).Where(f => f.Problem is not (SoundnessProblem.LoopWithoutBound or SoundnessProblem.ChoiceWithoutOfficer)).ToList();
            if (findings.Count == 0)
                continue;
            refused++;
            Assert.True(
                search.Stuck is not null || search.Unlawful is not null || search.NeverVisited.Any(),
                $"seed {seed}: {string.Join("; ", findings.Select(f => $"{f.Problem} {f.Step}"))}");
        }
        Assert.InRange(refused, Procedures / 100, Procedures);
    }

    [Fact]
    public void Finds_the_unbounded_loops_and_no_others()
    {
        foreach (var (_, procedure, _) in Samples())
        {
            var said = SoundnessCheck.Run(procedure).Where(f => f.Problem == SoundnessProblem.LoopWithoutBound).ToList();
            Assert.All(said, finding =>
            {
                Assert.Equal(finding.Path[0], finding.Path[^1]);
                Assert.All(finding.Path, id => Assert.Null(procedure.Steps[id].AtMost));
                Assert.All(finding.Path.Zip(finding.Path.Skip(1)), edge => Assert.Contains(edge.Second, Onward(procedure.Steps[edge.First])));
            });
            Assert.Equal(HasUnboundedLoop(procedure), said.Count > 0);
        }
    }

    private static IEnumerable<(int Seed, CompiledProcedure Procedure, TokenSearch Search)> Samples() =>
        Enumerable.Range(0, Procedures).Select(seed => (seed, Procedure: new RandomProcedures(seed).Next()))
            .Select(one => (one.seed, one.Procedure, new TokenSearch(one.Procedure)))
            .Where(one => one.Item3.IsComplete);

    private static IEnumerable<string> Onward(CompiledStep step) =>
        (step.Fork is { } fork ? [fork.Then] : step.Actions.Values.Select(a => a.Target)).Where(t => t.Kind == TargetKind.Step).Select(t => t.Step!);

    /// <summary>Removes, again and again, what leads nowhere; what cannot be removed goes round. Only steps that are reached count.</summary>
    private static bool HasUnboundedLoop(CompiledProcedure procedure)
    {
        var left = Reached(procedure).Where(id => procedure.Steps[id].AtMost is null).ToHashSet();
        while (left.RemoveWhere(id => !Onward(procedure.Steps[id]).Any(left.Contains)) > 0)
        {
            // Each round may free others.
        }
        return left.Count > 0;
    }

    private static HashSet<string> Reached(CompiledProcedure procedure)
    {
        var reached = new HashSet<string> { procedure.Start };
        var pending = new Queue<string>(reached);
        while (pending.TryDequeue(out var id))
            foreach (var next in Onward(procedure.Steps[id]).Concat(procedure.Steps[id].Fork?.Branches.Select(b => b.Step) ?? []))
                if (reached.Add(next))
                    pending.Enqueue(next);
        return reached;
    }
}
