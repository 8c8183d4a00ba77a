using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers;

/// <summary>A moment at which something happens to a dossier by itself.</summary>
public readonly record struct PlannedDeadline(string Name, DateTimeOffset At);

/// <summary>Names of deadlines.</summary>
public static class DeadlineNames
{
    /// <summary>An online filing has to be accepted or declined.</summary>
    public const string Acceptance = "acceptance";

    /// <summary>The dossier is due.</summary>
    public const string Due = "due";

    /// <summary>The applicant's answer is due.</summary>
    public const string Supplement = "supplement";

    /// <summary>The end of a suspension is due.</summary>
    public const string Suspension = "suspension";

    /// <summary>A verdict of the rules may change.</summary>
    public const string Rules = "rules";

    /// <summary>A step is due.</summary>
    public static string Step(int token) => $"step:{token}";

    /// <summary>The answer to a consultation counts as given.</summary>
    public static string Consent(int token) => $"consent:{token}";

    /// <summary>A posting is over.</summary>
    public static string Posting(int token) => $"posting:{token}";

    /// <summary>Whether a deadline is that of a token.</summary>
    internal static bool BelongsTo(string name, int token) =>
        name.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && int.TryParse(name.AsSpan(colon + 1), out var id) && id == token;
}

/// <summary>The deadlines of a dossier as a function of its state: rewritten with it, so that none can go stale.</summary>
public static class DeadlinePlan
{
    /// <summary>The earliest that has not passed on record; null: none.</summary>
    public static PlannedDeadline? Next(Dossier dossier, CompiledProcedure procedure)
    {
        PlannedDeadline? next = null;
        void Offer(string name, DateTimeOffset? at)
        {
            if (at is { } instant && (next is not { } known || instant < known.At) && !dossier.PassedDeadlines.Items.Contains(name))
                next = new(name, instant);
        }

        if (dossier.Status == DossierStatus.Submitted)
            Offer(DeadlineNames.Acceptance, dossier.AcceptanceDueAt);
        if (StatusTransitions.IsOpen(dossier.Status) && !dossier.IsPaused)
            Offer(DeadlineNames.Due, dossier.Clock?.LateFrom);
        if (dossier.Pauses is [.., { Until: null, AnswerDueAt: { } answer } pause])
            Offer(pause.Kind == PauseKind.Supplement ? DeadlineNames.Supplement : DeadlineNames.Suspension, answer);
        Offer(DeadlineNames.Rules, dossier.LookAgainAt);
        foreach (var token in dossier.Tokens)
            if (OfToken(dossier, token, procedure) is { } planned)
                Offer(planned.Name, planned.At);
        return next;
    }

    /// <summary>The deadline of a step; null while its clock stands still or where there is none.</summary>
    private static PlannedDeadline? OfToken(Dossier dossier, Token token, CompiledProcedure procedure)
    {
        if (token.DueAt is not { } due || !procedure.Steps.TryGetValue(token.Step, out var step))
            return null;
        return step switch
        {
            { Kind: StepKind.Consultation, Silence: Silence.Consent } => new(DeadlineNames.Consent(token.Id), due),
            { Kind: StepKind.Consultation } => new(DeadlineNames.Step(token.Id), due),
            { Wait.Kind: WaitKind.Posting } => new(DeadlineNames.Posting(token.Id), due),
            { Kind: StepKind.Wait } => new(DeadlineNames.Step(token.Id), due),
            _ when dossier.IsPaused => null,
            _ => new(DeadlineNames.Step(token.Id), due),
        };
    }
}
