using System.Text.Json.Serialization;

namespace Tthc.Workflows.Dossiers.Events;

/// <summary>What is handed in.</summary>
public sealed record Intake
{
    /// <summary>Procedure code.</summary>
    public required string ProcedureCode { get; init; }

    /// <summary>Revision it is pinned to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long ProcedureRevision { get; init; }

    /// <summary>Case; null: the ordinary one.</summary>
    public string? CaseKey { get; init; }

    /// <summary>How it came.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Channel Channel { get; init; }

    /// <summary>Receiving agency.</summary>
    public required string ReceivingAgency { get; init; }

    /// <summary>Deciding agency.</summary>
    public required string CompetentAgency { get; init; }

    /// <summary>Who hands it in.</summary>
    public required Party Applicant { get; init; }

    /// <summary>Whom it concerns, where another.</summary>
    public Party? Owner { get; init; }

    /// <summary>Abstract.</summary>
    public string? Subject { get; init; }

    /// <summary>Papers.</summary>
    public EquatableList<PaperOnFile> Papers { get; init; }

    /// <summary>Facts of the case.</summary>
    public EquatableList<CaseFactValue> Facts { get; init; }

    /// <summary>The dossier that opened this one.</summary>
    public long? ParentId { get; init; }
}

/// <summary>submitted: filed online.</summary>
public sealed record Submitted : DossierEvent
{
    /// <summary>What was handed in.</summary>
    public required Intake Intake { get; init; }

    /// <summary>Code of the filing.</summary>
    public string? FilingCode { get; init; }

    /// <summary>Until when it has to be accepted or declined.</summary>
    public DateTimeOffset? AcceptanceDueAt { get; init; }
}

/// <summary>received: the receipt slip is out, the clock runs.</summary>
public sealed record Received : DossierEvent
{
    /// <summary>What was handed in; null when a filing was accepted unchanged but for papers.</summary>
    public Intake? Intake { get; init; }

    /// <summary>Revision in force on the day of receipt.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long ProcedureRevision { get; init; }

    /// <summary>Deciding agency on the day of receipt.</summary>
    public required string CompetentAgency { get; init; }

    /// <summary>Dossier code.</summary>
    public string? Code { get; init; }

    /// <summary>Papers that came on file with it.</summary>
    public EquatableList<PaperOnFile> Papers { get; init; }

    /// <summary>Facts of the case given or corrected with it.</summary>
    public EquatableList<CaseFactValue> Facts { get; init; }
}

/// <summary>declined: not accepted.</summary>
public sealed record Declined : DossierEvent
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Number of the refusal slip.</summary>
    public required string SlipNumber { get; init; }

    /// <summary>Form number.</summary>
    public string? Form { get; init; }
}
