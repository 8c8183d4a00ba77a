using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace Tthc.Text;

/// <summary>Bytes turned into text, with what was wrong about them.</summary>
/// <param name="Text">The text without a byte order mark.</param>
/// <param name="InvalidOffsets">Where U+FFFD was put for undecodable bytes.</param>
/// <param name="WasUtf16">The bytes carried a UTF-16 byte order mark.</param>
public sealed record DecodedText(string Text, ImmutableArray<int> InvalidOffsets, bool WasUtf16)
{
    /// <summary>No more offsets than this are kept: a picture saved as JSON would list one a byte.</summary>
    public const int MaxInvalidOffsets = 100;

    /// <summary>Decodes UTF-8, or UTF-16 where the byte order mark says so; never fails.</summary>
    public static DecodedText From(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith([(byte)0xFF, (byte)0xFE]))
            return new DecodedText(Encoding.Unicode.GetString(bytes[2..]), [], WasUtf16: true);
        if (bytes.StartsWith([(byte)0xFE, (byte)0xFF]))
            return new DecodedText(Encoding.BigEndianUnicode.GetString(bytes[2..]), [], WasUtf16: true);
        if (bytes.StartsWith([(byte)0xEF, (byte)0xBB, (byte)0xBF]))
            bytes = bytes[3..];
        return Utf8.IsValid(bytes)
            ? new DecodedText(Encoding.UTF8.GetString(bytes), [], WasUtf16: false)
            : DecodeDamaged(bytes);
    }

    private static DecodedText DecodeDamaged(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var invalid = ImmutableArray.CreateBuilder<int>();
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var consumed);
            if (status != System.Buffers.OperationStatus.Done && invalid.Count < MaxInvalidOffsets)
                invalid.Add(text.Length);
            text.Append(rune.ToString());
            bytes = bytes[consumed..];
        }
        return new DecodedText(text.ToString(), invalid.ToImmutable(), WasUtf16: false);
    }
}
