using System.Collections.Immutable;
using System.Text;

namespace Tthc.Text;

/// <summary>A text with its path and its lines; immutable. Offsets are UTF-16 code units after a byte order mark, if any.</summary>
public sealed class SourceText
{
    private readonly ImmutableArray<int> lineStarts;

    private SourceText(string path, string text, DecodedText decoded)
    {
        Path = path;
        Text = text;
        InvalidOffsets = decoded.InvalidOffsets;
        WasUtf16 = decoded.WasUtf16;
        lineStarts = FindLineStarts(text);
    }

    /// <summary>The path shown to people; not opened, not checked.</summary>
    public string Path { get; }

    /// <summary>The whole text without its byte order mark.</summary>
    public string Text { get; }

    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => Text.Length;

    /// <summary>Number of lines; an empty text has one.</summary>
    public int LineCount => lineStarts.Length;

    /// <summary>Offsets of the U+FFFD that stand for bytes that were not UTF-8, at most <see cref="DecodedText.MaxInvalidOffsets"/>.</summary>
    public ImmutableArray<int> InvalidOffsets { get; }

    /// <summary>The bytes began with a UTF-16 byte order mark and were read as UTF-16.</summary>
    public bool WasUtf16 { get; }

    /// <summary>A text from a string. A leading U+FEFF is dropped.</summary>
    public static SourceText From(string path, string text)
    {
        var withoutMark = text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text;
        return new SourceText(path, withoutMark, new DecodedText(withoutMark, [], WasUtf16: false));
    }

    /// <summary>
    /// A text from bytes, expected to be UTF-8. Never fails: undecodable bytes become U+FFFD and are listed in
    /// <see cref="InvalidOffsets"/>; a UTF-16 byte order mark is obeyed and noted in <see cref="WasUtf16"/>.
    /// </summary>
    public static SourceText FromUtf8(string path, ReadOnlySpan<byte> bytes)
    {
        var decoded = DecodedText.From(bytes);
        return new SourceText(path, decoded.Text, decoded);
    }

    /// <summary>Line and column of an offset from 0 to <see cref="Length"/>; an offset outside is moved to the nearer end.</summary>
    public LinePosition PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, Length);
        var line = LineIndexOf(offset);
        var column = 1;
        foreach (var _ in Text.AsSpan(lineStarts[line]..offset).EnumerateRunes())
            column++;
        return new LinePosition(line + 1, column);
    }

    /// <summary>The span of a line (from 1) without its line end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public TextSpan LineSpan(int line)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(line, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(line, LineCount);
        var start = lineStarts[line - 1];
        var end = line < LineCount ? lineStarts[line] : Length;
        while (end > start && Text[end - 1] is '\n' or '\r')
            end--;
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The line number (from 1) of an offset; cheaper than <see cref="PositionOf"/>.</summary>
    public int LineOf(int offset) => LineIndexOf(Math.Clamp(offset, 0, Length)) + 1;

    /// <summary>The text of a span.</summary>
    public string Slice(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>A location in this text.</summary>
    public SourceLocation At(TextSpan span) => new(this, span);

    /// <summary>The path.</summary>
    public override string ToString() => Path;

    private int LineIndexOf(int offset)
    {
        var found = lineStarts.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }

    private static ImmutableArray<int> FindLineStarts(string text)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var at = 0; ;)
        {
            var step = text.AsSpan(at).IndexOfAny('\r', '\n');
            if (step < 0)
                return starts.ToImmutable();
            at += step;
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            starts.Add(at);
        }
    }
}
