namespace Tthc.Workflows.Dossiers.Events;

/// <summary>settled: the result is there.</summary>
/// <param name="Result">The result.</param>
public sealed record Settled(ResultDocument Result) : DossierEvent;

/// <summary>returned: the result was handed over.</summary>
/// <param name="Handover">The hand-over.</param>
public sealed record Returned(ResultHandover Handover) : DossierEvent;

/// <summary>withdrawn: the applicant took it back.</summary>
/// <param name="Reason">Why.</param>
public sealed record Withdrawn(string Reason) : DossierEvent;

/// <summary>stopped: handling ended on a ground, or was refused at a refusal step.</summary>
/// <param name="Ground">Ground; deadline:name when silence stopped it.</param>
public sealed record Stopped(string Ground) : DossierEvent
{
    /// <summary>Number of the slip; null when it was stopped by silence.</summary>
    public string? SlipNumber { get; init; }

    /// <summary>Form number.</summary>
    public string? Form { get; init; }
}

/// <summary>reopened: a settled dossier is handled again.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Approver">Who approved it.</param>
/// <param name="ToStep">Step it goes on with.</param>
public sealed record Reopened(string Reason, string Approver, string ToStep) : DossierEvent
{
    /// <summary>The result that is taken back.</summary>
    public ResultDocument? ResultBefore { get; init; }
}
