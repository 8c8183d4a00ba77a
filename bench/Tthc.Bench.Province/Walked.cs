using Tthc.Cli.Demo;
using Tthc.Cli.Demo.Misdeeds;
using Tthc.Protos.V1;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Procedures;
using BranchChoice = Tthc.Workflows.Dossiers.BranchChoice;

namespace Tthc.Bench.Province;

/// <summary>A dossier under way in the telling.</summary>
internal sealed class Walked(HistoryDraft draft, Fate fate, Wrongs wrongs, Arrival arrival)
{
    public HistoryDraft Draft => draft;

    public Fate Fate => fate;

    public Wrongs Wrongs => wrongs;

    public Arrival Arrival => arrival;

    public DateTimeOffset Now { get; set; } = arrival.At;

    public int Supplements { get; set; }

    /// <summary>Steps it has been at: no way is gone twice where there is another.</summary>
    public HashSet<string> Visited { get; } = new(StringComparer.Ordinal);

    /// <summary>When the next step is done, so that the whole fares as it is meant to; null beyond what the calendar covers.</summary>
    public DateTimeOffset? Timing(Offices offices, StepAct act)
    {
        var (agency, chance) = (arrival.Agency.Key, Chance.For(arrival.Key, $"time {draft.Message.Acts.Count}"));
        if (act == StepAct.Return)
            return offices.After(agency, Now, Math.Min(chance.LogNormal(60, 960), 4800));
        if (draft.Dossier.Clock?.DueAt is not { } due || due <= Now)
            return offices.After(agency, Now, chance.Between(10, 240));
        var end = fate.Punctuality switch
        {
            Punctuality.Early => Now + ((due - Now) * chance.Between(0.15, 0.7)),
            Punctuality.OnTime => due.AddMinutes(-chance.Between(10, 150)),
            _ => offices.After(agency, due, fate.LateMinutes) ?? due.AddDays(3),
        };
        if (act != StepAct.Settle)
            end = Now + ((end - Now) * chance.Between(0.1, 0.4));
        // In working time, not at night.
        return offices.After(agency, end > Now ? end : Now, 1);
    }
}

/// <summary>What is done with it against the rules, as rarely as it was counted.</summary>
internal sealed record Wrongs(bool Backdated, bool LatePause, bool NoResult, bool BatchEntry)
{
    public static Wrongs Draw(ulong key)
    {
        var (chance, rates) = (Chance.For(key, "wrongs"), MisdeedRates.Usual);
        return new(
            chance.Happens(rates[Misdeed.EndBackdated]), chance.Happens(rates[Misdeed.LatePause]), chance.Happens(rates[Misdeed.NoResult]), chance.Happens(rates[Misdeed.BatchEntry]));
    }
}

/// <summary>One way out of a step.</summary>
internal sealed record Way(string Step, int Token, string Action, IReadOnlyList<DossierPaper> Papers, IReadOnlyList<BranchChoice> Branches);

/// <summary>The ways out of a step in the order in which an officer would try them.</summary>
internal static class Ways
{
    public static IEnumerable<Way> Of(Walked walk, Offices offices, Token token, CompiledStep step)
    {
        var procedure = walk.Draft.Procedure;
        walk.Visited.Add(step.Id);
        var ways = step.ActionOrder.Select(key => step.Actions[key]).ToList();
        if (ways.Count == 0 && step.Next is { } next)
            ways.Add(next);
        foreach (var way in ways.OrderBy(w => Refuses(w, procedure) ? 2 : w.Target.Step is { } to && walk.Visited.Contains(to) ? 1 : 0))
        {
            var needed = step.Needs.Concat(way.Needs).Distinct(StringComparer.Ordinal).Select(key => Papers.Of(procedure.Papers[key])).ToList();
            var branches = way.Target.Step is { } target ? Branches(procedure.Steps[target], procedure, offices, walk).ToList() : [];
            yield return new Way(step.Id, token.Id, ways.Count > 1 ? way.Key : "", needed, branches);
        }
    }

    private static bool Refuses(StepAction way, CompiledProcedure procedure) => way.Target.Step is { } target && procedure.Steps[target].Act == StepAct.Refuse;

    private static IEnumerable<BranchChoice> Branches(CompiledStep target, CompiledProcedure procedure, Offices offices, Walked walk)
    {
        var (day, chance) = (Offices.DayOf(walk.Now), Chance.For(walk.Arrival.Key, "branches"));
        if (target.Fork is not { } fork)
        {
            if (target.At.Kind == AgencySelectorKind.Chosen && offices.AnyWith(target.Role, day, chance) is { } agency)
                yield return new BranchChoice("", agency.Key);
            yield break;
        }
        foreach (var branch in fork.Branches)
        {
            var step = procedure.Steps[branch.Step];
            var chosen = step.At.Kind == AgencySelectorKind.Chosen ? offices.AnyWith(step.Role, day, chance)?.Key : null;
            if (fork.ChooseSome || chosen is not null)
                yield return new BranchChoice(branch.Key, chosen);
        }
    }
}

/// <summary>Papers in the number the procedure asks for.</summary>
internal static class Papers
{
    public static DossierPaper Of(Paper paper) => new()
    {
        Key = paper.Key,
        Originals = paper.Originals + paper.Certified + paper.Copies == 0 ? 1 : paper.Originals,
        Certified = paper.Certified,
        Copies = paper.Copies,
    };

    public static PaperOnFile OnFile(DossierPaper paper) => new(paper.Key, paper.Originals, paper.Certified, paper.Copies);
}
