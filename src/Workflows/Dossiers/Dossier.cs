using System.Text.Json.Serialization;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Findings;

namespace Tthc.Workflows.Dossiers;

/// <summary>A dossier (hồ sơ) as it stands: the fold of its events. Immutable; only <see cref="DossierEvolution"/> makes a new one.</summary>
public sealed record Dossier
{
    /// <summary>Internal number, never shown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required long Id { get; init; }

    /// <summary>Number of the last event.</summary>
    public int Version { get; init; }

    /// <summary>Code agency-yymmdd-sequence, given at receipt; null before.</summary>
    public string? Code { get; init; }

    /// <summary>Code of the online filing; null for one received at the counter.</summary>
    public string? FilingCode { get; init; }

    /// <summary>Procedure code.</summary>
    public string ProcedureCode { get; init; } = "";

    /// <summary>Stored revision of the procedure it is pinned to.</summary>
    public long ProcedureRevision { get; init; }

    /// <summary>Case of the procedure; null: the ordinary one.</summary>
    public string? CaseKey { get; init; }

    /// <summary>National status.</summary>
    public DossierStatus Status { get; init; }

    /// <summary>How it came in.</summary>
    public Channel Channel { get; init; }

    /// <summary>Identifier of the receiving agency.</summary>
    public string ReceivingAgency { get; init; } = "";

    /// <summary>Identifier of the deciding agency.</summary>
    public string CompetentAgency { get; init; } = "";

    /// <summary>Who handed it in.</summary>
    public Party? Applicant { get; init; }

    /// <summary>Whom it concerns, where that is another.</summary>
    public Party? Owner { get; init; }

    /// <summary>Abstract (trích yếu).</summary>
    public string? Subject { get; init; }

    /// <summary>When it was filed online.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Until when an online filing is to be accepted or declined.</summary>
    public DateTimeOffset? AcceptanceDueAt { get; init; }

    /// <summary>When it was received complete.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>When it ended in fact: settled, withdrawn, stopped, declined.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When that end was recorded.</summary>
    public DateTimeOffset? EndRecordedAt { get; init; }

    /// <summary>Why it ended without a result.</summary>
    public string? EndReason { get; init; }

    /// <summary>The legal clock; null before receipt.</summary>
    public Clock? Clock { get; init; }

    /// <summary>Last instant of a filing, a receipt or an act on the clock or the pauses; no later one may be said to have happened before it.</summary>
    public DateTimeOffset? ClockTouchedAt { get; init; }

    /// <summary>New appointment of the last apology.</summary>
    public DateTimeOffset? ReappointedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public EquatableList<Token> Tokens { get; init; }

    /// <summary>Forks whose branches are open.</summary>
    public EquatableList<OpenFork> Forks { get; init; }

    /// <summary>What was used of each step so far.</summary>
    public EquatableList<StepUse> Steps { get; init; }

    /// <summary>Papers on file.</summary>
    public EquatableList<PaperOnFile> Papers { get; init; }

    /// <summary>Facts of the case, as last given.</summary>
    public EquatableList<CaseFactValue> Facts { get; init; }

    /// <summary>Supplements asked for.</summary>
    public EquatableList<SupplementRequest> Supplements { get; init; }

    /// <summary>Financial obligations.</summary>
    public EquatableList<PaymentNotice> Payments { get; init; }

    /// <summary>The ledger of pauses.</summary>
    public EquatableList<PauseRow> Pauses { get; init; }

    /// <summary>Apologies.</summary>
    public EquatableList<ApologySlip> Apologies { get; init; }

    /// <summary>Result, once settled.</summary>
    public ResultDocument? Result { get; init; }

    /// <summary>Hand-over, once returned.</summary>
    public ResultHandover? Handover { get; init; }

    /// <summary>Phases entered so far.</summary>
    public EquatableList<PhaseClock> Phases { get; init; }

    /// <summary>Dossiers a step of this one opened.</summary>
    public EquatableList<ChildDossier> Children { get; init; }

    /// <summary>The system it was taken over from; null: it was received here.</summary>
    public string? ImportedFrom { get; init; }

    /// <summary>When it was taken over.</summary>
    public DateTimeOffset? ImportedAt { get; init; }

    /// <summary>The dossier that opened this one.</summary>
    public long? ParentId { get; init; }

    /// <summary>Time each agency had it.</summary>
    public EquatableList<AgencyUse> Agencies { get; init; }

    /// <summary>Deadlines whose passing is on record already, by name.</summary>
    public EquatableList<string> PassedDeadlines { get; init; }

    /// <summary>What rules found, cleared findings included.</summary>
    public EquatableList<Finding> Findings { get; init; }

    /// <summary>
    /// The instant at which a verdict of the rules may change while nothing happens; null: none. Not from the events but worked out from them and
    /// the rules each time the dossier is judged, so that reading the log back leaves it out.
    /// </summary>
    public DateTimeOffset? LookAgainAt { get; init; }

    /// <summary>Highest token number given.</summary>
    public int LastToken { get; init; }

    /// <summary>Highest fork number given.</summary>
    public int LastFork { get; init; }

    /// <summary>A dossier to which nothing has happened yet.</summary>
    public static Dossier Blank(long id) => new() { Id = id };

    /// <summary>Ledger of pauses of the clock, for the step clocks.</summary>
    internal Suspensions Suspensions => Clock?.Suspensions ?? Suspensions.Empty;

    /// <summary>Whether the legal clock stands still.</summary>
    internal bool IsPaused => Clock?.PausedAt is not null;

    /// <summary>The use of a step, empty if it was never entered.</summary>
    internal StepUse UseOf(string step)
    {
        foreach (var use in Steps)
            if (use.Step == step)
                return use;
        return new StepUse { Step = step };
    }

    /// <summary>What is known of a case fact; null: nothing.</summary>
    public string? FactOf(string name)
    {
        foreach (var fact in Facts)
            if (fact.Name == name)
                return fact.Value;
        return null;
    }

    /// <summary>The token with this number, or null.</summary>
    internal Token? TokenAt(int id)
    {
        foreach (var token in Tokens)
            if (token.Id == id)
                return token;
        return null;
    }
}
