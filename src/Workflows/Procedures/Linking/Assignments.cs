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
        TaskStep task => Of(task.Work),
        WaitStep wait => [new(wait.Role, wait.At)],
        ParallelStep fork => fork.Branches.SelectMany(Of),
        _ => [],
    };

    private static IEnumerable<Assignment> Of(ParallelBranch branch) => branch switch
    {
        TaskBranch task => Of(task.Work),
        AskBranch ask => Of(ask.Work),
        ChildBranch child => child.Places.Select(at => new Assignment(null, at)),
        _ => [],
    };

    /// <summary>Every role with the usual place, every place with the usual role: which go together the facts say.</summary>
    private static IEnumerable<Assignment> Of(Work work) =>
        work.Roles.Select(role => new Assignment(role, work.At)).Concat(work.AtWhen.Select(at => new Assignment(work.Role, at.Value)));
}
