using System.Collections.Immutable;

namespace Tthc.Text.Json;

/// <summary>A string, which knows where in the source each of its characters came from.</summary>
public sealed class JsonString : JsonNode
{
    private readonly int contentStart;
    private readonly ImmutableArray<OffsetPair> escapes;

    internal JsonString(SourceLocation location, string value, int contentStart, ImmutableArray<OffsetPair> escapes) : base(location)
    {
        Value = value;
        this.contentStart = contentStart;
        this.escapes = escapes;
    }

    /// <summary>The text, escapes resolved. Never holds NUL or a lone surrogate: both are reported and read as U+FFFD.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override BilingualText KindName => JsonWords.String;

    /// <summary>
    /// The offset in the source of the character at <paramref name="valueOffset"/> of <see cref="Value"/>; for the
    /// length of the value, the offset of the closing quote. Offsets outside are moved to the nearer end.
    /// </summary>
    public int SourceOffset(int valueOffset)
    {
        valueOffset = Math.Clamp(valueOffset, 0, Value.Length);
        var (low, high) = (0, escapes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (escapes[middle].Value <= valueOffset)
                low = middle + 1;
            else
                high = middle;
        }
        return low == 0 ? contentStart + valueOffset : escapes[low - 1].Source + valueOffset - escapes[low - 1].Value;
    }

    /// <summary>
    /// The place in the source of a stretch of <see cref="Value"/>, so that a mistake in an expression inside a JSON
    /// string is shown where it was typed.
    /// </summary>
    public SourceLocation LocationOf(TextSpan valueSpan) =>
        Location.Source.At(TextSpan.FromBounds(SourceOffset(valueSpan.Start), SourceOffset(valueSpan.End)));
}

/// <summary>The value offset just after an escape, and the source offset just after it.</summary>
internal readonly record struct OffsetPair(int Value, int Source);
