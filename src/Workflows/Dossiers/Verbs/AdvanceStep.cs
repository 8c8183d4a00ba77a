using System.Collections.Immutable;
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
        if (CheckPapers(dossier, step, action, context) is { } papers)
            return papers;
        return Move(dossier, token, step, action, context);
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

    private Refusal? CheckPapers(Dossier dossier, CompiledStep step, StepAction action, DecisionContext context)
    {
        if (action.NoteRequired && string.IsNullOrWhiteSpace(Note))
            return Refusals.MissingNote.With("action", action.Key, "step", step.Id);
        if (!Papers.IsEmpty && PaperCheck.Unknown(Papers.Select(p => p.Key), context.Procedure, dossier.CaseKey) is { } unknown)
            return unknown;
        if (step.Needs.IsEmpty && action.Needs.IsEmpty)
            return null;
        return PaperCheck.Missing(step.Needs.Concat(action.Needs), [.. dossier.Papers, .. Papers], context.Procedure);
    }

    private Decision Move(Dossier dossier, Token token, CompiledStep step, StepAction action, DecisionContext context)
    {
        var flow = new TokenFlow(dossier, context, Branches, context.At);
        flow.Leave(token, LeaveReason.Done, context.Actor.IsSystem ? null : context.Actor.Officer);
        flow.Go(action.Target, token.Fork, token.Branch);
        if (flow.Problem is { } problem)
            return problem;
        var happened = new StepAdvanced(token.Id, step.Id, action.Key)
        {
            Note = string.IsNullOrWhiteSpace(Note) ? null : Note,
            Papers = EquatableList.From(Papers),
            Moves = flow.ToMoves(),
            Status = dossier.Status == DossierStatus.Received ? DossierStatus.Processing : DossierStatus.None,
        };
        return FlowEffects.Complete(dossier, context, flow, happened, action);
    }
}
