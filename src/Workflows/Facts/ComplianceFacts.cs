using Tthc.RuleLanguage.Facts;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Facts;

/// <summary>Everything rules may speak of about one dossier: the only bridge between dossiers and the rule language.</summary>
/// <remarks>A view over the state; what is derived is derived when a rule first asks.</remarks>
[FactRecord("facts")]
public sealed class ComplianceFacts
{
    private IReadOnlyList<StepFacts>? _steps;
    private IReadOnlyList<PositionFacts>? _positions;
    private IReadOnlyList<FindingFacts>? _findings;
    private readonly Dossier _dossier;
    private readonly FactSources _sources;

    /// <summary>The facts of a dossier.</summary>
    public ComplianceFacts(Dossier dossier, FactSources sources)
    {
        (_dossier, _sources) = (dossier, sources);
        Dossier = new DossierFacts(dossier, sources);
        Procedure = new ProcedureFacts(sources.Procedure, dossier.CaseKey, sources.Policy, dossier.Clock?.Limit);
        Calendar = new CalendarFacts(sources.Calendar);
    }

    /// <summary>The schema of these facts.</summary>
    public static FactSchema Schema { get; } = new(new FactShapes(FactUnits.Minutes).Of<ComplianceFacts>());

    /// <summary>The dossier.</summary>
    [RuleFact("Hồ sơ", "The dossier", Name = "dossier")]
    public DossierFacts Dossier { get; }

    /// <summary>The procedure revision it is pinned to.</summary>
    [RuleFact("Thủ tục (bản áp dụng cho hồ sơ)", "The procedure revision it is pinned to", Name = "procedure")]
    public ProcedureFacts Procedure { get; }

    /// <summary>The working calendar of the deciding agency.</summary>
    [RuleFact("Lịch làm việc của cơ quan giải quyết", "Working calendar of the deciding agency", Name = "calendar")]
    public CalendarFacts Calendar { get; }

    /// <summary>Steps it has been at.</summary>
    [RuleFact("Các bước đã qua", "Steps it has been at", Name = "steps")]
    public IReadOnlyList<StepFacts> Steps => _steps ??= StepsOf(new DoneSteps(_sources.Acts));

    /// <summary>Places where it stands.</summary>
    [RuleFact("Các bước hồ sơ đang đứng", "Places where it stands", Name = "positions")]
    public IReadOnlyList<PositionFacts> Positions => _positions ??= [.. _dossier.Tokens.Items.Select(t =>
        new PositionFacts(t, _sources.Procedure.Steps.GetValueOrDefault(t.Step)))];

    /// <summary>What rules found before.</summary>
    [RuleFact("Các phát hiện đã có", "What rules found before", Name = "findings")]
    public IReadOnlyList<FindingFacts> Findings => _findings ??= [.. _dossier.Findings.Items.Select(f => new FindingFacts(f))];

    /// <summary>The officer who ends it with this act.</summary>
    [RuleFact("Cán bộ kết thúc hồ sơ bằng việc đang xét; thiếu nếu việc này không kết thúc hồ sơ", "The officer who ends it with the act that is judged; missing when that act ends nothing", Name = "officer")]
    public OfficerFacts? Officer => _sources.Tallies.Officer;

    /// <summary>The deciding agency's month.</summary>
    [RuleFact("Tháng này của cơ quan giải quyết, mọi hồ sơ; thiếu khi xem trước tác động", "The deciding agency's month, over all its dossiers; missing in impact previews", Name = "agency")]
    public AgencyFacts? Agency => _sources.Tallies.Agency;

    /// <summary>Its acts, the oldest first.</summary>
    [RuleFact("Nhật ký: các sự kiện, cũ trước", "Its acts, the oldest first", Name = "events")]
    public IReadOnlyList<EventFacts> Events => _sources.Acts;

    private IReadOnlyList<StepFacts> StepsOf(DoneSteps done) =>
        [.. _dossier.Steps.Items.Select(u => new StepFacts(u, _sources.Procedure.Steps.GetValueOrDefault(u.Step), done, _sources.WorkingDayMinutes))];
}

/// <summary>What the facts of a dossier are drawn from besides its state.</summary>
/// <param name="Procedure">The procedure revision it is pinned to.</param>
/// <param name="Calendar">Calendar of the deciding agency; null: none on that day.</param>
/// <param name="Policy">Handling policy of the day of receipt; null: none.</param>
/// <param name="Acts">Its acts.</param>
public sealed record FactSources(CompiledProcedure Procedure, WorkCalendar? Calendar, HandlingPolicy? Policy, IReadOnlyList<EventFacts> Acts)
{
    /// <summary>Counts over other dossiers.</summary>
    public Tallies Tallies { get; init; } = Tallies.None;

    /// <summary>Minutes of a working day.</summary>
    internal int WorkingDayMinutes => Calendar?.Definition.WorkingDayMinutes ?? 0;
}
