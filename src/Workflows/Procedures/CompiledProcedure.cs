using System.Collections.Frozen;
using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures.Conditions;

namespace Tthc.Workflows.Procedures;

/// <summary>A procedure as it runs: names resolved, steps and edges ready to walk, immutable. What was written stands in <c>Procedure</c>.</summary>
/// <remarks>Compiling needs the procedure's own text only, so that a revision stored years ago still runs; whether the
/// agencies, roles and calendars it names exist is a separate check made when a bundle is published.</remarks>
public sealed record CompiledProcedure
{
    /// <summary>National or local code, for example 1.004873 or TTHC-TINH-19.</summary>
    public required string Code { get; init; }

    /// <summary>Name for people.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>Field of administration (lĩnh vực).</summary>
    public required BilingualText Field { get; init; }

    /// <summary>Level of government that handles it: province, district or commune.</summary>
    public required string Level { get; init; }

    /// <summary>Acts of law it stands on.</summary>
    public required ImmutableArray<LegalBasis> Basis { get; init; }

    /// <summary>First day of receipt for which this version holds.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>Last day of receipt for which this version holds; null while open.</summary>
    public DateOnly? InForceTo { get; init; }

    /// <summary>Which agency decides.</summary>
    public required AgencySelector Competent { get; init; }

    /// <summary>The case that holds when none is named; its limit is the procedure's own.</summary>
    public required ProcedureCase DefaultCase { get; init; }

    /// <summary>Variants by key, each with its limit.</summary>
    public required FrozenDictionary<string, ProcedureCase> Cases { get; init; }

    /// <summary>At which time of day a day limit falls due.</summary>
    public required DueTimeOfDay DueTimeOfDay { get; init; }

    /// <summary>A dossier received after this local time counts from the next working day; null: no such rule.</summary>
    public TimeOnly? LateFilingCutOff { get; init; }

    /// <summary>Limit for accepting an online filing; null: the handling policy's.</summary>
    public Limit? AcceptanceLimit { get; init; }

    /// <summary>What is charged; empty: nothing.</summary>
    public required ImmutableArray<Fee> Fees { get; init; }

    /// <summary>The regulated list of papers, by key.</summary>
    public required FrozenDictionary<string, Paper> Papers { get; init; }

    /// <summary>Facts of the case that it asks for, in the order of the file.</summary>
    public ImmutableArray<CaseFact> Facts { get; init; } = [];

    /// <summary>What the steps produce, by key.</summary>
    public required FrozenDictionary<string, ResultKind> Results { get; init; }

    /// <summary>How often and how a supplement may be asked for; null members fall back to the handling policy.</summary>
    public required SupplementRule Supplement { get; init; }

    /// <summary>Whether the dossier may be suspended on a legal ground; null: it may not.</summary>
    public SuspensionRule? Suspension { get; init; }

    /// <summary>Phases by key, each with a clock of its own.</summary>
    public required FrozenDictionary<string, Phase> Phases { get; init; }

    /// <summary>Where a received dossier begins.</summary>
    public required string Start { get; init; }

    /// <summary>All steps by key, those written inside a parallel under <c>fork/branch</c>.</summary>
    public required FrozenDictionary<string, CompiledStep> Steps { get; init; }

    /// <summary>Steps in the order of the file, for people.</summary>
    public required ImmutableArray<string> StepOrder { get; init; }

    /// <summary>Child procedure codes that a branch of this procedure opens.</summary>
    public required ImmutableArray<string> ChildProcedures { get; init; }

    /// <summary>Whether a dossier received on <paramref name="day"/> runs under this version.</summary>
    public bool IsInForce(DateOnly day) => day >= InForceFrom && (InForceTo is not { } to || day <= to);

    /// <summary>The case by key; null or empty is the default; an unknown key gives null.</summary>
    public ProcedureCase? FindCase(string? key) =>
        string.IsNullOrEmpty(key) ? DefaultCase : Cases.GetValueOrDefault(key);

    /// <summary>The declared fact of that name; null: none.</summary>
    public CaseFact? FindFact(string key)
    {
        foreach (var fact in Facts)
            if (fact.Key == key)
                return fact;
        return null;
    }

    /// <summary>The papers required in a case: those without cases, and those that name it.</summary>
    public IEnumerable<Paper> PapersFor(string? caseKey) =>
        Papers.Values.Where(p => p.Cases.IsEmpty || (caseKey is { Length: > 0 } key && p.Cases.Contains(key)));
}

/// <summary>An act of law with the place in it; <paramref name="Confirmed"/> is false while nobody has read the official text.</summary>
public sealed record LegalBasis(string Act, string? Article, string? Note, bool Confirmed)
{
    /// <summary>In one line: act and article.</summary>
    public string ToText() => Article is null ? Act : $"{Act}, {Article}";
}

/// <summary>A variant of a procedure (trường hợp) with its own limit.</summary>
/// <param name="Key">Key in the file; empty for the default case.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Limit">The legal total.</param>
/// <param name="Commitment">A shorter promise of the province; null: none. The appointment follows it when there is one.</param>
public sealed record ProcedureCase(string Key, BilingualText Name, Limit Limit, Limit? Commitment)
{
    /// <summary>The limit by which the appointment is fixed.</summary>
    public Limit Promised => Commitment ?? Limit;

    /// <summary>The act that gives this case its limit; null: the procedure's own basis.</summary>
    public LegalBasis? Basis { get; init; }

    /// <summary>Limits tried before <see cref="Limit"/>, by the facts known at receipt.</summary>
    public ImmutableArray<Alternative<CaseLimit>> LimitWhen { get; init; } = [];
}

/// <summary>A total that holds under a condition.</summary>
/// <param name="Limit">The legal total.</param>
/// <param name="Commitment">A shorter promise; null: none.</param>
/// <param name="Basis">The act that gives it; null: that of the case.</param>
public sealed record CaseLimit(Limit Limit, Limit? Commitment, LegalBasis? Basis)
{
    /// <summary>The limit by which the appointment is fixed.</summary>
    public Limit Promised => Commitment ?? Limit;
}

/// <summary>A paper of the regulated list (thành phần hồ sơ).</summary>
public sealed record Paper(string Key, BilingualText Name, int Originals, int Certified, int Copies, bool Optional, ImmutableArray<string> Cases)
{
    /// <summary>The act that demands it; null: the procedure's own basis.</summary>
    public LegalBasis? Basis { get; init; }

    /// <summary>The condition under which it is demanded; null: always.</summary>
    public Condition? When { get; init; }
}

/// <summary>What a procedure gives back (kết quả).</summary>
public sealed record ResultKind(string Key, BilingualText Name, string? Form);

/// <summary>A fee in đồng.</summary>
public sealed record Fee(decimal Amount, string Per, string? Basis, bool Confirmed);

/// <summary>A part of the process with its own clock (giai đoạn).</summary>
public sealed record Phase(string Key, BilingualText Name, StepLimit Limit);

/// <summary>How supplements are handled; null members fall back to the handling policy in force on the day of receipt.</summary>
public sealed record SupplementRule(int? AtMost, SupplementClock? Clock, Limit? AnswerWithin, Silence? Silence)
{
    /// <summary>Nothing but what the handling policy says.</summary>
    public static SupplementRule OfPolicy { get; } = new(null, null, null, null);

    /// <summary>The act that orders it; null: the handling policy.</summary>
    public LegalBasis? Basis { get; init; }
}

/// <summary>How a suspension on a legal ground is handled.</summary>
public sealed record SuspensionRule(int AtMost, Limit? AnswerWithin, Silence Silence, LegalBasis Basis);

/// <summary>What a received supplement does to the clock: go on, or count again in full.</summary>
public enum SupplementClock
{
    /// <summary>The clock goes on where it stood.</summary>
    Pause,

    /// <summary>The limit counts again in full from the moment the file is complete.</summary>
    Restart,
}

/// <summary>What silence beyond a time limit means.</summary>
public enum Silence
{
    /// <summary>Nothing: waiting goes on and shows as late.</summary>
    Wait,

    /// <summary>The asked agency is taken to agree; responsibility stays with it.</summary>
    Consent,

    /// <summary>The dossier is stopped.</summary>
    Stop,
}
