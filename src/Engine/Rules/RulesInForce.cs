using System.Collections.Frozen;
using Tthc.Storage.Rules;
using Tthc.Workflows.Agencies;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Dossiers;
using RuleBundle = Tthc.Workflows.Bundles.RuleBundle;

namespace Tthc.Engine.Rules;

/// <summary>One compiled bundle with the numbers of its stored revisions. Immutable: a call that began with it finishes with it.</summary>
internal sealed class RulesInForce
{
    private readonly FrozenDictionary<(string Code, DateOnly From), PublishedProcedure> _published;

    public RulesInForce(RuleBundle bundle, IEnumerable<ProcedureRevisionRow> revisions)
    {
        Bundle = bundle;
        var rows = revisions.ToDictionary(r => (r.Code, r.InForceFrom));
        _published = bundle.Procedures.ToFrozenDictionary(p => (p.Code, p.InForceFrom), p => new PublishedProcedure(rows[(p.Code, p.InForceFrom)].Id, p));
        World = MakeWorld();
    }

    public RuleBundle Bundle { get; }

    public RuleWorld World { get; }

    public IEnumerable<PublishedProcedure> Published => _published.Values;

    private PublishedProcedure? Find(string code, DateOnly day) =>
        Bundle.FindProcedure(code, day) is { } procedure ? _published[(procedure.Code, procedure.InForceFrom)] : null;

    private RuleWorld MakeWorld()
    {
        var agencies = Bundle.Agencies;
        return new RuleWorld(
            FindAgency: (name, day) => agencies.Find(name, day)?.Id,
            Nearest: (kind, from, day) => Of(agencies, from, day) is { } agency ? agencies.Nearest(kind, agency, day)?.Id : null,
            Superior: (from, day) => Of(agencies, from, day) is { } agency ? agencies.Superior(agency, day)?.Id : null,
            MayAssign: agencies.MayAssign,
            CalendarOf: Bundle.CalendarFor,
            FindProcedure: Find,
            PolicyFor: Bundle.PolicyFor)
        {
            LocalOffset = LocalOffsetOf(Bundle),
        };
    }

    private static Agency? Of(AgencyTree agencies, string name, DateOnly day) => agencies.Find(name, day);

    // All offices of the country keep one time; a bundle without calendars has no procedures either.
    private static TimeSpan LocalOffsetOf(RuleBundle bundle)
    {
        foreach (var calendar in bundle.Calendars.Values)
            return calendar.Definition.UtcOffset;
        return TimeSpan.Zero;
    }
}
