using System.Buffers;
using System.Globalization;

namespace Tthc.Text.Json.Syntax;

/// <summary>
/// Looks over the raw text for characters that are wrong wherever they stand, comments included: a comment that
/// reorders the text around it deceives whoever approves the file.
/// </summary>
internal static class CharacterCheck
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(i => (char)i)
            .Where(c => c == '\0' || char.IsSurrogate(c) || VisibleText.IsBidirectionalControl(c))]);

    public static void Run(JsonReading reading)
    {
        ReportEncoding(reading);
        var text = reading.Source.Text;
        for (var at = 0; ; at++)
        {
            var step = text.AsSpan(at).IndexOfAny(Suspects);
            if (step < 0)
                return;
            at += step;
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
                at++;
            else
                Report(reading, at, text[at]);
        }
    }

    /// <summary><c>U+202E</c> and the like.</summary>
    public static string Name(char c) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)c:X4}");

    private static void ReportEncoding(JsonReading reading)
    {
        if (reading.Source.WasUtf16)
            reading.Report(JsonDiagnostics.Utf16, new TextSpan(0, 0));
        foreach (var offset in reading.Source.InvalidOffsets)
            reading.Report(JsonDiagnostics.InvalidUtf8, new TextSpan(offset, 1));
    }

    private static void Report(JsonReading reading, int at, char c)
    {
        var span = new TextSpan(at, 1);
        if (VisibleText.IsBidirectionalControl(c))
        {
            reading.Report(JsonDiagnostics.Bidirectional, span, Name(c));
            return;
        }
        reading.HasForbiddenCharacters = true;
        if (c == '\0')
            reading.Report(JsonDiagnostics.Nul, span);
        else
            reading.Report(JsonDiagnostics.LoneSurrogate, span, Name(c));
    }
}
