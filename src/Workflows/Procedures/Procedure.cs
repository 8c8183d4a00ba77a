using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures.Conditions;

namespace Tthc.Workflows.Procedures;

/// <summary>A procedure as its designer wrote it: nothing resolved, every place kept. <see cref="ProcedureCompiler"/> makes of it what runs.</summary>
/// <remarks>Where the reader reported a field as missing or unreadable, a neutral value stands in its place, so that the later checks
/// can still find everything else; a procedure with such a report is never compiled.</remarks>
public sealed record Procedure
{
    /// <summary>The text it was read from.</summary>
    public required SourceText Source { get; init; }

    /// <summary>National or local code.</summary>
    public required Located<string> Code { get; init; }

    /// <summary>Name for people.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>Field of administration.</summary>
    public required BilingualText Field { get; init; }

    /// <summary>Level of government.</summary>
    public required string Level { get; init; }

    /// <summary>Acts of law it stands on.</summary>
    public required ImmutableArray<LegalBasis> Basis { get; init; }

    /// <summary>First day of receipt.</summary>
    public required Located<DateOnly> InForceFrom { get; init; }

    /// <summary>Last day of receipt; null while open.</summary>
    public Located<DateOnly>? InForceTo { get; init; }

    /// <summary>Who decides; null: the receiving agency.</summary>
    public Located<AgencySelector>? Competent { get; init; }

    /// <summary>The legal total.</summary>
    public required Located<Limit> Limit { get; init; }

    /// <summary>Totals that hold under conditions, tried in order before <see cref="Limit"/>.</summary>
    public ImmutableArray<WrittenAlternative<WrittenLimit>> LimitWhen { get; init; } = [];

    /// <summary>A shorter promise.</summary>
    public Located<Limit>? Commitment { get; init; }

    /// <summary>At which time of day a day limit falls due.</summary>
    public required DueTimeOfDay DueTimeOfDay { get; init; }

    /// <summary>Received later than this counts from the next working day.</summary>
    public TimeOnly? LateFilingCutOff { get; init; }

    /// <summary>Limit for accepting an online filing.</summary>
    public Limit? AcceptanceLimit { get; init; }

    /// <summary>What is charged.</summary>
    public required ImmutableArray<Fee> Fees { get; init; }

    /// <summary>The regulated list of papers.</summary>
    public required ImmutableArray<WrittenPaper> Papers { get; init; }

    /// <summary>Facts of the case that it asks for.</summary>
    public ImmutableArray<Keyed<CaseFact>> Facts { get; init; } = [];

    /// <summary>What the steps produce.</summary>
    public required ImmutableArray<Keyed<ResultKind>> Results { get; init; }

    /// <summary>Variants.</summary>
    public required ImmutableArray<WrittenCase> Cases { get; init; }

    /// <summary>How supplements are handled.</summary>
    public required SupplementRule Supplement { get; init; }

    /// <summary>How suspensions are handled; null: none.</summary>
    public SuspensionRule? Suspension { get; init; }

    /// <summary>Phases.</summary>
    public required ImmutableArray<Keyed<Phase>> Phases { get; init; }

    /// <summary>Steps in the order of the file; the first receives the dossier.</summary>
    public required ImmutableArray<ProcedureStep> Steps { get; init; }

    /// <summary>Whether all steps and branches could be read; if not, how they hang together cannot be judged.</summary>
    public required bool StepsAreWhole { get; init; }

    /// <summary>Whether the text had no error at all.</summary>
    public required bool IsClean { get; init; }
}

/// <summary>A value under a key that its author chose.</summary>
public sealed record Keyed<T>(Located<string> Key, T Value);

/// <summary>A paper with the cases it names.</summary>
/// <param name="Key">Key.</param>
/// <param name="Paper">The paper.</param>
/// <param name="Cases">The cases it belongs to.</param>
/// <param name="When">The condition under which it is demanded; null: always.</param>
public sealed record WrittenPaper(Located<string> Key, Paper Paper, ImmutableArray<Located<string>> Cases, Located<string>? When);

/// <summary>A total with its promise and its ground.</summary>
public sealed record WrittenLimit(Located<Limit> Limit, Located<Limit>? Commitment, LegalBasis? Basis);

/// <summary>A variant; what is null is that of the procedure.</summary>
public sealed record WrittenCase(Located<string> Key, BilingualText Name, Located<Limit>? Limit, Located<Limit>? Commitment, LegalBasis? Basis)
{
    /// <summary>Totals that hold under conditions, tried in order before the limit.</summary>
    public ImmutableArray<WrittenAlternative<WrittenLimit>> LimitWhen { get; init; } = [];
}
