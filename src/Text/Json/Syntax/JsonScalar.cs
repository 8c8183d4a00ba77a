namespace Tthc.Text.Json.Syntax;

/// <summary>Numbers and words, with what people write in their place.</summary>
internal static class JsonScalar
{
    private static readonly string[] Words = ["true", "false", "null"];

    public static JsonNode Number(JsonReading reading, TextSpan span)
    {
        var text = reading.Source.Slice(span);
        var location = reading.Source.At(span);
        if (IsNumber(text))
            return new JsonNumber(location, text);
        reading.Report(JsonDiagnostics.InvalidNumber, span, JsonWords.Quoted(text));
        return new JsonInvalid(location);
    }

    public static JsonNode Word(JsonReading reading, TextSpan span)
    {
        var text = reading.Source.Slice(span);
        var location = reading.Source.At(span);
        switch (text)
        {
            case "true" or "false":
                return new JsonBoolean(location, text == "true");
            case "null":
                return new JsonNull(location);
            default:
                reading.Report(reading.Make(JsonDiagnostics.UnknownWord, span, JsonWords.Quoted(text))
                    .WithNearest(NameSuggestion.Nearest(text, Words)));
                return new JsonInvalid(location);
        }
    }

    public static JsonString UnquotedName(JsonReading reading, TextSpan span)
    {
        var text = reading.Source.Slice(span);
        reading.Report(JsonDiagnostics.UnquotedName, span, JsonWords.Quoted(text));
        return new JsonString(reading.Source.At(span), text, span.Start, []);
    }

    /// <summary>The span of <c>0,5</c> where only <c>0.5</c> can have been meant: a name never begins with a digit.</summary>
    public static TextSpan? DecimalComma(JsonReading reading, JsonNumber number)
    {
        var text = reading.Source.Text;
        var end = number.Span.End;
        if (end + 1 >= text.Length || text[end] != ',' || !char.IsAsciiDigit(text[end + 1]) || number.Text.Contains('.', StringComparison.Ordinal))
            return null;
        end++;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        var span = TextSpan.FromBounds(number.Span.Start, end);
        var written = reading.Source.Slice(span);
        reading.Report(reading.Make(JsonDiagnostics.DecimalComma, span, JsonWords.Quoted(written))
            .WithNearest(VisibleText.Of(written.Replace(',', '.'), 40)));
        return span;
    }

    // The grammar of RFC 8259: no plus sign, no leading zeros, digits on both sides of the point.
    private static bool IsNumber(string text)
    {
        var at = text[0] == '-' ? 1 : 0;
        var whole = Digits(text, ref at);
        if (whole == 0 || (whole > 1 && text[at - whole] == '0'))
            return false;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (Digits(text, ref at) == 0)
                return false;
        }
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-')
                at++;
            if (Digits(text, ref at) == 0)
                return false;
        }
        return at == text.Length;
    }

    private static int Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at - start;
    }
}
