using System.Collections.Frozen;
using Google.Protobuf.WellKnownTypes;
using Tthc.Cli.Demo;
using Tthc.Protos.V1;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Verbs;
using Tthc.Workflows.Procedures;
using Dossier = Tthc.Workflows.Dossiers.Dossier;

namespace Tthc.Bench.Province;

/// <summary>A history in the making: each act is decided as the engine will decide it, so that what is refused there is never written here.</summary>
internal sealed class HistoryDraft(RuleWorld world, PublishedProcedure published, string code, ulong key)
{
    private const int MostDeadlines = 100;

    public Dossier Dossier { get; private set; } = Dossier.Blank(1);

    public CompiledProcedure Procedure => published.Procedure;

    public ImportedDossier Message { get; } = new() { RequestId = $"tinh-{key:x16}", Code = code, Source = "phan-mem-cu" };

    /// <summary>When the last act was recorded.</summary>
    public DateTimeOffset Recorded { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>All acts from here on are recorded then, whenever they are said to have happened; null: at once.</summary>
    public DateTimeOffset? RecordedTogetherAt { get; set; }

    /// <summary>Does an act, if it can be done.</summary>
    /// <param name="at">When it is said to have happened.</param>
    /// <param name="agency">Where.</param>
    /// <param name="role">In which role.</param>
    /// <param name="command">The act.</param>
    /// <param name="message">The act as a message, to be filled in.</param>
    /// <param name="recordedAt">When it was recorded; null: at once.</param>
    public bool Do(DateTimeOffset at, (string Agency, string Role) who, DossierCommand command, Action<HistoricAct> message, DateTimeOffset? recordedAt = null)
    {
        var recorded = recordedAt ?? RecordedTogetherAt ?? at;
        if (recorded < Recorded)
            recorded = Recorded;
        if (recorded < at)
            recorded = at;
        Pass(at);
        // Under the name that the agency has on that day: some were merged meanwhile.
        var day = world.DayOf(at);
        var agency = world.FindAgency(who.Agency, day) ?? world.Responsible(who.Agency, day) ?? who.Agency;
        var officer = Officer.Name(agency, who.Role, key);
        var actor = new Actor { Officer = officer, Agency = agency, Roles = FrozenSet<string>.Empty, IsHistoric = true };
        if (!Apply(command, new DecisionContext { Now = recorded, OccurredAt = at, Actor = actor, Published = published, World = world }))
            return false;
        var act = new HistoricAct { OccurredAt = at.ToTimestamp(), RecordedAt = recorded.ToTimestamp(), Actor = officer, Agency = agency };
        message(act);
        Message.Acts.Add(act);
        Recorded = recorded;
        return true;
    }

    /// <summary>What passes by itself until then: the import puts it in its place as well.</summary>
    public void Pass(DateTimeOffset until)
    {
        for (var i = 0; i < MostDeadlines && Dossier.Version > 0 && DeadlinePlan.Next(Dossier, Procedure) is { } due && due.At <= until; i++)
            if (!Apply(new ExpireDeadline(due.Name, due.At), new DecisionContext { Now = due.At, Actor = Actor.System, Published = published, World = world }))
                return;
    }

    private bool Apply(DossierCommand command, DecisionContext context)
    {
        var (transition, _) = DossierTransition.Of(Dossier, command, context);
        if (transition is null)
            return false;
        if (transition.NeedsCode)
            transition = transition.Numbered(code);
        Dossier = transition.After;
        return true;
    }
}
