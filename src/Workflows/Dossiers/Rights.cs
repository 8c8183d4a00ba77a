using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers;

/// <summary>Whether an actor may do something. Denied unless a line here allows it.</summary>
internal static class Rights
{
    /// <summary>Role of a filing portal, which may hand in for applicants at any agency.</summary>
    public const string Portal = "online-portal";

    /// <summary>May the actor do the work of a token: role, agency, unit, and nobody else has it.</summary>
    public static Refusal? ToDo(DecisionContext context, Token token, CompiledStep step)
    {
        var actor = context.Actor;
        if (actor.IsSystem)
            return null;
        if (step.Role is not { } role || !actor.Roles.Contains(role))
            return Refusals.WrongRole.With("role", step.Role ?? "-", "step", token.Step);
        if (token.Agency is { } agency && !IsAt(context, agency))
            return Refusals.WrongAgency.With("agency", agency, "step", token.Step);
        if (token.Unit is { } unit && actor.Unit is { } own && unit != own)
            return Refusals.WrongUnit.With("unit", unit, "step", token.Step);
        return token.Officer is { } officer && officer != actor.Officer
            ? Refusals.AssignedToAnother.With("step", token.Step, "officer", officer)
            : null;
    }

    /// <summary>May the actor receive, decline, correspond for the receiving agency.</summary>
    public static Refusal? ToReceive(DecisionContext context, string receivingAgency)
    {
        var role = context.Procedure.Steps[context.Procedure.Start].Role;
        if (context.Actor.IsSystem)
            return null;
        if (role is null || !context.Actor.Roles.Contains(role))
            return Refusals.WrongRole.With("role", role ?? "-");
        return IsAt(context, receivingAgency) ? null : Refusals.WrongAgency.With("agency", receivingAgency);
    }

    /// <summary>May the actor act on the dossier as a whole: one who has it at a step now, or the desk that received it.</summary>
    public static Refusal? ToHandle(DecisionContext context, Dossier dossier)
    {
        foreach (var token in dossier.Tokens)
            if (context.Procedure.Steps.TryGetValue(token.Step, out var step) && step.Role is { } role && context.Actor.Roles.Contains(role) && token.Agency is { } agency && IsAt(context, agency))
                return null;
        return ToReceive(context, dossier.ReceivingAgency);
    }

    /// <summary>Whether the actor acts for an agency, or for the one that took over its work.</summary>
    public static bool IsAt(DecisionContext context, string agency) =>
        agency == context.Actor.Agency || context.World.Responsible(agency, context.World.DayOf(context.Now)) == context.Actor.Agency;
}
