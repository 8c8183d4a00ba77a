using System.Globalization;

namespace Tthc.Text.Json.Syntax;

/// <summary>
/// Cuts the text into tokens. What is no token is reported and passed over, so that the parser sees tokens only.
/// Looks ahead one token at most, and only when asked: the path of a diagnostic is then the one being read.
/// </summary>
internal sealed class JsonScanner(JsonReading reading)
{
    private readonly SourceText source = reading.Source;
    private readonly string text = reading.Source.Text;
    private readonly JsonTrivia trivia = new(reading);
    private readonly JsonStringScanner strings = new(reading);
    private JsonToken? ahead;

    /// <summary>Offset after the last token taken or looked at.</summary>
    public int Position { get; private set; }

    public JsonToken Peek() => ahead ??= Scan();

    public JsonToken Next()
    {
        var token = Peek();
        ahead = null;
        return token;
    }

    /// <summary>Goes on from another place, further on; forgets a token looked at.</summary>
    public void SkipTo(int position)
    {
        Position = position;
        ahead = null;
    }

    private JsonToken Scan()
    {
        while (true)
        {
            Position = trivia.Skip(Position);
            if (Position >= text.Length)
                return new JsonToken(JsonTokenKind.End, new TextSpan(text.Length, 0));
            if (TryScan(text[Position]) is { } token)
            {
                Position = token.Span.End;
                return token;
            }
            SkipUnexpected();
        }
    }

    private JsonToken? TryScan(char c) => c switch
    {
        '{' => Single(JsonTokenKind.OpenBrace),
        '}' => Single(JsonTokenKind.CloseBrace),
        '[' => Single(JsonTokenKind.OpenBracket),
        ']' => Single(JsonTokenKind.CloseBracket),
        ',' => Single(JsonTokenKind.Comma),
        ':' => Single(JsonTokenKind.Colon),
        ';' => InPlaceOf(JsonTokenKind.Comma, ","),
        '=' => InPlaceOf(JsonTokenKind.Colon, ":"),
        '-' or '+' or '.' or (>= '0' and <= '9') => Run(JsonTokenKind.Number, IsNumberPart),
        _ when JsonStringScanner.IsQuote(c) => StringToken(),
        _ when char.IsLetter(c) || c is '_' or '$' => Run(JsonTokenKind.Word, IsWordPart),
        _ => null,
    };

    private JsonToken Single(JsonTokenKind kind) => new(kind, new TextSpan(Position, 1));

    private JsonToken InPlaceOf(JsonTokenKind kind, string meant)
    {
        var token = Single(kind);
        reading.Report(reading.Make(JsonDiagnostics.Unexpected, token.Span, token.Describe(source)).WithNearest(meant));
        return token;
    }

    private JsonToken StringToken()
    {
        var node = strings.Scan(Position);
        return new JsonToken(JsonTokenKind.String, node.Span, node);
    }

    private JsonToken Run(JsonTokenKind kind, Func<char, bool> isPart)
    {
        var end = Position + 1;
        while (end < text.Length && isPart(text[end]))
            end++;
        return new JsonToken(kind, TextSpan.FromBounds(Position, end));
    }

    private void SkipUnexpected()
    {
        // The first is unexpected whatever IsUnexpected thinks of it: nothing could be made of it, and the scan must go on.
        var start = Position++;
        while (Position < text.Length && IsUnexpected(text[Position]))
            Position++;
        var span = TextSpan.FromBounds(start, Position);
        reading.Report(JsonDiagnostics.Unexpected, span, JsonWords.Quoted(source.Slice(span)));
    }

    private bool IsUnexpected(char c) =>
        !trivia.IsSkippable(c) && !JsonStringScanner.IsQuote(c) && !char.IsLetter(c) && !char.IsAsciiDigit(c)
        && c is not ('{' or '}' or '[' or ']' or ',' or ':' or ';' or '=' or '-' or '+' or '.' or '_' or '$')
        // A slash is unexpected only where it begins no comment, which the first character of the run has shown.
        && (c != '/' || !trivia.BeginsComment(Position));

    private static bool IsNumberPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.' or '_';

    private static bool IsWordPart(char c) =>
        char.IsLetterOrDigit(c) || c is '_' or '$' or '-' or '.'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
