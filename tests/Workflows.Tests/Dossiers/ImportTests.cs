using System.Collections.Frozen;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Dossiers.Importing;
using Tthc.Workflows.Dossiers.Verbs;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>A history taken over comes to the state it would have had here.</summary>
public sealed class ImportTests
{
    private const string Procedure = "1.001939";
    private static readonly StepTarget s_receive = new("receive", 0);
    private static readonly SettleDossier s_result = new(new ResultDraft("1", new DateOnly(2025, 11, 10), "kq.pdf", null, null, null));

    [Fact]
    public void Comes_to_the_state_of_a_dossier_handled_here()
    {
        var lived = new Play(Procedure)
            .Do(Play.Officer("reception"), "2025-11-10 08:00", new ReceiveDossier(Play.Form(Procedure), Channel.Direct))
            .PassTime("2025-11-10 09:00")
            .Do(Play.Officer("reception"), "2025-11-10 09:00", new AdvanceStep(s_receive, null))
            .PassTime("2025-11-10 10:00")
            .Do(Play.Officer("officer"), "2025-11-10 10:00", s_result);

        var told = TryHistory(
            Procedure,
            ("2025-11-10 08:00", "2025-11-10 08:00", new ReceiveDossier(Play.Form(Procedure), Channel.Direct)),
            ("2025-11-10 09:00", "2025-11-10 09:00", new AdvanceStep(s_receive, null)),
            ("2025-11-10 10:00", "2025-11-10 10:00", s_result)).Transition!;

        Assert.Equal(lived.Dossier, Plain(told.After) with { Code = lived.Dossier.Code });
        Assert.Equal(Plain(DossierEvolution.Fold(1, told.Events)), Plain(told.After));
        Assert.Equal([.. lived.Log.Select(e => EventKinds.KindOf(e.Event)), "imported"], told.Events.Select(e => EventKinds.KindOf(e.Event)));
        Assert.Equal("CU-1", told.After.Code);
        Assert.Equal("return", Assert.Single(told.WorkItems).Step);
    }

    [Fact]
    public void Keeps_what_the_other_system_recorded_later_than_it_happened()
    {
        var told = TryHistory(Procedure, ("2025-11-10 08:00", "2025-11-12 08:00", new ReceiveDossier(Play.Form(Procedure), Channel.Direct))).Transition!;

        Assert.Equal((Play.Local("2025-11-10 08:00"), Play.Local("2025-11-12 08:00")), (told.Events[0].OccurredAt, told.Events[0].RecordedAt));
        Assert.Equal(Play.Local("2025-12-01 08:00"), told.Events[^1].RecordedAt);
        Assert.Equal(Play.Local("2025-12-01 08:00"), told.After.ImportedAt);
    }

    [Fact]
    public void Puts_in_what_time_decided_between_two_acts()
    {
        var told = TryHistory(
            Procedure,
            ("2025-11-10 08:00", "2025-11-10 08:00", new ReceiveDossier(Play.Form(Procedure), Channel.Direct)),
            ("2025-11-28 09:00", "2025-11-28 09:00", new AdvanceStep(s_receive, null))).Transition!;

        var passed = Assert.Single(told.Events, e => e.Event is DeadlinePassed { Name: "due" });
        Assert.Equal(passed.OccurredAt, passed.RecordedAt);
        Assert.InRange(passed.RecordedAt, told.Events[0].RecordedAt, told.Events[^2].RecordedAt);
    }

    [Fact]
    public void Closes_what_was_closed_without_a_result()
    {
        var told = TryHistory(
            Procedure,
            ("2025-11-10 08:00", "2025-11-10 08:00", new ReceiveDossier(Play.Form(Procedure), Channel.Direct)),
            ("2025-11-10 09:00", "2025-11-10 09:00", new AdvanceStep(s_receive, null)),
            ("2025-11-10 10:00", "2025-11-10 10:00", new SettleDossier(new ResultDraft(null, null, null, null, null, null)))).Transition!;

        Assert.Equal(("", ""), (told.After.Result!.Number, told.After.Result.File));
    }

    /// <summary>A history of acts: happened, recorded, what.</summary>
    internal static ImportOutcome TryHistory(string procedure, params (string Occurred, string Recorded, DossierCommand Command)[] acts)
    {
        var stage = Stage.Samples;
        var officer = new Actor { Officer = "lan", Agency = Play.Officer("reception").Agency, Roles = FrozenSet<string>.Empty, IsHistoric = true };
        return DossierImport.Of(
            1,
            new DossierHistory("cũ", "CU-1", [.. acts.Select(a => new HistoricAct(Play.Local(a.Occurred), Play.Local(a.Recorded), officer, a.Command))]),
            new DecisionContext
            {
                Now = Play.Local("2025-12-01 08:00"), Actor = Play.Officer("importer"), Published = stage.Published(SampleProcedures.Get(procedure)), World = stage.World,
            });
    }

    private static Dossier Plain(Dossier imported) =>
        imported with { Version = imported.Version - (imported.ImportedFrom is null ? 0 : 1), ImportedFrom = null, ImportedAt = null, LookAgainAt = null };
}
