using System.Globalization;
using System.Text;
using Tthc.Text;

namespace Tthc.RuleLanguage.Syntax.Lexing;

/// <summary>Reads a text or character between quotes, as far as its quotes go even when they are the wrong ones.</summary>
internal sealed class TextScanner(SyntaxReport report)
{
    private readonly string text = report.Text;
    private readonly StringBuilder value = new();
    private int at;

    public static bool IsQuote(char c) => c is '"' or '\'' or '“' or '”' or '„' or '‟' or '‘' or '’' or '«' or '»' or '＂' or '＇';

    /// <summary>The constant whose opening quote is at <paramref name="start"/>.</summary>
    public Token Scan(int start)
    {
        var open = text[start];
        var isSingle = open is '\'' or '‘' or '’' or '＇';
        if (open is not ('"' or '\''))
            report.Report(SpellingDiagnostics.WrongQuote, new TextSpan(start, 1), $"{open}");
        at = start + 1;
        while (at < text.Length && !Closes(open, text[at]))
            One();
        var isClosed = at < text.Length;
        var span = TextSpan.FromBounds(start, isClosed ? at + 1 : at);
        if (!isClosed)
            report.Report(SpellingDiagnostics.UnclosedText, span, open is '"' or '\'' ? $"{open}" : "\"");
        return Finish(span, isSingle && open == '\'' && isClosed);
    }

    private static bool Closes(char open, char c) => open switch
    {
        '"' or '\'' => c == open,
        '‘' or '’' or '＇' => c is '\'' or '‘' or '’' or '＇',
        _ => c != '\'' && c != '‘' && c != '’' && c != '＇' && IsQuote(c),
    };

    private void One()
    {
        var c = text[at];
        if (c == '\\')
        {
            Escape();
            return;
        }
        if (char.IsControl(c) && c is not ('\t' or '\r' or '\n'))
            report.Report(SpellingDiagnostics.Control, new TextSpan(at, 1), ExpressionLexer.CodePoint(c));
        value.Append(c);
        at++;
    }

    private void Escape()
    {
        var kind = at + 1 < text.Length ? text[at + 1] : '\0';
        var digits = kind switch { 'u' => 4, 'x' => 2, _ => 0 };
        if (digits > 0 && at + 2 + digits <= text.Length
            && ushort.TryParse(text.AsSpan(at + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            value.Append((char)unit);
            at += 2 + digits;
            return;
        }
        if (Meaning(kind) is { } meaning)
        {
            value.Append(meaning);
            at += 2;
            return;
        }
        var span = new TextSpan(at, Math.Min(2, text.Length - at));
        report.Report(SpellingDiagnostics.InvalidEscape, span, $"'{text.AsSpan(span.Start, span.Length)}'");
        value.Append('\\');
        at++;
    }

    private static char? Meaning(char kind) => kind switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'a' => '\a',
        'b' => '\b',
        'f' => '\f',
        'v' => '\v',
        'e' => '\e',
        _ when char.IsAsciiLetterOrDigit(kind) || kind is '_' or < ' ' || char.IsSurrogate(kind) => null,
        _ => kind,
    };

    private Token Finish(TextSpan span, bool isCharacter)
    {
        var content = value.ToString();
        if (content.Contains('\0', StringComparison.Ordinal))
            report.Report(SpellingDiagnostics.Control, span, ExpressionLexer.CodePoint('\0'));
        else if (LoneSurrogateIn(content) is { } half)
            report.Report(SpellingDiagnostics.LoneSurrogate, span, ExpressionLexer.CodePoint(half));
        if (isCharacter && content.Length == 1)
            return new Token(TokenKind.Constant, span, "", content[0]);
        if (isCharacter)
            report.Report(SpellingDiagnostics.CharacterLength, span, content.Length);
        return new Token(TokenKind.Constant, span, "", content);
    }

    private static char? LoneSurrogateIn(string content)
    {
        for (var i = 0; i < content.Length; i++)
        {
            if (i + 1 < content.Length && char.IsSurrogatePair(content[i], content[i + 1]))
                i++;
            else if (char.IsSurrogate(content[i]))
                return content[i];
        }
        return null;
    }
}
