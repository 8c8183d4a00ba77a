using System.Buffers;

namespace Tthc.Text.Json.Syntax;

/// <summary>Reads one string: escapes, the quotes of word processors, and strings that nobody closed.</summary>
internal sealed class JsonStringScanner(JsonReading reading)
{
    private static readonly SearchValues<char> Straight = Stops("\"");
    private static readonly SearchValues<char> Single = Stops("'’‘");
    private static readonly SearchValues<char> Curly = Stops("\"“”");

    private readonly string text = reading.Source.Text;

    public static bool IsQuote(char c) => c is '"' or '\'' or '“' or '”' or '„' or '‘' or '’';

    /// <summary>The string whose opening quote is at <paramref name="start"/>.</summary>
    public JsonString Scan(int start)
    {
        var stops = StopsFor(start);
        var value = new StringValue(text, start + 1);
        while (true)
        {
            var step = text.AsSpan(value.Position).IndexOfAny(stops);
            value.TakeText(step < 0 ? text.Length - value.Position : step);
            if (step < 0 || text[value.Position] is '\r' or '\n')
                return Unclosed(start, value);
            if (text[value.Position] == '\\')
                JsonEscape.Read(reading, value);
            else if (text[value.Position] < ' ')
                ControlCharacter(value);
            else
                return Finish(start, value, value.Position + 1);
        }
    }

    private SearchValues<char> StopsFor(int start)
    {
        if (text[start] == '"')
            return Straight;
        reading.Report(JsonDiagnostics.WrongQuote, new TextSpan(start, 1), text[start].ToString());
        return text[start] is '\'' or '‘' or '’' ? Single : Curly;
    }

    private void ControlCharacter(StringValue value)
    {
        var c = text[value.Position];
        if (c != '\0') // already reported by the look over the raw text
            reading.Report(JsonDiagnostics.ControlCharacter, new TextSpan(value.Position, 1), CharacterCheck.Name(c));
        value.TakeText(1);
    }

    private JsonString Unclosed(int start, StringValue value)
    {
        // `"code": "1.01234,` at the end of a line: the comma was meant for the list, not for the string.
        var end = value.Position;
        while (end > start + 1 && text[end - 1] is ' ' or '\t')
            end--;
        if (end > start + 1 && text[end - 1] == ',' && value.DropFrom(end - 1))
            end--;
        else
            end = value.Position;
        reading.Report(JsonDiagnostics.UnclosedString, TextSpan.FromBounds(start, end));
        return Finish(start, value, end);
    }

    private JsonString Finish(int start, StringValue value, int end)
    {
        var span = TextSpan.FromBounds(start, end);
        var content = value.ToString();
        if (reading.HasForbiddenCharacters)
            content = WithoutForbidden(content);
        if (content.Length > reading.Options.MaxStringLength)
            reading.Report(JsonDiagnostics.StringTooLong, span, content.Length, reading.Options.MaxStringLength);
        return new JsonString(reading.Source.At(span), content, start + 1, value.Escapes);
    }

    // One character for one, so that the map of offsets stays true.
    private static string WithoutForbidden(string content) => string.Create(content.Length, content, static (target, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            var paired = (i + 1 < from.Length && char.IsSurrogatePair(from[i], from[i + 1]))
                || (i > 0 && char.IsSurrogatePair(from[i - 1], from[i]));
            target[i] = from[i] == '\0' || (char.IsSurrogate(from[i]) && !paired) ? '\uFFFD' : from[i];
        }
    });

    private static SearchValues<char> Stops(string quotes) =>
        SearchValues.Create([.. quotes, '\\', .. Enumerable.Range(0, ' ').Select(i => (char)i)]);
}
