using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Syntax;

/// <summary>Reports what is wrong with one expression, until it is too much.</summary>
internal sealed class SyntaxReport(ExpressionText text, DiagnosticBag bag)
{
    private const int MostErrors = 20;

    private int count;
    private int lastStart = -1;

    public string Text => text.Text;

    public bool HasErrors => count > 0;

    /// <summary>Nothing more is worth reading.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Reports; a second mistake at one place is taken for a consequence of the first.</summary>
    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments) => Report(null, descriptor, span, arguments);

    /// <summary>Reports with a hint.</summary>
    public void Report(BilingualText? hint, DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments)
    {
        if (IsOver || span.Start == lastStart)
            return;
        lastStart = span.Start;
        IsOver = ++count >= MostErrors;
        bag.Report(text.Problem(descriptor, span, arguments).WithSuggestion(hint));
    }

    /// <summary>Reports what makes all the rest pointless.</summary>
    public void Stop(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments)
    {
        if (!IsOver)
            bag.Report(text.Problem(descriptor, span, arguments));
        count++;
        IsOver = true;
    }
}
