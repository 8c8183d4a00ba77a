namespace Tthc.Text.Json.Syntax;

/// <summary>Passes over what stands between tokens.</summary>
internal sealed class JsonTrivia(JsonReading reading)
{
    private readonly string text = reading.Source.Text;
    private readonly bool damaged = reading.Source.InvalidOffsets.Length > 0;

    /// <summary>The offset of the next token, from <paramref name="position"/>.</summary>
    public int Skip(int position)
    {
        while (position < text.Length)
        {
            if (BeginsComment(position))
                position = SkipComment(position);
            else if (IsSkippable(text[position]))
                position = SkipBlank(position);
            else
                break;
        }
        return position;
    }

    public bool BeginsComment(int position) =>
        text[position] == '/' && position + 1 < text.Length && text[position + 1] is '/' or '*';

    /// <summary>
    /// Blank, or already reported by the look over the raw text, or a blank of word processors, which
    /// <see cref="Skip"/> reports.
    /// </summary>
    public bool IsSkippable(char c) => IsJsonBlank(c) || IsReported(c) || IsForeignBlank(c);

    private static bool IsJsonBlank(char c) => c is ' ' or '\t' or '\r' or '\n';

    private static bool IsForeignBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' or '\u00AD';

    private bool IsReported(char c) => c == '\0' || VisibleText.IsBidirectionalControl(c) || (damaged && c == '\uFFFD');

    private int SkipBlank(int position)
    {
        var start = position;
        if (IsJsonBlank(text[position]) || IsReported(text[position]))
        {
            while (position < text.Length && (IsJsonBlank(text[position]) || IsReported(text[position])))
                position++;
            return position;
        }
        while (position < text.Length && IsForeignBlank(text[position]) && !IsJsonBlank(text[position]))
            position++;
        var span = TextSpan.FromBounds(start, position);
        reading.Report(JsonDiagnostics.Unexpected, span, CharacterCheck.Name(text[start]));
        return position;
    }

    private int SkipComment(int start)
    {
        var line = text[start + 1] == '/';
        var length = line
            ? text.AsSpan(start).IndexOfAny('\r', '\n')
            : text.AsSpan(start + 2).IndexOf("*/", StringComparison.Ordinal) + 4;
        var unclosed = !line && length < 4;
        var end = length < 0 || unclosed ? text.Length : start + length;
        var span = TextSpan.FromBounds(start, end);
        if (unclosed)
            reading.Report(JsonDiagnostics.UnclosedComment, span with { Length = 2 });
        else if (reading.Options.WarnAboutComments)
            reading.Report(JsonDiagnostics.Comment, span);
        return end;
    }
}
