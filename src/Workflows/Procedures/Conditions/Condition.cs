using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;

namespace Tthc.Workflows.Procedures.Conditions;

/// <summary>A checked <c>when</c> of a procedure. Judged by walking the checked tree: no guard is asked often enough to be worth compiling.</summary>
/// <param name="place">Where it stands in the file, such as <c>steps.check.then[0].when</c>; names it in the log.</param>
/// <param name="text">What was written.</param>
/// <param name="schema">What it speaks of.</param>
/// <param name="expression">Checked against that schema.</param>
public sealed class Condition(string place, string text, CaseSchema schema, BoundExpression expression)
{
    private readonly Lazy<ImmutableArray<string>> _reads = new(() => [.. FactUse.FactPaths(expression).Distinct(StringComparer.Ordinal)]);

    /// <summary>Where it stands in the file.</summary>
    public string Place => place;

    /// <summary>What was written.</summary>
    public string Text => text;

    /// <summary>What it speaks of.</summary>
    public CaseSchema Schema => schema;

    /// <summary>Facts it reads, such as <c>case.NeedsVerification</c>.</summary>
    public ImmutableArray<string> Reads => _reads.Value;

    /// <summary>Whether it reads the clock.</summary>
    public bool ReadsClock => FactUse.ReadsClock(expression);

    /// <summary>What it says whatever the facts are; null: that depends on them.</summary>
    public Verdict? Constant => Reads.IsEmpty && !ReadsClock ? Judge(schema.Empty, new EvaluationContext(default, TimeSpan.Zero)) : null;

    /// <summary>What it says about some facts.</summary>
    /// <param name="facts">Held as <see cref="CaseSchema.FactsOf"/> gives them.</param>
    /// <param name="context">The instant.</param>
    public Verdict Judge(object facts, EvaluationContext context) => ExpressionEvaluator.Judge(expression, facts, context, MissingFacts.Undetermined);

    /// <inheritdoc/>
    public override string ToString() => text;
}
