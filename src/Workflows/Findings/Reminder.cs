using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Findings;

/// <summary>Whom a rule reminds: written <c>"reminds": "holder"</c>, <c>"agency"</c>, <c>"superior"</c> or <c>"superior 2"</c> in the rule's properties.</summary>
/// <param name="Kind">Who, seen from the dossier.</param>
/// <param name="Levels">Of a superior: how many levels up the agency tree.</param>
public sealed record Reminder(ReminderKind Kind, int Levels)
{
    private const int MostLevels = 9;
    private const string Superior = "superior";

    /// <summary>The words that can be written.</summary>
    public const string Words = "holder, agency, superior, superior 2 … superior 9";

    /// <summary>Reads what is written; null when it is none of <see cref="Words"/>.</summary>
    public static Reminder? Read(string text) => text switch
    {
        "holder" => new(ReminderKind.Holder, 0),
        "agency" => new(ReminderKind.Agency, 0),
        Superior => new(ReminderKind.Superior, 1),
        _ when text.StartsWith(Superior + " ", StringComparison.Ordinal) && int.TryParse(text.AsSpan(Superior.Length + 1), out var levels) && levels is >= 1 and <= MostLevels =>
            new(ReminderKind.Superior, levels),
        _ => null,
    };

    /// <summary>Who that is for a dossier on a day. Above the top of the tree stands nobody: the top is told.</summary>
    internal EquatableList<Told> Of(Dossier dossier, DecisionContext context, DateOnly day)
    {
        if (Kind == ReminderKind.Holder)
            return [.. dossier.Tokens.Items.Where(t => IsWork(t, context.Procedure)).Select(t => new Told(t.Agency ?? dossier.CompetentAgency, t.Unit, t.Officer)).Distinct()];
        var agency = context.World.TodayOf(dossier.CompetentAgency, day);
        for (var level = 0; level < Levels && context.World.Superior(agency, day) is { } above; level++)
            agency = above;
        return [new Told(agency, null, null)];
    }

    private static bool IsWork(Token token, CompiledProcedure procedure) =>
        procedure.Steps.TryGetValue(token.Step, out var step) && step.Kind is StepKind.Task or StepKind.Consultation;
}

/// <summary>Who is reminded, seen from the dossier.</summary>
public enum ReminderKind
{
    /// <summary>Whoever has it now: the officer who took the step, else the unit or agency where it lies.</summary>
    Holder = 0,

    /// <summary>The head of the agency that decides it.</summary>
    Agency = 1,

    /// <summary>The agency above that one.</summary>
    Superior = 2,
}

/// <summary>Somebody who is told of a finding.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Unit">The unit in it; null: its head.</param>
/// <param name="Officer">The officer; null: whoever heads the unit or agency.</param>
public sealed record Told(string Agency, string? Unit, string? Officer);
