using System.Collections.Immutable;
using System.Text;
using Tthc.RuleLanguage.Syntax.Printing;

namespace Tthc.RuleLanguage.Syntax;

/// <summary>Writes expressions in one canonical way: symbols instead of words, no parentheses but those that are needed.</summary>
public static class ExpressionPrinter
{
    /// <summary>
    /// The text of an expression; reading it gives the same tree again, places apart. Only for trees that the parser can make: it never gives names that
    /// are none, texts with lone surrogates, or <see cref="MissingSyntax"/>, which is written as nothing.
    /// </summary>
    public static string Print(ExpressionSyntax expression)
    {
        var output = new StringBuilder();
        new TreeWriter(output).Write(expression, Precedence.Conditional);
        return output.ToString();
    }
}
