using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Fields;
using Tthc.Workflows.Procedures.Conditions;

namespace Tthc.Workflows.Procedures.Compiling;

/// <summary>The steps of a written procedure by name, and which join closes which parallel.</summary>
internal sealed class StepIndex
{
    /// <summary>The name that means the end.</summary>
    public const string End = "end";

    private readonly Dictionary<string, ProcedureStep> _steps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JoinStep> _joins = new(StringComparer.Ordinal);

    public StepIndex(Procedure procedure)
    {
        foreach (var step in procedure.Steps)
            _steps.TryAdd(step.Key.Value, step);
        foreach (var join in procedure.Steps.OfType<JoinStep>())
            _joins.TryAdd(join.Of.Value, join);
    }

    public ProcedureStep? Find(string key) => _steps.GetValueOrDefault(key);

    /// <summary>The join step that closes a parallel; null: it closes itself.</summary>
    public JoinStep? JoinOf(string fork) => _joins.GetValueOrDefault(fork);

    /// <summary>Where a parallel goes on, from itself or from its join step.</summary>
    public Located<string>? ThenOf(ParallelStep fork) => JoinOf(fork.Key.Value)?.Then ?? fork.Then;

    /// <summary>The alternatives to that.</summary>
    public ImmutableArray<WrittenAlternative<Located<string>>> ThenWhenOf(ParallelStep fork) => JoinOf(fork.Key.Value)?.ThenWhen ?? fork.ThenWhen;

    /// <summary>The id of a branch written in place.</summary>
    public static string BranchId(ParallelStep fork, ParallelBranch branch) => $"{fork.Key.Value}/{branch.Key.Value}";

    /// <summary>Reports a name that no step bears.</summary>
    public void CheckTarget(Located<string> target, DiagnosticBag bag, bool mayEnd)
    {
        if (_steps.ContainsKey(target.Value) || (mayEnd && target.Value == End))
            return;
        bag.Report(target.Problem(FlowDiagnostics.UnknownStep, target.Value).WithNearest(NameSuggestion.Nearest(target.Value, _steps.Keys)));
    }
}
