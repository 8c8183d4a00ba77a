using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Workflows.Procedures;
using Tthc.Workflows.Procedures.Conditions;

namespace Tthc.Workflows.Soundness.Times;

/// <summary>What is known of the conditions of a procedure while one of its totals runs: the one by which the total was chosen held at receipt, those before it did not.</summary>
/// <remarks>Facts may change after receipt, and the total stays. Only a condition on facts that are fixed at receipt, and on nothing else, still says the
/// same later; of any other nothing is assumed, and every way it guards is reckoned with.</remarks>
internal sealed class Assumption
{
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    public Assumption(CompiledProcedure procedure, Condition? holds, ImmutableArray<Condition> not)
    {
        (Holds, Not) = (holds, not);
        foreach (var condition in not)
            Learn(procedure, condition, says: false);
        if (holds is not null)
            Learn(procedure, holds, says: true);
    }

    /// <summary>The condition that holds; null: none.</summary>
    public Condition? Holds { get; }

    /// <summary>The conditions that do not.</summary>
    public ImmutableArray<Condition> Not { get; }

    /// <summary>In words for a message, behind what it is about; empty where nothing is assumed.</summary>
    public BilingualText Words => (Holds, Not) switch
    {
        ({ } holds, _) => new($" khi {holds.Text}", $" when {holds.Text}"),
        (_, { IsEmpty: true }) => new("", ""),
        var (_, not) => new($" khi không: {string.Join("; ", not.Select(c => c.Text))}", $" when not: {string.Join("; ", not.Select(c => c.Text))}"),
    };

    /// <summary>What a condition says under it; null: anything.</summary>
    public bool? Says(Condition? condition)
    {
        if (condition is null)
            return true;
        var (text, isTurned) = ConditionText.Core(condition.Text);
        return _known.TryGetValue(text, out var says) ? says != isTurned : null;
    }

    /// <summary>Those of some alternatives that can be taken, each with its condition; the last one has none.</summary>
    public IEnumerable<(Condition? When, T Value)> Open<T>(ImmutableArray<Alternative<T>> alternatives, T otherwise)
    {
        foreach (var alternative in alternatives)
        {
            var says = Says(alternative.When);
            if (says is not false)
                yield return (alternative.When, alternative.Value);
            if (says is true)
                yield break;
        }
        yield return (null, otherwise);
    }

    private void Learn(CompiledProcedure procedure, Condition condition, bool says)
    {
        if (!condition.Reads.All(path => IsFixed(procedure, path)) || condition.ReadsClock)
            return;
        var (text, isTurned) = ConditionText.Core(condition.Text);
        _known[text] = says != isTurned;
    }

    private static bool IsFixed(CompiledProcedure procedure, string path) =>
        path.Split('.') is [CaseSchema.CaseName, var fact] && procedure.FindFact(fact) is { Fixed: true };
}
