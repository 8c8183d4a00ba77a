using System.Collections.Immutable;
using System.Text;

namespace Tthc.Text.Json.Syntax;

/// <summary>The value of a string while it is read; a builder is needed only once an escape is met.</summary>
internal sealed class StringValue
{
    private readonly string text;
    private readonly int start;
    private readonly ImmutableArray<OffsetPair>.Builder escapes = ImmutableArray.CreateBuilder<OffsetPair>();
    private StringBuilder? builder;
    private int length;
    private int lastEscapeEnd;

    public StringValue(string text, int start)
    {
        this.text = text;
        this.start = start;
        lastEscapeEnd = start;
        Position = start;
    }

    public int Position { get; private set; }

    public ImmutableArray<OffsetPair> Escapes => escapes.ToImmutable();

    public void TakeText(int count)
    {
        builder?.Append(text, Position, count);
        length += count;
        Position += count;
    }

    /// <summary>Takes <paramref name="sourceLength"/> characters of source that stand for one of value.</summary>
    public void TakeEscape(int sourceLength, char meaning)
    {
        builder ??= new StringBuilder(text, start, length, Math.Max(16, length * 2));
        builder.Append(meaning);
        length++;
        Position += sourceLength;
        lastEscapeEnd = Position;
        escapes.Add(new OffsetPair(length, Position));
    }

    /// <summary>Gives back the text from a source offset on, unless an escape stands there.</summary>
    public bool DropFrom(int sourceOffset)
    {
        if (sourceOffset < lastEscapeEnd)
            return false;
        var dropped = Position - sourceOffset;
        length -= dropped;
        Position = sourceOffset;
        if (builder is not null)
            builder.Length -= dropped;
        return true;
    }

    public override string ToString() => builder?.ToString() ?? text.Substring(start, length);
}
