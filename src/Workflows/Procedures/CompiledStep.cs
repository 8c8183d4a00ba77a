using System.Collections.Frozen;
using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures.Conditions;

namespace Tthc.Workflows.Procedures;

/// <summary>One step of a compiled procedure.</summary>
public sealed record CompiledStep
{
    /// <summary>Key; a branch written in place has <c>fork/branch</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>What kind of step it is.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>Role that does it; null where no person acts (forks, joins, postings, child dossiers).</summary>
    public string? Role { get; init; }

    /// <summary>Roles tried before <see cref="Role"/>, which stands for all else.</summary>
    public ImmutableArray<Alternative<string?>> RoleWhen { get; init; } = [];

    /// <summary>Where it is done.</summary>
    public AgencySelector At { get; init; } = AgencySelector.Competent;

    /// <summary>Places tried before <see cref="At"/>.</summary>
    public ImmutableArray<Alternative<AgencySelector>> AtWhen { get; init; } = [];

    /// <summary>Unit inside the agency; null: any.</summary>
    public string? Unit { get; init; }

    /// <summary>Units tried before <see cref="Unit"/>.</summary>
    public ImmutableArray<Alternative<string?>> UnitWhen { get; init; } = [];

    /// <summary>Time allowed for all visits together; a step inside another's limit has the other's.</summary>
    public StepLimit Limit { get; init; } = StepLimit.None;

    /// <summary>Limits tried before <see cref="Limit"/>; of the step on whose clock this one runs.</summary>
    public ImmutableArray<Alternative<StepLimit>> LimitWhen { get; init; } = [];

    /// <summary>The step whose clock this one runs on: itself, or the one named by <c>within</c>.</summary>
    public required string ClockStep { get; init; }

    /// <summary>Which verb closes it.</summary>
    public StepAct Act { get; init; }

    /// <summary>Form number of the slip a refusal needs; from the file.</summary>
    public string? Form { get; init; }

    /// <summary>The ways on, by action key; a step with <c>then</c> has the one action <c>next</c>.</summary>
    public FrozenDictionary<string, StepAction> Actions { get; init; } = FrozenDictionary<string, StepAction>.Empty;

    /// <summary>Action keys in the order of the file.</summary>
    public ImmutableArray<string> ActionOrder { get; init; } = [];

    /// <summary>Earlier steps the holder may send the dossier back to.</summary>
    public ImmutableArray<string> SendBackTo { get; init; } = [];

    /// <summary>How many visits are allowed; null: no bound of its own.</summary>
    public int? AtMost { get; init; }

    /// <summary>Papers that must be on file before the step is left.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Result it produces; null: none.</summary>
    public string? Produces { get; init; }

    /// <summary>Phase it belongs to; null: none.</summary>
    public string? Phase { get; init; }

    /// <summary>The fork in whose branch it stands; null at the top.</summary>
    public string? Scope { get; init; }

    /// <summary>Meaning of silence when the limit of a consultation is over.</summary>
    public Silence Silence { get; init; }

    /// <summary>Set on <see cref="StepKind.Fork"/>.</summary>
    public ForkPlan? Fork { get; init; }

    /// <summary>Set on <see cref="StepKind.Wait"/>.</summary>
    public WaitPlan? Wait { get; init; }

    /// <summary>Set on <see cref="StepKind.Child"/>: the procedure of the dossier to open.</summary>
    public string? ChildProcedure { get; init; }

    /// <summary>Whether whoever leads into the step may have to name its agency.</summary>
    public bool MayBeChosen =>
        Kind != StepKind.Fork && (At.Kind == AgencySelectorKind.Chosen || AtWhen.Any(at => at.Value.Kind == AgencySelectorKind.Chosen));

    /// <summary>The single way on of a step that has no actions to choose from.</summary>
    public StepAction? Next => Actions.GetValueOrDefault(StepAction.NextKey);
}

/// <summary>Kinds of step.</summary>
public enum StepKind
{
    /// <summary>A person's work.</summary>
    Task,

    /// <summary>A question to another agency, with its own clock.</summary>
    Consultation,

    /// <summary>Opens branches.</summary>
    Fork,

    /// <summary>A wait, mostly outside the clock.</summary>
    Wait,

    /// <summary>A linked child dossier.</summary>
    Child,
}

/// <summary>The verb that closes a step.</summary>
public enum StepAct
{
    /// <summary>AdvanceStep.</summary>
    Advance,

    /// <summary>SettleDossier: the result is recorded, status 9.</summary>
    Settle,

    /// <summary>ReturnResult: handed over, status 10.</summary>
    Return,

    /// <summary>StopDossier with a slip: refused, status 8.</summary>
    Refuse,
}

/// <summary>A way out of a step.</summary>
public sealed record StepAction
{
    /// <summary>Key of the only way on of a step written with <c>then</c>.</summary>
    public const string NextKey = "next";

    /// <summary>Key in the file.</summary>
    public required string Key { get; init; }

    /// <summary>Name for people.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>The condition under which it can be taken; null: always.</summary>
    public Condition? When { get; init; }

    /// <summary>Where it leads; where alternatives stand before it, in all other cases.</summary>
    public required Target Target { get; init; }

    /// <summary>Targets tried before <see cref="Target"/>.</summary>
    public ImmutableArray<Alternative<Target>> TargetWhen { get; init; } = [];

    /// <summary>Everything it can lead to.</summary>
    public IEnumerable<Target> Targets => TargetWhen.IsEmpty ? [Target] : TargetWhen.Select(way => way.Value).Append(Target);

    /// <summary>Whether the officer has to write a note.</summary>
    public bool NoteRequired { get; init; }

    /// <summary>Papers that must be on file to take this way, beyond those of the step.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>A lawful lengthening of the total that this way brings (verification); null: none.</summary>
    public LimitExtension? Extends { get; init; }
}

/// <summary>A lawful lengthening of the total.</summary>
public sealed record LimitExtension(Limit By, LegalBasis Basis);

/// <summary>Where an action leads: to a step, to the join of the branch it stands in, or to the end.</summary>
public readonly record struct Target(TargetKind Kind, string? Step)
{
    /// <summary>The end of the dossier.</summary>
    public static Target End => new(TargetKind.End, null);

    /// <summary>The join of the branch.</summary>
    public static Target BranchEnd => new(TargetKind.BranchEnd, null);

    /// <summary>A step.</summary>
    public static Target To(string step) => new(TargetKind.Step, step);
}

/// <summary>Kinds of target.</summary>
public enum TargetKind
{
    /// <summary>A step.</summary>
    Step,

    /// <summary>The join of the fork in whose branch the step stands.</summary>
    BranchEnd,

    /// <summary>The end of the dossier.</summary>
    End,
}

/// <summary>A fork with its join: the join is part of the plan, wherever it was written.</summary>
/// <param name="Branches">In the order of the file.</param>
/// <param name="JoinCount">How many branches must be done: 0 = all that were opened, else that many.</param>
/// <param name="Then">Where the dossier goes on when the join fires.</param>
/// <param name="ChooseSome">Whether the officer names the branches to open.</param>
public sealed record ForkPlan(ImmutableArray<ForkBranch> Branches, int JoinCount, Target Then, bool ChooseSome)
{
    /// <summary>Targets tried before <see cref="Then"/>.</summary>
    public ImmutableArray<Alternative<Target>> ThenWhen { get; init; } = [];

    /// <summary>Where the dossier goes when no branch opens; null: some branch has no condition.</summary>
    public Target? Else { get; init; }

    /// <summary>Everything it can lead to besides its branches.</summary>
    public IEnumerable<Target> Targets =>
        ThenWhen.Select(way => way.Value).Append(Then).Concat(Else is { } other ? [other] : []);
}

/// <summary>A branch: its key, and the step with which it begins.</summary>
public sealed record ForkBranch(string Key, string Step)
{
    /// <summary>The condition under which it opens; null: always.</summary>
    public Condition? When { get; init; }
}

/// <summary>A wait.</summary>
/// <param name="Kind">What is waited for.</param>
/// <param name="ClockPaused">Whether the dossier's clock stands still meanwhile.</param>
/// <param name="Length">How long a posting lasts; null: until the verb that ends it.</param>
public sealed record WaitPlan(WaitKind Kind, bool ClockPaused, Limit? Length);

/// <summary>Kinds of wait.</summary>
public enum WaitKind
{
    /// <summary>Financial obligation; ended by ConfirmPayment.</summary>
    Payment,

    /// <summary>Public posting; ends by itself.</summary>
    Posting,

    /// <summary>A body outside the mechanism; ended by AdvanceStep.</summary>
    Outside,
}
