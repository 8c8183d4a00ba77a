using System.Globalization;

namespace Tthc.Text.Json.Syntax;

/// <summary>Reads one escape of a string.</summary>
internal static class JsonEscape
{
    private const int UnicodeLength = 6;

    /// <summary>Reads the escape at the position of <paramref name="value"/>; always takes at least the backslash.</summary>
    public static void Read(JsonReading reading, StringValue value)
    {
        var text = reading.Source.Text;
        var at = value.Position;
        var kind = at + 1 < text.Length ? text[at + 1] : '\n';
        if (kind == 'u')
        {
            ReadUnicode(reading, value);
            return;
        }
        if (Meaning(kind) is { } meaning)
        {
            value.TakeEscape(2, meaning);
            return;
        }
        // The backslash is kept as text: "C:\Du-lieu" then still reads as what was meant.
        var length = kind is '\r' or '\n' ? 1 : 2;
        reading.Report(JsonDiagnostics.InvalidEscape, new TextSpan(at, length), JsonWords.Quoted(text.Substring(at, length)));
        value.TakeText(1);
    }

    private static char? Meaning(char kind) => kind switch
    {
        '"' or '\\' or '/' => kind,
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => null,
    };

    private static void ReadUnicode(JsonReading reading, StringValue value)
    {
        var text = reading.Source.Text;
        var at = value.Position;
        if (CodeUnit(text, at) is not { } unit)
        {
            var span = TextSpan.FromBounds(at, Math.Min(text.Length, at + 2));
            reading.Report(JsonDiagnostics.InvalidEscape, span, JsonWords.Quoted(reading.Source.Slice(span)));
            value.TakeText(1);
            return;
        }
        if (CodeUnit(text, at + UnicodeLength) is { } second && char.IsSurrogatePair(unit, second))
        {
            value.TakeEscape(UnicodeLength, unit);
            value.TakeEscape(UnicodeLength, second);
            return;
        }
        value.TakeEscape(UnicodeLength, Checked(reading, new TextSpan(at, UnicodeLength), unit));
    }

    private static char Checked(JsonReading reading, TextSpan span, char unit)
    {
        if (VisibleText.IsBidirectionalControl(unit))
            reading.Report(JsonDiagnostics.Bidirectional, span, CharacterCheck.Name(unit));
        if (char.IsSurrogate(unit))
            reading.Report(JsonDiagnostics.LoneSurrogate, span, CharacterCheck.Name(unit));
        else if (unit == '\0')
            reading.Report(JsonDiagnostics.Nul, span);
        else
            return unit;
        return '\uFFFD';
    }

    private static char? CodeUnit(string text, int at) =>
        at + UnicodeLength <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
        && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
