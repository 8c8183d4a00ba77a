using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers;

/// <summary>Finds the agency that a selector means for a dossier.</summary>
internal static class AgencyResolution
{
    public static string? Resolve(AgencySelector selector, Dossier dossier, DecisionContext context, string? chosen)
    {
        var world = context.World;
        var day = world.DayOf(context.At);
        var named = selector.Kind switch
        {
            AgencySelectorKind.Receiving => dossier.ReceivingAgency,
            AgencySelectorKind.Competent => dossier.CompetentAgency,
            AgencySelectorKind.Superior => world.Superior(world.Responsible(dossier.ReceivingAgency, day), day),
            AgencySelectorKind.Named => world.FindAgency(selector.Argument!, day),
            AgencySelectorKind.Nearest => world.Nearest(selector.Argument!, world.Responsible(dossier.ReceivingAgency, day), day),
            AgencySelectorKind.SameAsStep => dossier.UseOf(selector.Argument!).Agency,
            _ => chosen is null ? null : world.FindAgency(chosen, day),
        };
        return named is null ? null : world.Responsible(named, day);
    }

    public static string Describe(AgencySelector selector) =>
        selector.Argument is { } argument ? $"{selector.Kind}:{argument}" : selector.Kind.ToString();
}
