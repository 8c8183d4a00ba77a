using System.Globalization;
using System.Text;

namespace Tthc.Text.Diagnostics;

/// <summary>The part of a source line around a span, ready to print with carets under it.</summary>
/// <param name="Line">Line number, from 1.</param>
/// <param name="Text">The line or the part of it around the span, with hidden characters replaced.</param>
/// <param name="Before">Terminal cells before the span.</param>
/// <param name="Width">Terminal cells under the span, at least 1.</param>
public sealed record SourceExcerpt(int Line, string Text, int Before, int Width)
{
    // Generous for a terminal, yet a minified file of one line does not flood it.
    private const int Context = 60;
    private const int LongestSpan = 60;

    /// <summary>Cuts the excerpt; a span over several lines is shown up to the end of its first.</summary>
    public static SourceExcerpt Of(SourceLocation location)
    {
        var source = location.Source;
        var line = source.LineOf(location.Span.Start);
        var whole = source.LineSpan(line);
        var start = Math.Clamp(location.Span.Start, whole.Start, whole.End);
        var end = Math.Clamp(location.Span.End, start, Math.Min(whole.End, start + LongestSpan));
        var from = Math.Max(whole.Start, start - Context);
        var to = Math.Min(whole.End, end + Context);
        if (from > whole.Start && char.IsLowSurrogate(source.Text[from]))
            from--;
        if (to < whole.End && char.IsLowSurrogate(source.Text[to]))
            to++;

        var text = new StringBuilder();
        var before = from > whole.Start ? Append(text, "…") : 0;
        before += Append(text, source.Text[from..start]);
        var width = Append(text, source.Text[start..end]);
        Append(text, source.Text[end..to]);
        if (to < whole.End)
            text.Append('…');
        return new SourceExcerpt(line, text.ToString(), before, Math.Max(1, width));
    }

    private static int Append(StringBuilder text, string part)
    {
        var cells = 0;
        var graphemes = StringInfo.GetTextElementEnumerator(part);
        while (graphemes.MoveNext())
        {
            var (shown, width) = Show(graphemes.GetTextElement());
            text.Append(shown);
            cells += width;
        }
        return cells;
    }

    private static (string Shown, int Width) Show(string grapheme)
    {
        if (grapheme == "\t")
            return ("    ", 4);
        if (grapheme.Any(VisibleText.IsBidirectionalControl)
            || (grapheme.Length == 1 && VisibleText.IsHidden(grapheme[0])) || grapheme == "\r\n")
            return ("\uFFFD", 1);
        return (grapheme, IsWide(Rune.GetRuneAt(grapheme, 0).Value) ? 2 : 1);
    }

    private static bool IsWide(int scalar) => scalar is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1F64F)
        or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD);
}
