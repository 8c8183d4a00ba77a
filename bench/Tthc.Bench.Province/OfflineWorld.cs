using Tthc.Workflows.Bundles;
using Tthc.Workflows.Dossiers;

namespace Tthc.Bench.Province;

/// <summary>Rules in force as decisions see them, made of a folder of rule files, without an engine. Nothing judges.</summary>
internal static class OfflineWorld
{
    public static RuleWorld Of(RuleBundle bundle)
    {
        var agencies = bundle.Agencies;
        var published = bundle.Procedures.ToDictionary(p => p, p => new PublishedProcedure(1, p));
        return new RuleWorld(
            FindAgency: (name, day) => agencies.Find(name, day)?.Id,
            Nearest: (kind, from, day) => agencies.Find(from, day) is { } agency ? agencies.Nearest(kind, agency, day)?.Id : null,
            Superior: (from, day) => agencies.Find(from, day) is { } agency ? agencies.Superior(agency, day)?.Id : null,
            MayAssign: agencies.MayAssign,
            CalendarOf: bundle.CalendarFor,
            FindProcedure: (code, day) => bundle.FindProcedure(code, day) is { } found ? published[found] : null,
            PolicyFor: bundle.PolicyFor)
        {
            LocalOffset = bundle.Calendars.Values.First().Definition.UtcOffset,
            Responsible = (name, day) => agencies.FindAny(name) is { } agency ? agencies.Responsible(agency, day)?.Id : null,
        };
    }
}
