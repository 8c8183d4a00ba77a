using Tthc.Workflows.Dossiers.Events;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>A linked dossier came to its end: the branch that waits for it is done. Sent by the engine from the child's own commit.</summary>
public sealed record EndChild(long ChildId, DossierStatus ChildStatus, DateTimeOffset EndedAt) : DossierCommand
{
    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, DecisionContext context)
    {
        var happened = new ChildEnded(ChildId, ChildStatus);
        var token = dossier.Tokens.Items.FirstOrDefault(t => t.Child == ChildId);
        var ended = RecordedInstant.Of(EndedAt);
        if (token is null)
            return Decision.Accept(happened, occurredAt: ended);
        var at = ended < token.ArrivedAt ? token.ArrivedAt : ended;
        var flow = new TokenFlow(dossier, context, [], at);
        flow.Leave(token, LeaveReason.Done);
        if (context.Procedure.Steps[token.Step].Next is { } next)
            flow.Take(next, token);
        return flow.Problem is { } problem
            ? problem
            : FlowEffects.Complete(dossier, context, flow, happened with { Moves = flow.ToMoves() }, legalInstant: at);
    }
}
