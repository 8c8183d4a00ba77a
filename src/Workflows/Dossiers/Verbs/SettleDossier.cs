using Tthc.Workflows.Dossiers.CaseFacts;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>The result is there: number, date, file. Status 9, the clock ends.</summary>
public sealed record SettleDossier(ResultDraft Result) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        if (!StatusTransitions.Allows(dossier.Status, DossierStatus.Settled) || dossier.Status == DossierStatus.Settled)
            return Refusals.StatusForbids.With("status", $"{(int)dossier.Status}", "verb", nameof(SettleDossier));
        if (!StepOf(StepAct.Settle).TryFind(dossier, context.Procedure, out var token, out var step, out var refusal))
            return refusal;
        if (StepWork.Check(dossier, token, step, context, nameof(SettleDossier)) is { } forbidden)
            return forbidden;
        if (Rights.ToDo(context.Actor, token, step) is { } denied)
            return denied;
        if (dossier.IsPaused)
            return Refusals.ClockPaused.With("kind", $"{dossier.Pauses[^1].Kind}");
        if (ClockActs.CheckOrder(dossier, context.At) is { } order)
            return order;
        var conditions = new ConditionRun(dossier, context, context.At, carriesFacts: false);
        if (!step.Needs.IsEmpty && PaperCheck.Missing(step.Needs, dossier.Papers, context.Procedure, conditions) is { } papers)
            return papers;
        var incomplete = CheckResult(dossier, context);
        return incomplete is null ? Settle(dossier, token, step, context, conditions) : incomplete;

        StepTarget StepOf(StepAct act) => ActStep.Find(dossier, context.Procedure, act);
    }

    private Refusal? CheckResult(Dossier dossier, DecisionContext context)
    {
        // What another system closed without a result came here as it was: the rules find it.
        if (context.Actor.IsHistoric)
            return null;
        if (Result.Missing() is { Length: > 0 } missing)
            return Refusals.ResultIncomplete.With("missing", missing);
        var world = context.World;
        if (Result.Date < world.DayOf(dossier.ReceivedAt!.Value) || Result.Date > world.DayOf(context.At))
            return Refusals.ResultDate.With("date", Result.Date!.Value.ToString("O"));
        return null;
    }

    private Decision Settle(Dossier dossier, Token token, CompiledStep step, DecisionContext context, ConditionRun conditions)
    {
        var flow = new TokenFlow(dossier, context, [], context.At) { Conditions = conditions };
        flow.Leave(token, LeaveReason.Done, context.Actor.Officer);
        if (step.Next is { } next)
            flow.Take(next, token);
        if (flow.Problem is { } problem)
            return problem;
        var result = new ResultDocument(Result.Number ?? "", Result.Date ?? context.World.DayOf(context.At), Result.File ?? "", Result.Kind ?? step.Produces, Result.Abstract, Result.Signer);
        return Decision.Accept(
            new Settled(result) { Status = DossierStatus.Settled, Clock = ClockActs.Stop(dossier, context.At), Moves = flow.ToMoves(), Conditions = flow.Conditions.Judged },
            flow.Children);
    }
}

/// <summary>A result as the caller wrote it; what is missing is a refusal.</summary>
public sealed record ResultDraft(string? Number, DateOnly? Date, string? File, string? Kind, string? Abstract, string? Signer)
{
    internal string Missing()
    {
        var missing = new List<string>(3);
        if (string.IsNullOrWhiteSpace(Number))
            missing.Add("number");
        if (Date is null)
            missing.Add("date");
        if (string.IsNullOrWhiteSpace(File))
            missing.Add("file");
        return string.Join(", ", missing);
    }
}

/// <summary>Finds the active step that a verb closes.</summary>
internal static class ActStep
{
    public static StepTarget Find(Dossier dossier, CompiledProcedure procedure, StepAct act)
    {
        foreach (var token in dossier.Tokens)
            if (procedure.Steps.TryGetValue(token.Step, out var step) && step.Act == act)
                return new(token.Step, token.Id);
        return new($"({act.ToString().ToLowerInvariant()})", 0);
    }
}
