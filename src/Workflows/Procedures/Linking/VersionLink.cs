using Tthc.Text.Diagnostics;

namespace Tthc.Workflows.Procedures.Linking;

/// <summary>Each day has one version of a procedure at most, and a handling policy under which it is handled.</summary>
internal static class VersionLink
{
    public static void CheckOverlaps(IEnumerable<Procedure> procedures, DiagnosticBag bag)
    {
        foreach (var versions in procedures.GroupBy(p => p.Code.Value, StringComparer.Ordinal))
        {
            var ordered = versions.OrderBy(p => p.InForceFrom.Value).ThenBy(p => p.Source.Path, StringComparer.Ordinal).ToList();
            for (var i = 1; i < ordered.Count; i++)
            {
                var earlier = ordered[..i].Find(p => p.InForceTo is not { } to || to.Value >= ordered[i].InForceFrom.Value);
                if (earlier is not null)
                    bag.Report(ordered[i].InForceFrom.Problem(LinkDiagnostics.PeriodsOverlap, versions.Key, ordered[i].InForceFrom.Value)
                        .WithRelated(earlier.InForceFrom.Location, "bản kia ở đây", "the other version is here"));
            }
        }
    }

    public static void CheckPolicies(Procedure procedure, IReadOnlyList<HandlingPolicy> policies, DiagnosticBag bag)
    {
        if (FirstUncovered(procedure, policies) is { } day)
            bag.Report(procedure.InForceFrom.Problem(LinkDiagnostics.NoPolicy, day));
    }

    private static DateOnly? FirstUncovered(Procedure procedure, IReadOnlyList<HandlingPolicy> policies)
    {
        var day = procedure.InForceFrom.Value;
        while (procedure.InForceTo is not { } last || day <= last.Value)
        {
            if (policies.FirstOrDefault(p => p.IsInForce(day)) is not { } policy)
                return day;
            if (policy.InForceTo is not { } to || to == DateOnly.MaxValue)
                return null;
            day = to.AddDays(1);
        }
        return null;
    }
}
