using System.Collections.Immutable;
using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.RuleSets.Compiling;
using Tthc.RuleLanguage.Syntax;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage.RuleSets.Tables;

/// <summary>
/// Reads the short forms of cells. What stands around the operands is blanked out before they are parsed, so that every place in an operand is its place in the cell.
/// </summary>
/// <param name="scope">Names visible to the cells, the inputs among them.</param>
internal sealed class CellBinder(RuleScope scope)
{
    private static readonly (string Sign, BinaryOperator Operator)[] s_signs =
    [
        (">=", BinaryOperator.GreaterOrEqual), ("<=", BinaryOperator.LessOrEqual), ("!=", BinaryOperator.NotEqual), ("==", BinaryOperator.Equal),
        ("<>", BinaryOperator.NotEqual), (">", BinaryOperator.Greater), ("<", BinaryOperator.Less), ("=", BinaryOperator.Equal),
    ];

    /// <summary>Where problems go.</summary>
    public DiagnosticBag Bag => scope.Bag;

    /// <summary>The condition of a cell; null: any value, or reported.</summary>
    public BoundExpression? Bind(Located<string> cell, Variable input)
    {
        if (cell.Value.Trim() == "-")
            return null;
        var syntax = Syntax(cell, new NameSyntax(default, input.Name));
        return syntax is null ? null : scope.Condition(ExpressionText.From(cell), syntax);
    }

    private ExpressionSyntax? Syntax(Located<string> cell, NameSyntax input)
    {
        var text = cell.Value;
        var start = text.Length - text.TrimStart().Length;
        foreach (var (sign, operation) in s_signs)
        {
            if (text.AsSpan(start).StartsWith(sign, StringComparison.Ordinal))
                return Compared(cell, input, operation, new TextSpan(start, sign.Length));
        }
        if (Listed(text, start) is { } list)
            return In(cell, input, list);
        if (text.IndexOf("..", StringComparison.Ordinal) is > 0 and var dots && !text.Contains('"', StringComparison.Ordinal))
            return Between(cell, input, dots);
        return Operand(cell, TextSpan.FromBounds(0, text.Length)) is { } value ? new BinarySyntax(value.Span, BinaryOperator.Equal, value.Span, input, value) : null;
    }

    private BinarySyntax? Compared(Located<string> cell, NameSyntax input, BinaryOperator operation, TextSpan sign) =>
        Operand(cell, TextSpan.FromBounds(sign.End, cell.Value.Length)) is { } operand
            ? new BinarySyntax(sign.Cover(operand.Span), operation, sign, input, operand)
            : null;

    private BinarySyntax? Between(Located<string> cell, NameSyntax input, int dots)
    {
        var (low, high) = (Operand(cell, TextSpan.FromBounds(0, dots)), Operand(cell, TextSpan.FromBounds(dots + 2, cell.Value.Length)));
        if (low is null || high is null)
            return null;
        var (span, sign) = (low.Span.Cover(high.Span), new TextSpan(dots, 2));
        return new BinarySyntax(span, BinaryOperator.And, sign,
            new BinarySyntax(span, BinaryOperator.GreaterOrEqual, sign, input, low), new BinarySyntax(span, BinaryOperator.LessOrEqual, sign, input, high));
    }

    private InSyntax? In(Located<string> cell, NameSyntax input, (TextSpan Inside, bool IsNegated) list)
    {
        var candidates = Commas(cell.Value, list.Inside).Select(part => Operand(cell, part)).ToImmutableArray();
        return candidates.Contains(null) ? null : new InSyntax(new TextSpan(0, cell.Value.Length), input, [.. candidates.OfType<ExpressionSyntax>()], list.IsNegated);
    }

    private ExpressionSyntax? Operand(Located<string> cell, TextSpan span)
    {
        var text = cell.Value;
        if (string.IsNullOrWhiteSpace(text[span.Start..span.End]))
        {
            scope.Bag.Report(cell.Problem(TableDiagnostics.Cell, text));
            return null;
        }
        var blanked = text[span.Start..span.End].PadLeft(span.End).PadRight(text.Length);
        return ExpressionParser.Parse(ExpressionText.From(cell.With(blanked)), scope.Bag, scope.Options.Limits);
    }

    private static (TextSpan Inside, bool IsNegated)? Listed(string text, int start)
    {
        var rest = text[start..].TrimEnd();
        var negated = rest.StartsWith("not", StringComparison.OrdinalIgnoreCase) && rest.Length > 3 && char.IsWhiteSpace(rest[3]);
        var at = negated ? 3 + (rest[3..].Length - rest[3..].TrimStart().Length) : 0;
        if (!rest.AsSpan(at).StartsWith("in", StringComparison.OrdinalIgnoreCase) || !rest.EndsWith(')'))
            return null;
        var open = rest.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !string.IsNullOrWhiteSpace(rest[(at + 2)..open]))
            return null;
        return (TextSpan.FromBounds(start + open + 1, start + rest.Length - 1), negated);
    }

    /// <summary>The parts between commas that stand neither in a text nor in brackets.</summary>
    private static IEnumerable<TextSpan> Commas(string text, TextSpan inside)
    {
        var (from, depth, quote) = (inside.Start, 0, '\0');
        for (var i = inside.Start; i < inside.End; i++)
        {
            var c = text[i];
            if (quote != '\0')
                (quote, i) = c == '\\' ? (quote, i + 1) : (c == quote ? '\0' : quote, i);
            else if (c is '"' or '\'')
                quote = c;
            else if (c is '(' or '[' or ')' or ']')
                depth += c is '(' or '[' ? 1 : -1;
            else if (c == ',' && depth == 0)
            {
                yield return TextSpan.FromBounds(from, i);
                from = i + 1;
            }
        }
        yield return TextSpan.FromBounds(from, inside.End);
    }
}
