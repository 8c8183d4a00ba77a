using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures.Conditions;

namespace Tthc.Workflows.Procedures;

/// <summary>A step as written. The sealed shapes below are all there are.</summary>
/// <param name="Key">Its name in the file.</param>
/// <param name="Name">Its name for people.</param>
public abstract record ProcedureStep(Located<string> Key, BilingualText Name);

/// <summary>A step that could not be read, which has been reported. It stands here so that what refers to it is not reported as well.</summary>
public sealed record UnreadableStep(Located<string> Key, BilingualText Name) : ProcedureStep(Key, Name);

/// <summary>A person's work.</summary>
public sealed record TaskStep(Located<string> Key, BilingualText Name) : ProcedureStep(Key, Name)
{
    /// <summary>Who, where, and for how long.</summary>
    public required Work Work { get; init; }

    /// <summary>The step whose limit this one shares.</summary>
    public Located<string>? Within { get; init; }

    /// <summary>Papers that must be on file.</summary>
    public ImmutableArray<Located<string>> Needs { get; init; } = [];

    /// <summary>Visits allowed.</summary>
    public int? AtMost { get; init; }

    /// <summary>The one way on.</summary>
    public Located<string>? Then { get; init; }

    /// <summary>Alternatives to <see cref="Then"/>, tried in order before it.</summary>
    public ImmutableArray<WrittenAlternative<Located<string>>> ThenWhen { get; init; } = [];

    /// <summary>The ways on to choose from.</summary>
    public ImmutableArray<WrittenAction> Actions { get; init; } = [];

    /// <summary>Earlier steps it may be sent back to.</summary>
    public ImmutableArray<Located<string>> SendBack { get; init; } = [];

    /// <summary>Which verb closes it.</summary>
    public StepAct Act { get; init; }

    /// <summary>Form of the slip a refusal needs.</summary>
    public Located<string>? Form { get; init; }
}

/// <summary>Who does something, where and in which time.</summary>
/// <param name="Role">Role.</param>
/// <param name="At">Agency; null: the usual one of the place it is written.</param>
/// <param name="Unit">Unit inside the agency.</param>
/// <param name="Limit">Time; null where none was written.</param>
/// <param name="Phase">Phase it belongs to.</param>
/// <param name="Produces">Result it produces.</param>
public sealed record Work(
    Located<string> Role, Located<AgencySelector>? At, string? Unit, Located<StepLimit>? Limit, Located<string>? Phase, Located<string>? Produces)
{
    /// <summary>Alternatives to <see cref="Role"/>, tried in order before it.</summary>
    public ImmutableArray<WrittenAlternative<Located<string>>> RoleWhen { get; init; } = [];

    /// <summary>Alternatives to <see cref="At"/>, tried in order before it.</summary>
    public ImmutableArray<WrittenAlternative<Located<AgencySelector>>> AtWhen { get; init; } = [];

    /// <summary>Alternatives to <see cref="Unit"/>, tried in order before it.</summary>
    public ImmutableArray<WrittenAlternative<Located<string>>> UnitWhen { get; init; } = [];

    /// <summary>Alternatives to <see cref="Limit"/>, tried in order before it.</summary>
    public ImmutableArray<WrittenAlternative<Located<StepLimit>>> LimitWhen { get; init; } = [];

    /// <summary>Every place it may be done at.</summary>
    public IEnumerable<Located<AgencySelector>> Places => At is { } at ? AtWhen.Select(a => a.Value).Append(at) : [];

    /// <summary>Every role that may do it.</summary>
    public IEnumerable<Located<string>> Roles => RoleWhen.Select(r => r.Value).Append(Role);
}

/// <summary>A way on that the officer chooses.</summary>
public sealed record WrittenAction(Located<string> Key, BilingualText? Name, Located<string> To)
{
    /// <summary>The condition under which it can be taken; null: always.</summary>
    public Located<string>? When { get; init; }

    /// <summary>Alternatives to <see cref="To"/>, tried in order before it.</summary>
    public ImmutableArray<WrittenAlternative<Located<string>>> ToWhen { get; init; } = [];

    /// <summary>Whether a note is demanded.</summary>
    public bool NoteRequired { get; init; }

    /// <summary>Papers that must be on file to take it.</summary>
    public ImmutableArray<Located<string>> Needs { get; init; } = [];

    /// <summary>A lengthening of the total it brings.</summary>
    public LimitExtension? Extends { get; init; }
}

/// <summary>Opens branches.</summary>
/// <param name="Key">Its name in the file.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Branches">The branches in the order of the file.</param>
/// <param name="Join">How many must be done; null: not written here.</param>
/// <param name="Then">Where it goes on; null: an explicit join says so.</param>
/// <param name="ChooseSome">Whether the officer names the branches.</param>
public sealed record ParallelStep(
    Located<string> Key, BilingualText Name, ImmutableArray<ParallelBranch> Branches, Located<int>? Join, Located<string>? Then, bool ChooseSome)
    : ProcedureStep(Key, Name)
{
    /// <summary>Alternatives to <see cref="Then"/>, tried in order before it.</summary>
    public ImmutableArray<WrittenAlternative<Located<string>>> ThenWhen { get; init; } = [];

    /// <summary>Where it goes when no branch opens; null: some branch has no condition.</summary>
    public Located<string>? Else { get; init; }
}

/// <summary>Closes the branches of a parallel that are named steps.</summary>
public sealed record JoinStep(Located<string> Key, BilingualText Name, Located<int> Join, Located<string> Of, Located<string> Then) : ProcedureStep(Key, Name)
{
    /// <summary>Alternatives to <see cref="Then"/>, tried in order before it.</summary>
    public ImmutableArray<WrittenAlternative<Located<string>>> ThenWhen { get; init; } = [];
}

/// <summary>A wait.</summary>
/// <param name="Key">Its name in the file.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Kind">What is waited for.</param>
/// <param name="Then">Where it goes on.</param>
public sealed record WaitStep(Located<string> Key, BilingualText Name, WaitKind Kind, Located<string> Then) : ProcedureStep(Key, Name)
{
    /// <summary>Alternatives to <see cref="Then"/>, tried in order before it.</summary>
    public ImmutableArray<WrittenAlternative<Located<string>>> ThenWhen { get; init; } = [];

    /// <summary>Whether the clock stands still.</summary>
    public bool ClockPaused { get; init; }

    /// <summary>How long.</summary>
    public Located<Limit>? Length { get; init; }

    /// <summary>Who ends it; null: nobody named.</summary>
    public Located<string>? Role { get; init; }

    /// <summary>Where that person sits.</summary>
    public Located<AgencySelector>? At { get; init; }

    /// <summary>Unit inside the agency.</summary>
    public string? Unit { get; init; }
}

/// <summary>A branch as written. The sealed shapes below are all there are.</summary>
/// <param name="Key">Its name in the file.</param>
/// <param name="Name">Its name for people; null: none was written.</param>
public abstract record ParallelBranch(Located<string> Key, BilingualText? Name)
{
    /// <summary>The condition under which it opens; null: always.</summary>
    public Located<string>? When { get; init; }
}

/// <summary>A task written in place.</summary>
public sealed record TaskBranch(Located<string> Key, BilingualText? Name, Work Work) : ParallelBranch(Key, Name);

/// <summary>A consultation (lấy ý kiến).</summary>
public sealed record AskBranch(Located<string> Key, BilingualText? Name, Work Work, Silence Silence) : ParallelBranch(Key, Name);

/// <summary>A longer branch that begins with a named step.</summary>
public sealed record StepBranch(Located<string> Key, Located<string> Step) : ParallelBranch(Key, null);

/// <summary>A linked child dossier (liên thông).</summary>
public sealed record ChildBranch(Located<string> Key, BilingualText? Name, Located<string> Procedure, Located<AgencySelector> At) : ParallelBranch(Key, Name)
{
    /// <summary>Alternatives to <see cref="At"/>, tried in order before it.</summary>
    public ImmutableArray<WrittenAlternative<Located<AgencySelector>>> AtWhen { get; init; } = [];

    /// <summary>Every place it may be handled at.</summary>
    public IEnumerable<Located<AgencySelector>> Places => AtWhen.Select(a => a.Value).Append(At);
}
