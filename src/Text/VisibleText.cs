using System.Globalization;
using System.Text;

namespace Tthc.Text;

/// <summary>Makes text of unknown origin safe to show on one line of a terminal or a log.</summary>
public static class VisibleText
{
    /// <summary>
    /// Whether a character hides or reorders what stands around it: the marks and embeddings of bidirectional text.
    /// </summary>
    public static bool IsBidirectionalControl(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>
    /// The text with control, bidirectional and lone surrogate characters written as <c>\uXXXX</c>, cut after
    /// <paramref name="maxLength"/> characters. Without this a file could send escape codes to a terminal.
    /// </summary>
    public static string Of(string text, int maxLength = 120)
    {
        var shown = new StringBuilder(Math.Min(text.Length, maxLength));
        var left = maxLength;
        for (var i = 0; i < text.Length; i++)
        {
            if (left-- == 0)
                return shown.Append('…').ToString();
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                shown.Append(text, i++, 2);
            else if (IsHidden(text[i]))
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:X4}");
            else
                shown.Append(text[i]);
        }
        return shown.ToString();
    }

    /// <summary>Whether <see cref="Of"/> writes this character (alone) as an escape.</summary>
    public static bool IsHidden(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || IsBidirectionalControl(c)
        || c is '\u2028' or '\u2029' or '\u200B' or '\uFEFF';
}
