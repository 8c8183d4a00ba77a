using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Soundness;
using static Tthc.Workflows.Procedures.Compiling.SoundnessDiagnostics;

namespace Tthc.Workflows.Procedures.Compiling;

/// <summary>Puts what the soundness check found at its place in the file.</summary>
internal static class SoundnessReport
{
    public static void Run(CompiledProcedure compiled, StepPlaces places, DiagnosticBag bag)
    {
        foreach (var finding in SoundnessCheck.Run(compiled))
        {
            var place = finding.Problem == SoundnessProblem.AgencyOfSkippedStep ? places.AgencyOf(finding.Step) : places.KeyOf(finding.Step);
            bag.Report(finding.Problem == SoundnessProblem.AgencyOfSkippedStep
                ? place.Problem(AgencyOfSkippedStep, finding.Step, finding.Other!, Arrows(finding.Path))
                : place.Problem(DescriptorOf(finding.Problem), finding.Step, (object?)finding.Other ?? Arrows(finding.Path)));
        }
    }

    /// <summary>A way through the procedure, the same in both languages; long ones lose their middle.</summary>
    private static BilingualText Arrows(ImmutableArray<string> path)
    {
        const int Shown = 16;
        var names = path.Length <= Shown ? path : [.. path[..(Shown / 2)], "…", .. path[^(Shown / 2)..]];
        var text = string.Join(" → ", names);
        return new BilingualText(text, text);
    }

    private static DiagnosticDescriptor DescriptorOf(SoundnessProblem problem) => problem switch
    {
        SoundnessProblem.Unreachable => Unreachable,
        SoundnessProblem.NoWayOut => NoWayOut,
        SoundnessProblem.LoopWithoutBound => LoopWithoutBound,
        SoundnessProblem.StuckBehindBound => StuckBehindBound,
        SoundnessProblem.NeverSettles => NeverSettles,
        SoundnessProblem.ReturnsBeforeSettling => ReturnsBeforeSettling,
        SoundnessProblem.SettlesTwice => SettlesTwice,
        SoundnessProblem.RefusesAfterSettling => RefusesAfterSettling,
        SoundnessProblem.ChoiceWithoutOfficer => ChoiceWithoutOfficer,
        SoundnessProblem.AgencyOfSkippedStep => AgencyOfSkippedStep,
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "A problem without a message."),
    };
}
