using Tthc.Text.Json.Fields;

namespace Tthc.Workflows.Procedures.Linking;

/// <summary>A role or an agency named at a step.</summary>
internal sealed record Assignment(Located<string>? Role, Located<AgencySelector>? At);

/// <summary>Lists who is named where in a written procedure.</summary>
internal static class Assignments
{
    public static IEnumerable<Assignment> Of(Procedure procedure)
    {
        if (procedure.Competent is { } competent)
            yield return new(null, competent);
        foreach (var assignment in procedure.Steps.SelectMany(Of))
            yield return assignment;
    }

    private static IEnumerable<Assignment> Of(ProcedureStep step) => step switch
    {
        TaskStep task => [new(task.Work.Role, task.Work.At)],
        WaitStep wait => [new(wait.Role, wait.At)],
        ParallelStep fork => fork.Branches.Select(Of).OfType<Assignment>(),
        _ => [],
    };

    private static Assignment? Of(ParallelBranch branch) => branch switch
    {
        TaskBranch task => new(task.Work.Role, task.Work.At),
        AskBranch ask => new(ask.Work.Role, ask.Work.At),
        ChildBranch child => new(null, child.At),
        _ => null,
    };
}
