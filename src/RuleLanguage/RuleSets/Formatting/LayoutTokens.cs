namespace Tthc.RuleLanguage.RuleSets.Formatting;

/// <summary>The tokens of a well-formed text, comments among them.</summary>
/// <param name="text">The text.</param>
internal sealed class LayoutTokens(string text)
{
    private int _position;

    /// <summary>The next token; its text is empty at the end.</summary>
    public LayoutToken Next()
    {
        var lines = 0;
        while (_position < text.Length && IsBlank(text[_position]))
            lines += text[_position++] == '\n' ? 1 : 0;
        if (_position >= text.Length)
            return new LayoutToken("", lines);
        var start = _position;
        _position = End(start);
        return new LayoutToken(text[start.._position], lines);
    }

    private int End(int start) => text[start] switch
    {
        '{' or '}' or '[' or ']' or ',' or ':' => start + 1,
        '"' => EndOfString(start + 1),
        '/' when text[start + 1] == '/' => text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var length ? start + length : text.Length,
        '/' => text.IndexOf("*/", start + 2, StringComparison.Ordinal) + 2,
        _ => EndOfWord(start),
    };

    private int EndOfString(int at)
    {
        while (text[at] != '"')
            at += text[at] == '\\' ? 2 : 1;
        return at + 1;
    }

    private int EndOfWord(int at)
    {
        while (at < text.Length && !IsBlank(text[at]) && text[at] is not ('{' or '}' or '[' or ']' or ',' or ':' or '"' or '/'))
            at++;
        return at;
    }

    // Marks that reorder text are warned about by the reader and do not belong between tokens.
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\0' || Text.VisibleText.IsBidirectionalControl(c);
}

/// <summary>A token.</summary>
/// <param name="Text">As written; empty at the end of the text.</param>
/// <param name="LinesBefore">How many line ends stand before it.</param>
internal readonly record struct LayoutToken(string Text, int LinesBefore)
{
    public bool IsComment => Text.StartsWith("//", StringComparison.Ordinal) || Text.StartsWith("/*", StringComparison.Ordinal);
}
