using System.Collections.Immutable;
using Tthc.Workflows.Dossiers.CaseFacts;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>A step is done: the dossier moves on by the named action.</summary>
public sealed record AdvanceStep(StepTarget At, string? Action) : DossierCommand
{
    /// <summary>Note of the officer.</summary>
    public string? Note { get; init; }

    /// <summary>Branches and agencies chosen.</summary>
    public ImmutableArray<BranchChoice> Branches { get; init; } = [];

    /// <summary>Papers that came on file.</summary>
    public ImmutableArray<PaperOnFile> Papers { get; init; } = [];

    /// <summary>Facts of the case given or corrected.</summary>
    public ImmutableArray<CaseFactValue> Facts { get; init; } = [];

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (!At.TryFind(dossier, context.Procedure, out var token, out var step, out var refusal))
            return refusal;
        if (StepWork.Check(dossier, token, step, context, nameof(AdvanceStep)) is { } forbidden)
            return forbidden;
        if (Rights.ToDo(context.Actor, token, step) is { } denied)
            return denied;
        if (CheckVerb(step) is { } wrong)
            return wrong;
        if (!TryAction(step, out var action))
            return Refusals.UnknownAction.With("step", step.Id, "action", Action ?? "-", "known", string.Join(", ", step.ActionOrder));
        var (facts, mistaken) = CaseFactCheck.Resolve(Facts, context.Procedure, isReceived: true);
        if (mistaken is not null)
            return mistaken;
        var informed = DossierEvolution.WithPapers(dossier, EquatableList.From(Papers)) with { Facts = CaseFactCheck.Merge(dossier.Facts, facts) };
        var conditions = new ConditionRun(informed, context, context.At, carriesFacts: !context.Actor.IsSystem);
        if (CheckWay(informed, step, action, context, conditions) is { } closed)
            return closed;
        return Move(dossier, token, action, new TokenFlow(informed, context, Branches, context.At) { Conditions = conditions }, facts, context);
    }

    private static Refusal? CheckVerb(CompiledStep step) => step switch
    {
        { Act: StepAct.Settle } => Refusals.WrongVerb.With("step", step.Id, "verb", nameof(SettleDossier)),
        { Act: StepAct.Return } => Refusals.WrongVerb.With("step", step.Id, "verb", nameof(ReturnResult)),
        { Act: StepAct.Refuse } => Refusals.WrongVerb.With("step", step.Id, "verb", nameof(StopDossier)),
        { Wait.Kind: WaitKind.Payment } => Refusals.WrongVerb.With("step", step.Id, "verb", nameof(ConfirmPayment)),
        _ => null,
    };

    private bool TryAction(CompiledStep step, out StepAction action)
    {
        var key = string.IsNullOrEmpty(Action) && step.ActionOrder is [var only] ? only : Action ?? "";
        return step.Actions.TryGetValue(key, out action!);
    }

    private Refusal? CheckWay(Dossier informed, CompiledStep step, StepAction action, DecisionContext context, ConditionRun conditions)
    {
        if (conditions.Demand(action.When, $"{step.Id}/{action.Key}") is { } closed)
            return closed;
        if (action.NoteRequired && string.IsNullOrWhiteSpace(Note))
            return Refusals.MissingNote.With("action", action.Key, "step", step.Id);
        if (!Papers.IsEmpty && PaperCheck.Unknown(Papers.Select(p => p.Key), context.Procedure, informed.CaseKey) is { } unknown)
            return unknown;
        if (step.Needs.IsEmpty && action.Needs.IsEmpty)
            return null;
        return PaperCheck.Missing(step.Needs.Concat(action.Needs), informed.Papers, context.Procedure, conditions);
    }

    private Decision Move(Dossier dossier, Token token, StepAction action, TokenFlow flow, EquatableList<CaseFactValue> facts, DecisionContext context)
    {
        flow.Leave(token, LeaveReason.Done, context.Actor.IsSystem ? null : context.Actor.Officer);
        flow.Take(action, token);
        if (flow.Problem is { } problem)
            return problem;
        var happened = new StepAdvanced(token.Id, token.Step, action.Key)
        {
            Note = string.IsNullOrWhiteSpace(Note) ? null : Note,
            Papers = EquatableList.From(Papers),
            Facts = facts,
            Moves = flow.ToMoves(),
            Status = dossier.Status == DossierStatus.Received ? DossierStatus.Processing : DossierStatus.None,
        };
        return FlowEffects.Complete(dossier, context, flow, happened, action);
    }
}
