using Tthc.Protos.V1;
using Tthc.Workflows.Procedures;

namespace Tthc.Cli.Demo;

/// <summary>Which way an officer takes out of a step: usually the one written first, refusal only where that is meant, no way twice.</summary>
internal sealed class WayChoice(Offices offices)
{
    public AdvanceStepRequest Choose(PlayedDossier subject, ActiveStep active, DateTimeOffset now)
    {
        var chance = subject.Chance($"way {active.Token}");
        var step = subject.Procedure.Steps[active.Step];
        var request = new AdvanceStepRequest { Step = active.Step, Token = active.Token, Note = "Đã xem xét, đủ cơ sở chuyển bước." };
        var needed = step.Needs.AsEnumerable();
        if (Pick(subject, step, active, chance, now) is { } action)
        {
            request.Action = active.Actions.Count > 1 ? action.Key : "";
            needed = needed.Concat(action.Needs);
            if (OpenWays.TargetOf(subject, action, now).Step is { } target)
                AddBranches(request, subject, subject.Procedure.Steps[target], now, chance);
        }
        request.Papers.AddRange(needed.Distinct(StringComparer.Ordinal).Select(key => Of(subject.Procedure.Papers[key])));
        return request;
    }

    /// <summary>A paper in the number the procedure asks for.</summary>
    public static DossierPaper Of(Paper paper) => new()
    {
        Key = paper.Key,
        Originals = paper.Originals + paper.Certified + paper.Copies == 0 ? 1 : paper.Originals,
        Certified = paper.Certified,
        Copies = paper.Copies,
    };

    private static StepAction? Pick(PlayedDossier subject, CompiledStep step, ActiveStep active, Chance chance, DateTimeOffset now)
    {
        var ways = step.ActionOrder.Where(active.Actions.Contains).Select(key => step.Actions[key]).Where(way => OpenWays.Holds(subject, way.When, now)).ToList();
        if (ways.Count <= 1)
            return ways.FirstOrDefault() ?? step.Next;
        var refusing = ways.Where(w => Refuses(w, subject.Procedure)).ToList();
        if (subject.Fate.Ending == Ending.Refused && refusing.Count > 0)
            return refusing[0];
        var others = ways.Except(refusing).ToList();
        var untried = others.Where(w => !subject.Avoided.Contains(w.Target.Step ?? "end")).ToList();
        var open = untried.Count > 0 ? untried : others.Count > 0 ? others : ways;
        return open[chance.Pick([.. open.Select((_, i) => i == 0 ? 3.0 : 1.0 / open.Count)])];
    }

    private static bool Refuses(StepAction way, CompiledProcedure procedure) =>
        way.Target.Step is { } target && procedure.Steps[target].Act == StepAct.Refuse;

    private void AddBranches(AdvanceStepRequest request, PlayedDossier subject, CompiledStep target, DateTimeOffset now, Chance chance)
    {
        var (procedure, day) = (subject.Procedure, Offices.DayOf(now));
        if (target.Fork is not { } fork)
        {
            if (target.At.Kind == AgencySelectorKind.Chosen && offices.AnyWith(target.Role, day, chance) is { } agency)
                request.Branches.Add(new BranchChoice { Agency = agency.Key });
            return;
        }
        var able = fork.Branches.Where(b => OpenWays.Holds(subject, b.When, now)).ToList();
        var opened = able.Where(_ => !fork.ChooseSome || chance.Happens(0.5)).ToList();
        if (opened.Count == 0 && able.Count > 0)
            opened.Add(able[chance.Below(able.Count)]);
        foreach (var branch in opened)
        {
            var step = procedure.Steps[branch.Step];
            var chosen = step.At.Kind == AgencySelectorKind.Chosen ? offices.AnyWith(step.Role, day, chance)?.Key : null;
            if (fork.ChooseSome || chosen is not null)
                request.Branches.Add(new BranchChoice { Branch = branch.Key, Agency = chosen ?? "" });
        }
    }
}
