using Tthc.RuleLanguage.Syntax.Lexing;
using Tthc.RuleLanguage.Syntax.Parsing;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Syntax;

/// <summary>Reads expressions.</summary>
public static class ExpressionParser
{
    /// <summary>
    /// The tree of an expression, or null when anything is wrong with it. Everything wrong is reported at its place, up to a fixed number of errors; no
    /// text, however hostile, makes it throw or recurse deeper than the limits.
    /// </summary>
    /// <param name="text">The expression.</param>
    /// <param name="bag">Where mistakes are reported.</param>
    /// <param name="limits">How long, deep and large it may be; the usual limits unless given.</param>
    public static ExpressionSyntax? Parse(ExpressionText text, DiagnosticBag bag, LanguageLimits? limits = null)
    {
        limits ??= LanguageLimits.Default;
        var report = new SyntaxReport(text, bag);
        if (text.Text.Length > limits.SourceLength)
        {
            report.Stop(SyntaxDiagnostics.TooLong, new TextSpan(0, 0), text.Text.Length, limits.SourceLength);
            return null;
        }
        var tokens = new TokenCursor(ExpressionLexer.Read(report), report);
        if (tokens.Current.Kind == TokenKind.End && !report.HasErrors)
        {
            report.Stop(SyntaxDiagnostics.Empty, new TextSpan(0, text.Text.Length));
            return null;
        }
        var root = new OperatorParser(tokens, report, limits).Whole();
        if (!report.HasErrors)
            TreeBounds.Check(root, limits, report);
        return report.HasErrors ? null : root;
    }
}
