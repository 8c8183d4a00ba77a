using System.Collections.Immutable;

namespace Tthc.Text.Json.Syntax;

/// <summary>
/// Builds the tree. Recursion is bounded by <see cref="JsonReadOptions.MaxDepth"/>; what is deeper is passed over
/// without recursion. Every turn of every loop takes a token or leaves, so a text of any kind comes to an end.
/// </summary>
internal sealed class JsonParser(JsonReading reading, JsonScanner scanner)
{
    private readonly SourceText source = reading.Source;
    private readonly OpenBrackets open = new(reading, scanner);
    private int nodes;
    private bool depthReported;

    public JsonNode ParseDocument()
    {
        var first = scanner.Peek();
        if (first.Kind == JsonTokenKind.End)
        {
            reading.Report(JsonDiagnostics.Empty, new TextSpan(0, 0));
            return Invalid(first.Span);
        }
        var root = ParseValue();
        var rest = scanner.Peek();
        if (rest.Kind != JsonTokenKind.End)
            reading.Report(JsonDiagnostics.TextAfterEnd, rest.Span, rest.Describe(source));
        return root;
    }

    private JsonNode ParseValue()
    {
        var token = scanner.Peek();
        if (!token.BeginsValue)
        {
            reading.Report(JsonDiagnostics.MissingValue, token.Span, token.Describe(source));
            return Invalid(token.Span with { Length = 0 });
        }
        if (++nodes > reading.Options.MaxNodes)
            return Stop(token);
        scanner.Next();
        return token.Kind switch
        {
            JsonTokenKind.String => token.String!,
            JsonTokenKind.Number => JsonScalar.Number(reading, token.Span),
            JsonTokenKind.Word => JsonScalar.Word(reading, token.Span),
            _ when open.Depth >= reading.Options.MaxDepth => SkipTooDeep(token),
            JsonTokenKind.OpenBrace => ParseObject(token),
            _ => ParseArray(token),
        };
    }

    private JsonObject ParseObject(JsonToken brace)
    {
        var properties = ImmutableArray.CreateBuilder<JsonProperty>();
        var names = new JsonNames(reading);
        open.Push(brace);
        while (true)
        {
            if (open.TryClose() is { } end)
                return new JsonObject(source.At(TextSpan.FromBounds(brace.Span.Start, end)), properties.ToImmutable());
            if (!scanner.Peek().MayBeName)
            {
                RecoverInObject(scanner.Peek());
                continue;
            }
            var property = ParseProperty(scanner.Next());
            names.Add(property.Name);
            properties.Add(property);
            AfterElement(property.Value, static next => next.MayBeName);
        }
    }

    private JsonArray ParseArray(JsonToken bracket)
    {
        var items = ImmutableArray.CreateBuilder<JsonNode>();
        var path = reading.Path;
        open.Push(bracket);
        while (true)
        {
            if (open.TryClose() is { } end)
                return new JsonArray(source.At(TextSpan.FromBounds(bracket.Span.Start, end)), items.ToImmutable());
            if (!scanner.Peek().BeginsValue)
            {
                RecoverInArray(scanner.Next());
                continue;
            }
            reading.Path = path.Item(items.Count);
            var item = ParseValue();
            reading.Path = path;
            items.Add(item);
            AfterElement(item, static next => next.BeginsValue);
        }
    }

    private JsonProperty ParseProperty(JsonToken token)
    {
        var path = reading.Path;
        var name = token.String ?? JsonScalar.UnquotedName(reading, token.Span);
        reading.Path = path.Property(name.Value);
        JsonNode value;
        if (scanner.Peek().Kind == JsonTokenKind.Colon)
        {
            scanner.Next();
            value = ParsePropertyValue();
        }
        else
        {
            var after = new TextSpan(name.Span.End, 0);
            reading.Report(JsonDiagnostics.MissingColon, after, JsonWords.Quoted(name.Value));
            value = scanner.Peek().BeginsValue ? ParseValue() : Invalid(after);
        }
        reading.Path = path;
        return new JsonProperty(name, value);
    }

    private JsonNode ParsePropertyValue()
    {
        var value = ParseValue();
        if (value is JsonNumber number && JsonScalar.DecimalComma(reading, number) is { } whole)
        {
            scanner.SkipTo(whole.End);
            return Invalid(whole);
        }
        if (value is not JsonString text || scanner.Peek().Kind != JsonTokenKind.Colon)
            return value;
        // `"a":` with nothing after it, then `"b": 2` on the next line: the string is the next name.
        reading.Report(JsonDiagnostics.MissingValue, text.Span, JsonWords.Quoted(source.Slice(text.Span)));
        scanner.SkipTo(text.Span.Start);
        return Invalid(text.Span with { Length = 0 });
    }

    private void AfterElement(JsonNode element, Func<JsonToken, bool> beginsNext)
    {
        var token = scanner.Peek();
        if (token.Kind == JsonTokenKind.Comma)
        {
            scanner.Next();
            if (reading.Options.WarnAboutTrailingCommas && scanner.Peek().Closes)
                reading.Report(JsonDiagnostics.TrailingComma, token.Span);
        }
        else if (beginsNext(token) && element is not JsonInvalid)
        {
            reading.Report(JsonDiagnostics.MissingComma, new TextSpan(element.Span.End, 0), token.Describe(source));
        }
    }

    private void RecoverInObject(JsonToken token)
    {
        if (token.Kind == JsonTokenKind.Comma)
        {
            scanner.Next();
            reading.Report(JsonDiagnostics.ExtraComma, token.Span);
            return;
        }
        reading.Report(JsonDiagnostics.MissingName, token.Span, token.Describe(source));
        if (token.Kind == JsonTokenKind.Colon)
            scanner.Next();
        if (scanner.Peek().BeginsValue)
            AfterElement(ParseValue(), static next => next.MayBeName);
    }

    private void RecoverInArray(JsonToken token)
    {
        if (token.Kind == JsonTokenKind.Comma)
            reading.Report(JsonDiagnostics.ExtraComma, token.Span);
        else
            reading.Report(JsonDiagnostics.Unexpected, token.Span, token.Describe(source));
    }

    private JsonInvalid SkipTooDeep(JsonToken opener)
    {
        if (!depthReported)
            reading.Report(JsonDiagnostics.TooDeep, opener.Span, reading.Options.MaxDepth);
        depthReported = true;
        for (var depth = 1; depth > 0 && scanner.Peek().Kind != JsonTokenKind.End;)
        {
            var token = scanner.Next();
            depth += token.Opens ? 1 : token.Closes ? -1 : 0;
        }
        return Invalid(TextSpan.FromBounds(opener.Span.Start, scanner.Position));
    }

    private JsonInvalid Stop(JsonToken token)
    {
        reading.Report(JsonDiagnostics.TooManyNodes, token.Span, reading.Options.MaxNodes);
        open.Abandon();
        scanner.SkipTo(source.Length);
        return Invalid(token.Span);
    }

    private JsonInvalid Invalid(TextSpan span) => new(source.At(span));
}
