using System.Collections.Frozen;
using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Procedures.Compiling;
using Tthc.Workflows.Procedures.Conditions;

namespace Tthc.Workflows.Procedures;

/// <summary>Makes of a written procedure what runs, and says everything that is wrong with it as long as nothing else is looked at.</summary>
/// <remarks>Whether the agencies, roles and child procedures it names exist is asked by <c>ProcedureLinkCheck</c> when a bundle is published.</remarks>
public static class ProcedureCompiler
{
    /// <summary>Compiles.</summary>
    /// <returns>The compiled procedure, null when anything is an error; and every problem the text itself did not have.</returns>
    public static (CompiledProcedure? Procedure, ImmutableArray<Diagnostic> Diagnostics) Compile(Procedure procedure)
    {
        var bag = new DiagnosticBag();
        var compiled = Compile(procedure, bag);
        return (compiled, bag.ToImmutable());
    }

    /// <summary>Compiles and reports into a bag.</summary>
    public static CompiledProcedure? Compile(Procedure procedure, DiagnosticBag bag)
    {
        var errorsBefore = bag.ErrorCount;
        var compiled = Build(procedure, bag, out var flow);
        var places = new StepPlaces(procedure);
        if (flow is { } check && procedure.StepsAreWhole)
        {
            check.RunOnFlow(procedure, compiled);
            ConditionCheck.RunOnFlow(procedure, compiled, bag);
            SoundnessReport.Run(compiled, places, bag);
        }
        TimeReport.Run(compiled, places, bag);
        TimeReport.CheckCommitments(procedure, bag);
        return procedure.IsClean && bag.ErrorCount == errorsBefore ? compiled : null;
    }

    /// <summary>Compiles a revision stored long ago: it must be readable and hang together, but is not judged by checks that may be younger than it.</summary>
    public static (CompiledProcedure? Procedure, ImmutableArray<Diagnostic> Diagnostics) CompileStored(SourceText source)
    {
        var bag = new DiagnosticBag();
        var compiled = ProcedureReader.Read(source, bag) is { } procedure ? Build(procedure, bag, out _) : null;
        return (bag.HasErrors ? null : compiled, bag.ToImmutable());
    }

    private static CompiledProcedure Build(Procedure procedure, DiagnosticBag bag, out StepCheck? flow)
    {
        var index = new StepIndex(procedure);
        var stepsKnown = new ReferenceCheck(procedure, index, bag).Run();
        var errorsBefore = bag.ErrorCount;
        var layout = FlowLayout.Of(procedure, index, bag);
        ForkCheck.Run(procedure, index, bag);
        var laidOut = bag.ErrorCount == errorsBefore;
        var check = new StepCheck(index, layout, bag);
        check.Run(procedure);
        flow = stepsKnown && laidOut ? check : null;
        ConditionCheck.Run(procedure, bag);
        var conditions = new ConditionCompiler(new CaseSchema([.. procedure.Facts.Select(f => f.Value)]), bag);
        return Head(procedure, new StepCompiler(index, layout, conditions).Compile(procedure), conditions);
    }

    private static CompiledProcedure Head(Procedure written, ImmutableArray<CompiledStep> steps, ConditionCompiler conditions) => new()
    {
        Code = written.Code.Value,
        Name = written.Name,
        Field = written.Field,
        Level = written.Level,
        Basis = written.Basis,
        InForceFrom = written.InForceFrom.Value,
        InForceTo = written.InForceTo?.Value,
        Competent = written.Competent?.Value ?? AgencySelector.Receiving,
        DefaultCase = new ProcedureCase("", written.Name, written.Limit.Value, written.Commitment?.Value) { LimitWhen = Totals(written.LimitWhen, conditions) },
        Cases = written.Cases.ToFrozenDictionary(c => c.Key.Value, c => CaseOf(written, c, conditions), StringComparer.Ordinal),
        DueTimeOfDay = written.DueTimeOfDay,
        LateFilingCutOff = written.LateFilingCutOff,
        AcceptanceLimit = written.AcceptanceLimit,
        Fees = written.Fees,
        Papers = written.Papers.ToFrozenDictionary(p => p.Key.Value, p => p.Paper with { When = conditions.Compile(p.When) }, StringComparer.Ordinal),
        Facts = [.. written.Facts.Select(f => f.Value)],
        Results = written.Results.ToFrozenDictionary(r => r.Key.Value, r => r.Value, StringComparer.Ordinal),
        Supplement = written.Supplement,
        Suspension = written.Suspension,
        Phases = written.Phases.ToFrozenDictionary(p => p.Key.Value, p => p.Value, StringComparer.Ordinal),
        Start = written.Steps is [var first, ..] ? first.Key.Value : "",
        Steps = steps.DistinctBy(s => s.Id, StringComparer.Ordinal).ToFrozenDictionary(s => s.Id, StringComparer.Ordinal),
        StepOrder = [.. steps.Select(s => s.Id).Distinct(StringComparer.Ordinal)],
        ChildProcedures = [.. steps.Select(s => s.ChildProcedure).OfType<string>().Distinct(StringComparer.Ordinal)],
    };

    private static ProcedureCase CaseOf(Procedure written, WrittenCase variant, ConditionCompiler conditions) => new(
        variant.Key.Value,
        variant.Name,
        variant.Limit?.Value ?? written.Limit.Value,
        // A case with a limit of its own has left the common promise behind.
        variant.Commitment?.Value ?? (variant.Limit is null ? written.Commitment?.Value : null))
    {
        Basis = variant.Basis,
        LimitWhen = Totals(variant.Limit is null ? written.LimitWhen : variant.LimitWhen, conditions),
    };

    private static ImmutableArray<Alternative<CaseLimit>> Totals(ImmutableArray<WrittenAlternative<WrittenLimit>> written, ConditionCompiler conditions) =>
        conditions.Compile(written, (total, _) => new CaseLimit(total.Limit.Value, total.Commitment?.Value, total.Basis));
}
