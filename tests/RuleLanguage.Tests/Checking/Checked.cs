using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation;
using Tthc.RuleLanguage.Facts;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Tests.Checking;

/// <summary>An expression checked against the sample facts.</summary>
internal sealed record Checked(string Text, BoundExpression? Bound, ImmutableArray<Diagnostic> Diagnostics)
{
    public static readonly CheckOptions Options = new() { Facts = SampleFacts.Schema };

    public string Type => Bound?.Type.ToString() ?? "-";

    /// <summary>The diagnostics that are more than a hint, each as its id and the text it points at.</summary>
    public IEnumerable<string> Problems => Diagnostics.Where(d => d.Severity > DiagnosticSeverity.Info).Select(Show);

    public static Checked Of(string text, CheckOptions? options = null)
    {
        var bag = new DiagnosticBag();
        var bound = ExpressionChecker.Check(ExpressionText.From(text), options ?? Options, bag);
        return new Checked(text, bound, bag.ToImmutable());
    }

    public static Checked WithNulls(string text) => Of(text, Options with { MissingFacts = MissingFacts.Null });

    public string Show(Diagnostic diagnostic) => $"{diagnostic.Id} {Text.Substring(diagnostic.Location.Span.Start, diagnostic.Location.Span.Length)}";

    /// <summary>The value of an expression on facts, at an instant in the time of Hà Nội.</summary>
    public object? Value(DataRecord? facts = null)
    {
        Assert.True(Bound is not null, string.Join("\n", Diagnostics));
        var hanoi = TimeSpan.FromHours(7);
        var context = new EvaluationContext(new DateTimeOffset(2026, 3, 10, 9, 30, 0, hanoi), hanoi);
        return ExpressionEvaluator.Evaluate(Bound, facts ?? SampleFacts.Of(), context, MissingFacts.Undetermined).Value;
    }
}
