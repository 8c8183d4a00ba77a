namespace Tthc.Workflows.Dossiers.Events;

/// <summary>step-claimed: an officer took it.</summary>
/// <param name="Token">Token number.</param>
/// <param name="Step">Step key.</param>
/// <param name="Officer">Who took it.</param>
public sealed record StepClaimed(int Token, string Step, string Officer) : DossierEvent;

/// <summary>step-assigned: it was given to an officer.</summary>
/// <param name="Token">Token number.</param>
/// <param name="Step">Step key.</param>
/// <param name="Officer">To whom it was given.</param>
/// <param name="Before">Who had it before; null: nobody.</param>
public sealed record StepAssigned(int Token, string Step, string Officer, string? Before) : DossierEvent;

/// <summary>step-advanced: a step was done.</summary>
/// <param name="Token">Token number.</param>
/// <param name="Step">Step key.</param>
/// <param name="Action">Key of the way taken.</param>
public sealed record StepAdvanced(int Token, string Step, string Action) : DossierEvent
{
    /// <summary>Note of the officer.</summary>
    public string? Note { get; init; }

    /// <summary>Papers that came on file.</summary>
    public EquatableList<PaperOnFile> Papers { get; init; }

    /// <summary>Facts of the case given or corrected with it.</summary>
    public EquatableList<CaseFactValue> Facts { get; init; }
}

/// <summary>step-sent-back: it goes back to an earlier step.</summary>
/// <param name="Token">Token number.</param>
/// <param name="Step">Step key.</param>
/// <param name="ToStep">Step it goes back to.</param>
/// <param name="Reason">Why.</param>
public sealed record StepSentBack(int Token, string Step, string ToStep, string Reason) : DossierEvent;

/// <summary>tacitly-consented: the asked agency was silent until its time was up.</summary>
/// <param name="Token">Token number.</param>
/// <param name="Step">Step key.</param>
/// <param name="Agency">The agency that was asked.</param>
/// <param name="LegalInstant">When its time was up, whenever that was observed.</param>
public sealed record TacitlyConsented(int Token, string Step, string Agency, DateTimeOffset LegalInstant) : DossierEvent;

/// <summary>wait-ended: a posting was over.</summary>
/// <param name="Token">Token number.</param>
/// <param name="Step">Step key.</param>
/// <param name="LegalInstant">When the posting was over, whenever that was observed.</param>
public sealed record WaitEnded(int Token, string Step, DateTimeOffset LegalInstant) : DossierEvent;

/// <summary>child-ended: a linked dossier came to its end.</summary>
/// <param name="ChildId">Internal number of the linked dossier.</param>
/// <param name="ChildStatus">Status it ended with.</param>
public sealed record ChildEnded(long ChildId, DossierStatus ChildStatus) : DossierEvent;

/// <summary>deadline-passed: a due moment went by.</summary>
/// <param name="Name">Name of the deadline: due, acceptance, supplement, suspension, step:token.</param>
/// <param name="LegalInstant">When it was due.</param>
public sealed record DeadlinePassed(string Name, DateTimeOffset LegalInstant) : DossierEvent
{
    /// <summary>Step concerned, if any.</summary>
    public string? Step { get; init; }

    /// <summary>Agency that has it, if any.</summary>
    public string? Agency { get; init; }

    /// <summary>Officer who has it, if any.</summary>
    public string? Officer { get; init; }
}
