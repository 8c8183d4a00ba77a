using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers;

/// <summary>Whether an actor may do something. Denied unless a line here allows it.</summary>
internal static class Rights
{
    /// <summary>Role of a filing portal, which may hand in for applicants at any agency.</summary>
    public const string Portal = "online-portal";

    /// <summary>May the actor do the work of a token: role, agency, unit, and nobody else has it.</summary>
    public static Refusal? ToDo(Actor actor, Token token, CompiledStep step)
    {
        if (actor.IsTrusted)
            return null;
        var needed = token.Role ?? step.Role;
        if (needed is null || !actor.Roles.Contains(needed))
            return Refusals.WrongRole.With("role", needed ?? "-", "step", token.Step);
        if (token.Agency is { } agency && !actor.ActsFor(agency))
            return Refusals.WrongAgency.With("agency", agency, "step", token.Step);
        if (token.Unit is { } unit && unit != actor.Unit)
            return Refusals.WrongUnit.With("unit", unit, "step", token.Step);
        return token.Officer is { } officer && officer != actor.Officer
            ? Refusals.AssignedToAnother.With("step", token.Step, "officer", officer)
            : null;
    }

    /// <summary>May the actor receive, decline, correspond for the receiving agency.</summary>
    public static Refusal? ToReceive(Actor actor, string receivingAgency, CompiledProcedure procedure)
    {
        var role = procedure.Steps[procedure.Start].Role;
        if (actor.IsTrusted)
            return null;
        if (role is null || !actor.Roles.Contains(role))
            return Refusals.WrongRole.With("role", role ?? "-");
        return actor.ActsFor(receivingAgency) ? null : Refusals.WrongAgency.With("agency", receivingAgency);
    }

    /// <summary>May the actor act on the dossier as a whole: one who has it at a step now, or the desk that received it.</summary>
    public static Refusal? ToHandle(Actor actor, Dossier dossier, CompiledProcedure procedure)
    {
        foreach (var token in dossier.Tokens)
            if (procedure.Steps.TryGetValue(token.Step, out var step) && (token.Role ?? step.Role) is { } role && actor.Roles.Contains(role) && token.Agency is { } agency && actor.ActsFor(agency))
                return null;
        return ToReceive(actor, dossier.ReceivingAgency, procedure);
    }
}
