using System.Collections.Immutable;

namespace Tthc.Workflows.Soundness;

/// <summary>Ways in which the steps of a procedure can fail to hang together.</summary>
public enum SoundnessProblem
{
    /// <summary>No way leads to the step.</summary>
    Unreachable,

    /// <summary>From the step neither the end nor, inside a branch, the join can be reached.</summary>
    NoWayOut,

    /// <summary>Steps that can be repeated for ever: none of them has a bound.</summary>
    LoopWithoutBound,

    /// <summary>When the bounded step may not be visited again, the step before it has no other way on.</summary>
    StuckBehindBound,

    /// <summary>No step records the result.</summary>
    NeverSettles,

    /// <summary>The result can be handed over before it is recorded.</summary>
    ReturnsBeforeSettling,

    /// <summary>The result can be recorded twice.</summary>
    SettlesTwice,

    /// <summary>A dossier with a recorded result can be refused.</summary>
    RefusesAfterSettling,

    /// <summary>The officer has to choose, but is led there by something that is no officer's step.</summary>
    ChoiceWithoutOfficer,

    /// <summary>An agency is that of a step which need not have been done.</summary>
    AgencyOfSkippedStep,
}

/// <summary>A failure of soundness, with a way through the procedure that shows it.</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="Step">The step to look at.</param>
/// <param name="Other">A second step it concerns; null: none.</param>
/// <param name="Path">Steps in order that lead to the failure; empty where none is needed.</param>
public sealed record SoundnessFinding(SoundnessProblem Problem, string Step, string? Other, ImmutableArray<string> Path);
