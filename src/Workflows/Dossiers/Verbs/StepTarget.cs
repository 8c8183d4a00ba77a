using System.Diagnostics.CodeAnalysis;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers.Verbs;

/// <summary>Which step an act means: by key, by token where a step is open more than once, or the only one.</summary>
public readonly record struct StepTarget(string? Step, int Token)
{
    /// <summary>Finds the token and its step.</summary>
    internal bool TryFind(
        Dossier dossier, CompiledProcedure procedure, [NotNullWhen(true)] out Token? token, [NotNullWhen(true)] out CompiledStep? step, [NotNullWhen(false)] out Refusal? refusal)
    {
        token = null;
        step = null;
        var found = 0;
        foreach (var candidate in dossier.Tokens)
            if ((string.IsNullOrEmpty(Step) || candidate.Step == Step) && (Token == 0 || candidate.Id == Token))
            {
                found++;
                token = candidate;
            }
        refusal = found == 1 && procedure.Steps.TryGetValue(token!.Step, out step)
            ? null
            : Refusals.WrongStep.With("step", string.IsNullOrEmpty(Step) ? "?" : Step, "active", Describe(dossier));
        return refusal is null;
    }

    private static string Describe(Dossier dossier) =>
        dossier.Tokens.IsEmpty ? "-" : string.Join(", ", dossier.Tokens.Items.Select(t => $"{t.Step}#{t.Id}"));
}
