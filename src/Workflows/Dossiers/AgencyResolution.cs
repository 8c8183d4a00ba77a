using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers;

/// <summary>Finds the agency that a selector means for a dossier.</summary>
internal static class AgencyResolution
{
    public static string? Resolve(AgencySelector selector, Dossier dossier, DecisionContext context, string? chosen)
    {
        var world = context.World;
        var day = world.DayOf(context.At);
        return selector.Kind switch
        {
            AgencySelectorKind.Receiving => world.TodayOf(dossier.ReceivingAgency, day),
            AgencySelectorKind.Competent => world.TodayOf(dossier.CompetentAgency, day),
            AgencySelectorKind.Superior => world.Superior(world.TodayOf(dossier.ReceivingAgency, day), day),
            AgencySelectorKind.Named => world.FindAgency(selector.Argument!, day),
            AgencySelectorKind.Nearest => world.Nearest(selector.Argument!, world.TodayOf(dossier.ReceivingAgency, day), day),
            AgencySelectorKind.SameAsStep => dossier.UseOf(selector.Argument!).Agency is { } agency ? world.TodayOf(agency, day) : null,
            _ => chosen is null ? null : world.FindAgency(chosen, day),
        };
    }

    public static string Describe(AgencySelector selector) =>
        selector.Argument is { } argument ? $"{selector.Kind}:{argument}" : selector.Kind.ToString();
}
