using System.Collections.Immutable;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers;

/// <summary>A step waiting for a person.</summary>
public sealed record WorkItem(int Token, string Step, string Agency, string? Unit, string Role, string? Officer, DateTimeOffset ArrivedAt, DateTimeOffset? DueAt);

/// <summary>The work items of a dossier as a function of its state.</summary>
public static class WorkItemPlan
{
    /// <summary>One for each token at which a person has to act.</summary>
    public static ImmutableArray<WorkItem> Of(Dossier dossier, CompiledProcedure procedure)
    {
        if (dossier.Tokens.IsEmpty)
            return [];
        var items = ImmutableArray.CreateBuilder<WorkItem>(dossier.Tokens.Count);
        foreach (var token in dossier.Tokens)
            if (token.Agency is { } agency && procedure.Steps.TryGetValue(token.Step, out var step) && (token.Role ?? step.Role) is { } role)
                items.Add(new(token.Id, token.Step, agency, token.Unit, role, token.Officer, token.ArrivedAt, token.DueAt));
        return items.DrainToImmutable();
    }
}
