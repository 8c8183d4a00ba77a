namespace Tthc.Workflows.Dossiers.Events;

/// <summary>step-claimed: an officer took it.</summary>
public sealed record StepClaimed(int Token, string Step, string Officer) : DossierEvent;

/// <summary>step-assigned: it was given to an officer.</summary>
public sealed record StepAssigned(int Token, string Step, string Officer, string? Before) : DossierEvent;

/// <summary>step-advanced: a step was done.</summary>
public sealed record StepAdvanced(int Token, string Step, string Action) : DossierEvent
{
    /// <summary>Note of the officer.</summary>
    public string? Note { get; init; }

    /// <summary>Papers that came on file.</summary>
    public EquatableList<PaperOnFile> Papers { get; init; }
}

/// <summary>step-sent-back: it goes back to an earlier step.</summary>
public sealed record StepSentBack(int Token, string Step, string ToStep, string Reason) : DossierEvent;

/// <summary>tacitly-consented: the asked agency was silent until its time was up.</summary>
public sealed record TacitlyConsented(int Token, string Step, string Agency, DateTimeOffset LegalInstant) : DossierEvent;

/// <summary>wait-ended: a posting was over.</summary>
public sealed record WaitEnded(int Token, string Step, DateTimeOffset LegalInstant) : DossierEvent;

/// <summary>child-ended: a linked dossier came to its end.</summary>
public sealed record ChildEnded(long ChildId, DossierStatus ChildStatus) : DossierEvent;

/// <summary>deadline-passed: a due moment went by.</summary>
public sealed record DeadlinePassed(string Name, DateTimeOffset LegalInstant) : DossierEvent
{
    /// <summary>Step concerned, if any.</summary>
    public string? Step { get; init; }

    /// <summary>Agency that has it, if any.</summary>
    public string? Agency { get; init; }

    /// <summary>Officer who has it, if any.</summary>
    public string? Officer { get; init; }
}
