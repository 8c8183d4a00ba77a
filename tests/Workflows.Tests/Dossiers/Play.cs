using System.Collections.Frozen;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Dossiers.Verbs;
using Tthc.Workflows.Facts;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Tests.Calendars;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>Dossiers as a process would keep them: every act goes through JSON and back, and every invariant is looked at after it.</summary>
internal sealed class Play
{
    private readonly Dictionary<long, Dossier> _dossiers = [];
    private readonly Dictionary<long, List<RecordedEvent>> _logs = [];
    private long _lastId = 1;

    private readonly Stage _stage;

    public Play(string procedure, RuleWorld? world = null)
        : this(world is null ? Stage.Samples : Stage.Samples with { World = world }, SampleProcedures.Get(procedure))
    {
    }

    public Play(Stage stage, CompiledProcedure procedure)
    {
        _stage = stage;
        Procedure = procedure;
        _dossiers[1] = Dossier.Blank(1);
        _logs[1] = [];
    }

    public CompiledProcedure Procedure { get; }

    /// <summary>The officer as the process knows him: agency by identifier, with what it has taken over.</summary>
    public Actor Known(Actor actor, DateTimeOffset at)
    {
        if (actor.IsSystem)
            return actor;
        var agency = World.FindAgency(actor.Agency, World.DayOf(at)) ?? actor.Agency;
        return actor with { Agency = agency, Predecessors = _stage.Predecessors(agency, World.DayOf(at)) };
    }

    public RuleWorld World => _stage.World;

    public Dossier Dossier => _dossiers[1];

    public IEnumerable<Dossier> Children => _dossiers.Values.Where(d => d.ParentId is not null);

    public IReadOnlyList<RecordedEvent> Log => _logs[1];

    public DossierEvent LastEvent => Log[^1].Event;

    public static DateTimeOffset Local(string moment) => SampleCalendars.Local(moment);

    // The section heads of the samples sit in the one unit that the samples know.
    public static Actor Officer(string role, string agency = "xa-a", string name = "lan", string? unit = null) => new()
    {
        Officer = name,
        Agency = SampleWorld.Find(agency) ?? agency,
        Unit = unit ?? (role == "section-head" ? "phong-1" : null),
        Roles = role.Split('+').ToFrozenSet(),
    };

    public static IntakeForm Form(string procedure, string agency = "xa-a", params string[] papers) => new()
    {
        ProcedureCode = procedure,
        Agency = agency,
        Applicant = new Party("Nguyễn Văn An", "062000000001", "Thôn 1", "0900000000", null, false),
        Papers = [.. papers.Prepend("form").Select(k => new PaperOnFile(k, 2, 1, 2))],
    };

    /// <summary>Does it, and takes over what came of it; gives the refusal otherwise.</summary>
    public Refusal? Try(Actor actor, string at, DossierCommand command, string? occurred = null, long id = 1) =>
        Try(actor, Local(at), command, occurred is null ? null : Local(occurred), id);

    public Refusal? Try(Actor actor, DateTimeOffset now, DossierCommand command, DateTimeOffset? occurred = null, long id = 1)
    {
        var before = _dossiers[id];
        var (transition, refusal) = DossierTransition.Of(before, command, Context(before, actor, now, occurred));
        if (transition is null)
        {
            Assert.NotNull(refusal);
            Invariants.CheckRefusal(before, _logs[id], refusal);
            return refusal;
        }
        Assert.Null(refusal);
        Adopt(transition);
        return null;
    }

    /// <summary>Does it; the test fails when it is refused.</summary>
    public Play Do(Actor actor, string at, DossierCommand command, string? occurred = null, long id = 1)
    {
        var refusal = Try(actor, at, command, occurred, id);
        Assert.True(refusal is null, $"{at} {command.GetType().Name}: {refusal?.Id} {refusal?.Vietnamese}");
        return this;
    }

    /// <summary>All planned moments up to an instant, observed at that instant.</summary>
    public Play PassTime(string until) => PassTime(Local(until));

    public Play PassTime(DateTimeOffset until)
    {
        foreach (var id in _dossiers.Keys.ToList())
            while (DeadlinePlan.Next(_dossiers[id], ProcedureOf(_dossiers[id])) is { } planned && planned.At <= until)
            {
                var refusal = Try(Actor.System, until, new ExpireDeadline(planned.Name, planned.At), null, id);
                if (refusal is not null)
                    break;
            }
        return this;
    }

    public CompiledProcedure ProcedureOf(Dossier dossier) => dossier.Version == 0 ? Procedure : _stage.Revision(dossier.ProcedureRevision);

    public Dossier Get(long id) => _dossiers[id];

    public IReadOnlyList<RecordedEvent> LogOf(long id) => _logs[id];

    private DecisionContext Context(Dossier dossier, Actor actor, DateTimeOffset now, DateTimeOffset? occurred)
    {
        var procedure = ProcedureOf(dossier);
        return new DecisionContext
        {
            Now = now,
            OccurredAt = occurred,
            Actor = actor,
            Published = _stage.Published(procedure),
            World = World,
            Acts = [.. (_logs.GetValueOrDefault(dossier.Id) ?? []).Select(EventFacts.Of)],
            FreshIds = [.. procedure.ChildProcedures.Select((_, i) => _lastId + 1 + i)],
        };
    }

    private void Adopt(DossierTransition transition)
    {
        var id = transition.After.Id;
        var numbered = transition.NeedsCode ? transition.Numbered($"{transition.After.ReceivingAgency}-{id:0000}") : transition;
        var log = _logs.TryGetValue(id, out var known) ? known : _logs[id] = [];
        log.AddRange(numbered.Events);
        Invariants.Check(numbered, log, ProcedureOf(numbered.After), World);
        _dossiers[id] = DossierJson.Read(DossierJson.Write(numbered.After));
        _lastId = Math.Max(_lastId, id);
        foreach (var child in numbered.Children)
            Adopt(child);
        if (numbered.EndsForParent)
            Try(Actor.System, numbered.RecordedAt, new EndChild(id, numbered.After.Status, numbered.After.EndedAt!.Value), null, numbered.After.ParentId!.Value);
    }
}
