using Tthc.Protos.V1;
using Dossier = Tthc.Workflows.Dossiers.Dossier;
using DossierImpact = Tthc.Workflows.Findings.Impact.DossierImpact;

namespace Tthc.Engine.Rules.Impact;

/// <summary>Figures of an impact, counted page by page.</summary>
internal sealed class ImpactTotals
{
    private readonly ImpactSummary _summary = new();

    public long Dossiers => _summary.Dossiers;

    public long Changed => _summary.Changed;

    public void Count(Dossier dossier, DossierImpact? impact)
    {
        _summary.Dossiers++;
        if (dossier.EndedAt is null)
            _summary.OpenDossiers++;
        if (impact is null)
            return;
        _summary.Changed++;
        _summary.BecomingLate += !impact.LateBefore && impact.LateAfter ? 1 : 0;
        _summary.BecomingOnTime += impact.LateBefore && !impact.LateAfter ? 1 : 0;
        _summary.DueMoved += impact.DueBefore != impact.DueAfter ? 1 : 0;
        _summary.FindingsAppearing += impact.Appearing.Length;
        _summary.FindingsVanishing += impact.Vanishing.Length;
        foreach (var rule in impact.Appearing)
            Raise(_summary.AppearingByRule, rule, 1);
        foreach (var rule in impact.Vanishing)
            Raise(_summary.VanishingByRule, rule, 1);
    }

    public void Add(ImpactTotals other)
    {
        var more = other._summary;
        _summary.Dossiers += more.Dossiers;
        _summary.OpenDossiers += more.OpenDossiers;
        _summary.Changed += more.Changed;
        _summary.BecomingLate += more.BecomingLate;
        _summary.BecomingOnTime += more.BecomingOnTime;
        _summary.DueMoved += more.DueMoved;
        _summary.FindingsAppearing += more.FindingsAppearing;
        _summary.FindingsVanishing += more.FindingsVanishing;
        foreach (var (rule, count) in more.AppearingByRule)
            Raise(_summary.AppearingByRule, rule, count);
        foreach (var (rule, count) in more.VanishingByRule)
            Raise(_summary.VanishingByRule, rule, count);
    }

    public ImpactSummary ToMessage() => _summary.Clone();

    private static void Raise(Google.Protobuf.Collections.MapField<string, long> counts, string rule, long by)
    {
        counts.TryGetValue(rule, out var known);
        counts[rule] = known + by;
    }
}
