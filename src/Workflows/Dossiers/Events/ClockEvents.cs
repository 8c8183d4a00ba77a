namespace Tthc.Workflows.Dossiers.Events;

/// <summary>supplement-requested: the applicant is to bring papers (form 02).</summary>
/// <param name="Request">What is asked for.</param>
public sealed record SupplementRequested(SupplementRequest Request) : DossierEvent;

/// <summary>supplement-received: the applicant answered.</summary>
/// <param name="Number">Number of the request answered.</param>
public sealed record SupplementReceived(int Number) : DossierEvent
{
    /// <summary>Papers that came on file.</summary>
    public EquatableList<PaperOnFile> Papers { get; init; }

    /// <summary>Until when a filing not accepted yet has to be accepted or declined now that it is complete.</summary>
    public DateTimeOffset? AcceptanceDueAt { get; init; }
}

/// <summary>payment-requested: the notice of financial obligation is out.</summary>
/// <param name="NoticeNumber">Number of the notice.</param>
/// <param name="Amount">Amount in đồng.</param>
public sealed record PaymentRequested(string NoticeNumber, long Amount) : DossierEvent;

/// <summary>payment-confirmed: it was paid.</summary>
/// <param name="ReceiptNumber">Number of the receipt.</param>
public sealed record PaymentConfirmed(string ReceiptNumber) : DossierEvent;

/// <summary>suspended: the clock stands still on a legal ground.</summary>
/// <param name="Ground">Legal ground.</param>
public sealed record Suspended(string Ground) : DossierEvent;

/// <summary>resumed: it goes on.</summary>
/// <param name="Note">Note of the officer.</param>
public sealed record Resumed(string? Note) : DossierEvent;

/// <summary>apology-issued: a new appointment was given (form 04).</summary>
/// <param name="Slip">The slip.</param>
public sealed record ApologyIssued(ApologySlip Slip) : DossierEvent
{
    /// <summary>Form number.</summary>
    public string? Form { get; init; }
}
