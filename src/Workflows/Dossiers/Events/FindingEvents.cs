using Tthc.Workflows.Findings;

namespace Tthc.Workflows.Dossiers.Events;

/// <summary>finding-raised: a rule found something.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Vietnamese">The finding in words, with the facts.</param>
/// <param name="English">The same in English.</param>
public sealed record FindingRaised(Finding Finding, string Vietnamese, string English) : DossierEvent
{
    /// <summary>The facts the verdict rests on.</summary>
    public EquatableList<FindingFact> Facts { get; init; }

    /// <summary>Of a reminder: who is told.</summary>
    public EquatableList<Told> Told { get; init; }
}

/// <summary>A fact a verdict rests on.</summary>
/// <param name="Name">Name in the rule, such as dossier.OriginalDueAt.</param>
/// <param name="Value">Its value as text; null: missing.</param>
public sealed record FindingFact(string Name, string? Value);

/// <summary>finding-cleared: what was found does not stand any more.</summary>
/// <param name="Number">Number of the finding.</param>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Reason">Why.</param>
public sealed record FindingCleared(int Number, string Rule, ClearingReason Reason) : DossierEvent;

/// <summary>obligation-discharged: the duty a finding had opened was fulfilled.</summary>
/// <param name="Number">Number of the finding.</param>
/// <param name="Kind">Which duty.</param>
/// <param name="By">Kind of the event that fulfilled it.</param>
public sealed record ObligationDischarged(int Number, string Kind, string By) : DossierEvent;
