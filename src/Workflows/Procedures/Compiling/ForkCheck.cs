using Tthc.Text.Diagnostics;
using static Tthc.Workflows.Procedures.Compiling.FlowDiagnostics;

namespace Tthc.Workflows.Procedures.Compiling;

/// <summary>Every parallel has exactly one join, which its branches can fill.</summary>
internal static class ForkCheck
{
    public static void Run(Procedure procedure, StepIndex index, DiagnosticBag bag)
    {
        foreach (var fork in procedure.Steps.OfType<ParallelStep>())
        {
            CheckJoin(fork, index, bag);
            CheckCount(fork, index, bag);
            foreach (var ask in fork.Branches.OfType<AskBranch>())
                if (ask.Silence == Silence.Consent && ask.Work.Limit is { Value.Kind: StepLimitKind.None } limit)
                    bag.Report(limit.Problem(ConsentWithoutLimit, ask.Key.Value));
        }
        foreach (var second in procedure.Steps.OfType<JoinStep>().Where(join => index.JoinOf(join.Of.Value) != join))
            bag.Report(second.Of.Problem(JoinedTwice, second.Of.Value)
                .WithRelated(index.JoinOf(second.Of.Value)!.Key.Location, "đã hợp ở đây", "joined here"));
    }

    private static void CheckJoin(ParallelStep fork, StepIndex index, DiagnosticBag bag)
    {
        var key = fork.Key.Value;
        if (index.JoinOf(key) is { } join)
        {
            var own = fork.Then?.Problem(JoinedTwice, key) ?? fork.Join?.Problem(JoinedTwice, key);
            if (own is not null)
                bag.Report(own.WithRelated(join.Key.Location, "bước hợp nhánh ở đây", "the join step is here"));
        }
        else if (fork.Branches.Any(branch => branch is StepBranch))
        {
            bag.Report(fork.Key.Problem(ForkWithoutJoin, key));
        }
        else if (fork.Then is null)
        {
            bag.Report(fork.Key.Problem(ForkWithoutThen, key));
        }
    }

    private static void CheckCount(ParallelStep fork, StepIndex index, DiagnosticBag bag)
    {
        var join = index.JoinOf(fork.Key.Value)?.Join ?? fork.Join;
        if (join is not null && join.Value > fork.Branches.Length)
            bag.Report(join.Problem(JoinTooLarge, join.Value, fork.Key.Value, fork.Branches.Length));
    }
}
