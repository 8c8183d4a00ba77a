using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Procedures.Compiling;

namespace Tthc.Workflows.Procedures.Linking;

/// <summary>Linked child procedures exist while they are opened, do not open themselves, and fit into the time of their parent.</summary>
internal sealed class ChildLink(IReadOnlyList<LinkedProcedure> procedures, DiagnosticBag bag)
{
    private readonly ILookup<string, LinkedProcedure> _byCode = procedures.ToLookup(p => p.Written.Code.Value, StringComparer.Ordinal);

    public void Check(LinkedProcedure parent)
    {
        var children = parent.Written.Steps.OfType<ParallelStep>().SelectMany(fork => fork.Branches.OfType<ChildBranch>()).ToList();
        if (children.Count == 0)
            return;
        foreach (var child in children)
            CheckChild(parent.Written, child.Procedure);
        if (parent.Compiled is { } compiled)
            TimeReport.RunWithChildren(compiled, new StepPlaces(parent.Written), code => CaseOf(code, compiled.InForceFrom), bag);
    }

    private void CheckChild(Procedure parent, Located<string> code)
    {
        if (!_byCode.Contains(code.Value))
            bag.Report(code.Problem(LinkDiagnostics.UnknownProcedure, code.Value)
                .WithNearest(NameSuggestion.Nearest(code.Value, procedures.Select(p => p.Written.Code.Value))));
        else if (FirstUncovered(parent, code.Value) is { } day)
            bag.Report(code.Problem(LinkDiagnostics.ChildNotInForce, code.Value, day));
        else if (WayBack(parent.Code.Value, code.Value) is { IsEmpty: false } cycle)
            bag.Report(code.Problem(LinkDiagnostics.ChildCycle, string.Join(" → ", cycle)));
    }

    private ProcedureCase? CaseOf(string code, DateOnly day) =>
        _byCode[code].Select(p => p.Compiled).FirstOrDefault(p => p is not null && p.IsInForce(day))?.DefaultCase;

    private DateOnly? FirstUncovered(Procedure parent, string code)
    {
        var day = parent.InForceFrom.Value;
        while (parent.InForceTo is not { } last || day <= last.Value)
        {
            var version = _byCode[code].FirstOrDefault(p => p.Written.InForceFrom.Value <= day && (p.Written.InForceTo is not { } to || day <= to.Value));
            if (version is null)
                return day;
            if (version.Written.InForceTo is not { } end || end.Value == DateOnly.MaxValue)
                return null;
            day = end.Value.AddDays(1);
        }
        return null;
    }

    /// <summary>The codes that lead from a child back to the procedure that opens it, breadth first.</summary>
    private ImmutableArray<string> WayBack(string parent, string child)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal) { [child] = parent };
        var pending = new Queue<string>([child]);
        while (pending.TryDequeue(out var code))
        {
            if (code == parent)
                return Unwind(before, parent, child);
            foreach (var next in ChildrenOf(code))
                if (before.TryAdd(next, code))
                    pending.Enqueue(next);
        }
        return [];
    }

    private IEnumerable<string> ChildrenOf(string code) => _byCode[code].SelectMany(p => p.Written.Steps).OfType<ParallelStep>()
        .SelectMany(fork => fork.Branches.OfType<ChildBranch>()).Select(child => child.Procedure.Value);

    private static ImmutableArray<string> Unwind(Dictionary<string, string> before, string parent, string child)
    {
        var way = new List<string> { parent };
        for (var at = child == parent ? parent : before[parent]; at != parent; at = before[at])
            way.Add(at);
        way.Add(parent);
        way.Reverse();
        return [.. way];
    }
}
