using System.Globalization;
using Tthc.Text;

namespace Tthc.RuleLanguage.Syntax.Lexing;

/// <summary>Cuts an expression into tokens; what it cannot read it reports and hands on as a bad token.</summary>
internal sealed class ExpressionLexer(SyntaxReport report)
{
    private readonly string text = report.Text;
    private readonly List<Token> tokens = [];
    private int at;

    /// <summary>All tokens, the end last.</summary>
    public static List<Token> Read(SyntaxReport report)
    {
        var lexer = new ExpressionLexer(report);
        while (lexer.at < lexer.text.Length && !report.IsOver)
            lexer.ReadOne();
        lexer.Add(new Token(TokenKind.End, new TextSpan(report.Text.Length, 0), ""));
        return lexer.tokens;
    }

    private char Next => at + 1 < text.Length ? text[at + 1] : '\0';

    private void ReadOne()
    {
        var c = text[at];
        if (char.IsWhiteSpace(c))
            at++;
        else if (IsNameStart(c))
            Name(at, TokenKind.Name);
        else if (c == '@' && IsNameStart(Next))
            Name(at + 1, TokenKind.EscapedName);
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Next)))
            Number();
        else if (TextScanner.IsQuote(c))
            Quoted();
        else if (c is '@' or '$' && TextScanner.IsQuote(Next))
            Prefix();
        else if (c == '/' && Next is '/' or '*')
            Comment();
        else if (Symbols.At(text, at) is { } symbol)
            Add(Symbols.TokenOf(symbol, new TextSpan(at, symbol.Length)));
        else
            Strange(c);
    }

    private void Add(Token token)
    {
        tokens.Add(token);
        at = token.Span.End;
    }

    private static bool IsNameStart(char c) => c == '_' || char.IsLetter(c);

    private static bool IsNamePart(char c) =>
        IsNameStart(c) || char.IsAsciiDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private void Name(int start, TokenKind kind)
    {
        var end = start + 1;
        while (end < text.Length && IsNamePart(text[end]))
            end++;
        var name = text[start..end];
        if (LookAlikes.FirstIn(name) is var index and >= 0)
            report.Report(SpellingDiagnostics.LookAlikeLetter, new TextSpan(start + index, 1), name, Shown(name[index]), $"'{LookAlikes.LatinOf(name[index])}'");
        Add(new Token(kind, TextSpan.FromBounds(at, end), name));
    }

    private void Number()
    {
        var end = NumberExtent.EndOf(text, at);
        var touches = tokens is [.., var last] && last.Span.End == at;
        if (text[at] == '.' && touches && tokens[^1].Kind != TokenKind.Operator && tokens[^1].Kind != TokenKind.OpenParenthesis)
        {
            // `a.5`, `1.5.5`: a point that goes on with what stands before it.
            Add(new Token(TokenKind.Dot, new TextSpan(at, 1), "."));
            return;
        }
        var span = TextSpan.FromBounds(at, end);
        if (text[at] == '.')
            report.Report(SpellingDiagnostics.LeadingPoint, span, text[at..end]);
        Add(new Token(text[at] == '.' ? TokenKind.Bad : TokenKind.Number, span, text[at..end]));
    }

    private void Quoted() => Add(new TextScanner(report).Scan(at));

    private void Prefix()
    {
        report.Report(SpellingDiagnostics.TextPrefix, new TextSpan(at, 1), text[at].ToString());
        at++;
    }

    private void Comment()
    {
        var isLine = Next == '/';
        var length = isLine ? text.AsSpan(at).IndexOfAny('\r', '\n') : text.AsSpan(at + 2).IndexOf("*/", StringComparison.Ordinal);
        var end = length < 0 ? text.Length : at + length + (isLine ? 0 : 4);
        report.Report(SpellingDiagnostics.Comment, TextSpan.FromBounds(at, end));
        at = end;
    }

    /// <summary>Neither a letter nor a symbol: a twin of a symbol, something hidden, half a character, or any other.</summary>
    private void Strange(char c)
    {
        var isPair = char.IsHighSurrogate(c) && char.IsLowSurrogate(Next);
        var span = new TextSpan(at, isPair ? 2 : 1);
        if (LookAlikes.SignOf(c) is { } sign)
        {
            report.Report(OperatorWords.Use(sign), SpellingDiagnostics.LookAlike, span, Shown(c), $"'{sign}'");
            Add(Plain(sign, span));
            return;
        }
        if (char.IsSurrogate(c) && !isPair)
            report.Report(SpellingDiagnostics.LoneSurrogate, span, CodePoint(c));
        else if (char.IsControl(c))
            report.Report(SpellingDiagnostics.Control, span, CodePoint(c));
        else if (!isPair && (VisibleText.IsHidden(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark))
            report.Report(SpellingDiagnostics.Hidden, span, CodePoint(c));
        else
            report.Report(SpellingDiagnostics.UnknownCharacter, span, $"'{text.Substring(span.Start, span.Length)}'");
        Add(new Token(TokenKind.Bad, span, ""));
    }

    private static Token Plain(string sign, TextSpan span) => sign == "in"
        ? new Token(TokenKind.Name, span, sign)
        : Symbols.At(sign, 0) is { } symbol && symbol.Length == sign.Length ? Symbols.TokenOf(symbol, span) : new Token(TokenKind.Bad, span, "");

    private static string Shown(char c) => $"'{c}' ({CodePoint(c)})";

    internal static string CodePoint(char c) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)c:X4}");
}
