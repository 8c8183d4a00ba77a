using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Findings;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Bundles;

/// <summary>A bundle as decisions see it.</summary>
public static class BundleWorld
{
    /// <summary>The rules in force that a bundle makes.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="published">The stored revision of each of its procedures.</param>
    /// <param name="compliance">The rules that judge dossiers.</param>
    public static RuleWorld Of(RuleBundle bundle, Func<CompiledProcedure, PublishedProcedure> published, ComplianceRules compliance)
    {
        var agencies = bundle.Agencies;
        return new RuleWorld(
            FindAgency: (name, day) => agencies.Find(name, day)?.Id,
            Nearest: (kind, from, day) => agencies.Find(from, day) is { } agency ? agencies.Nearest(kind, agency, day)?.Id : null,
            Superior: (from, day) => agencies.Find(from, day) is { } agency ? agencies.Superior(agency, day)?.Id : null,
            MayAssign: agencies.MayAssign,
            CalendarOf: bundle.CalendarFor,
            FindProcedure: (code, day) => bundle.FindProcedure(code, day) is { } found ? published(found) : null,
            PolicyFor: bundle.PolicyFor)
        {
            LocalOffset = LocalOffsetOf(bundle),
            Compliance = compliance,
            Responsible = (name, day) => agencies.FindAny(name) is { } agency ? agencies.Responsible(agency, day)?.Id : null,
        };
    }

    /// <summary>All offices of the country keep one time; a bundle without calendars has no procedures either.</summary>
    public static TimeSpan LocalOffsetOf(RuleBundle bundle)
    {
        foreach (var calendar in bundle.Calendars.Values)
            return calendar.Definition.UtcOffset;
        return TimeSpan.Zero;
    }
}
