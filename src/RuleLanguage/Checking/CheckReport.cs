using Tthc.RuleLanguage.Evaluation;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Checking;

/// <summary>Where the parts of the checker report, and what they are told.</summary>
internal sealed class CheckReport(ExpressionText text, CheckOptions options, DiagnosticBag bag)
{
    public CheckOptions Options => options;

    /// <summary>Whether comparisons with a missing value are false instead of missing.</summary>
    public bool IsTwoValued => options.MissingFacts == MissingFacts.Null;

    public bool MissingCounts => !IsTwoValued;

    /// <summary>Reports a mistake; what stands in its place never causes another report.</summary>
    public BoundError Error(DiagnosticDescriptor kind, TextSpan span, params object[] arguments) => Error(text.Problem(kind, span, arguments), span);

    public BoundError ErrorNear(DiagnosticDescriptor kind, TextSpan span, string? nearest, params object[] arguments) =>
        Error(text.Problem(kind, span, arguments).WithNearest(nearest), span);

    public BoundError ErrorWithHint(DiagnosticDescriptor kind, TextSpan span, BilingualText? hint, params object[] arguments) =>
        Error(text.Problem(kind, span, arguments).WithSuggestion(hint), span);

    /// <summary>Reports what is not a mistake yet.</summary>
    public void Note(DiagnosticDescriptor kind, TextSpan span, params object[] arguments) => bag.Report(text.Problem(kind, span, arguments));

    public void NoteWithHint(DiagnosticDescriptor kind, TextSpan span, BilingualText? hint, params object[] arguments) =>
        bag.Report(text.Problem(kind, span, arguments).WithSuggestion(hint));

    private BoundError Error(Diagnostic diagnostic, TextSpan span)
    {
        bag.Report(diagnostic);
        return new BoundError(span);
    }
}
