namespace Tthc.Workflows.Dossiers.Events;

/// <summary>settled: the result is there.</summary>
public sealed record Settled(ResultDocument Result) : DossierEvent;

/// <summary>returned: the result was handed over.</summary>
public sealed record Returned(ResultHandover Handover) : DossierEvent;

/// <summary>withdrawn: the applicant took it back.</summary>
public sealed record Withdrawn(string Reason) : DossierEvent;

/// <summary>stopped: handling ended on a ground, or was refused at a refusal step.</summary>
public sealed record Stopped(string Ground) : DossierEvent
{
    /// <summary>Number of the slip; null when it was stopped by silence.</summary>
    public string? SlipNumber { get; init; }

    /// <summary>Form number.</summary>
    public string? Form { get; init; }
}

/// <summary>reopened: a settled dossier is handled again.</summary>
public sealed record Reopened(string Reason, string Approver, string ToStep) : DossierEvent
{
    /// <summary>The result that is taken back.</summary>
    public ResultDocument? ResultBefore { get; init; }
}
