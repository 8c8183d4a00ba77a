using Tthc.Text.Diagnostics;
using Tthc.Workflows.Agencies;
using Tthc.Workflows.Procedures.Linking;

namespace Tthc.Workflows.Procedures;

/// <summary>A procedure as written, with what was compiled of it; null where it has errors of its own.</summary>
public sealed record LinkedProcedure(Procedure Written, CompiledProcedure? Compiled);

/// <summary>Checks the procedures of a rule set against each other, the agencies and the handling policies.</summary>
public static class ProcedureLinkCheck
{
    /// <summary>Reports everything that does not hold together.</summary>
    /// <param name="procedures">All versions of all procedures, those with errors of their own included.</param>
    /// <param name="agencies">The agencies; null when they have errors of their own, and then nothing is said about them.</param>
    /// <param name="policies">The handling policies.</param>
    /// <param name="bag">Where problems go.</param>
    public static void Run(IReadOnlyList<LinkedProcedure> procedures, AgencyTree? agencies, IReadOnlyList<HandlingPolicy> policies, DiagnosticBag bag)
    {
        var dated = procedures.Where(p => p.Written.InForceFrom.Value > DateOnly.MinValue).ToList();
        VersionLink.CheckOverlaps(dated.Select(p => p.Written), bag);
        var children = new ChildLink(procedures, bag);
        foreach (var procedure in dated)
        {
            children.Check(procedure);
            VersionLink.CheckPolicies(procedure.Written, policies, bag);
        }
        if (agencies is null)
            return;
        var link = new AgencyLink(agencies, bag);
        foreach (var procedure in procedures)
            link.Check(procedure.Written);
    }
}
