using System.Collections.Immutable;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Syntax;

namespace Tthc.Text.Json;

/// <summary>
/// Reads JSON that people write, keeping the place of everything. Never throws on a text: every mistake is a diagnostic,
/// and what could be read is returned all the same.
/// </summary>
/// <remarks>
/// Comments (<c>//</c>, <c>/* */</c>) and trailing commas are accepted. After a mistake the reader goes on with the
/// likeliest meaning; where there is none it leaves a <see cref="JsonInvalid"/>. Time and memory are linear in the text.
/// </remarks>
public static class JsonDocumentReader
{
    /// <summary>Reads a text; the diagnostics are ordered by place.</summary>
    public static (JsonNode Root, ImmutableArray<Diagnostic> Diagnostics) Read(SourceText source, JsonReadOptions? options = null)
    {
        var bag = new DiagnosticBag();
        var root = Read(source, bag, options);
        return (root, bag.ToImmutable());
    }

    /// <summary>Reads a text and reports into a bag, into which the reader of its fields may go on reporting.</summary>
    /// <returns>The root; a <see cref="JsonInvalid"/> when there is nothing usable.</returns>
    public static JsonNode Read(SourceText source, DiagnosticBag bag, JsonReadOptions? options = null)
    {
        var reading = new JsonReading(source, bag, options ?? JsonReadOptions.Default);
        if (source.Length > reading.Options.MaxLength)
        {
            reading.Report(JsonDiagnostics.TooLong, new TextSpan(0, 0), source.Length, reading.Options.MaxLength);
            return new JsonInvalid(source.At(new TextSpan(0, 0)));
        }
        CharacterCheck.Run(reading);
        return new JsonParser(reading, new JsonScanner(reading)).ParseDocument();
    }
}
