using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;

namespace Tthc.Text.Tests.Json;

public sealed class JsonReaderPropertyTests
{
    private const string Sample =
        "{ // ghi chú\n  \"code\": \"1.01\\u00e2\", \"list\": [1, -2.5e3, true, null, {\"a\": \"ế\\n😀\"}],\n  /* x */ \"end\": {} }\n";

    // Punctuation of JSON and what people put in its place, far likelier to reach odd corners than any character.
    private static readonly Gen<string> Scrap = Gen.Elements(
        "{", "}", "[", "]", ",", ":", "\"", "'", "“", "”", "\\", "\\u", "\\ud83d", "//", "/*", "*/", "/", "\n", "\r", " ", "\0",
        "0", "-", "1,5", ".", "e", "true", "nul", "a", "ế", "\uD83D", "\uDE00", "\uFFFD", "\u202E", "\u00A0", ";", "=", "@", "#");

    private static readonly Gen<string> Soup = Gen.Select(Gen.ListOf(Scrap), parts => string.Concat(parts));

    private static readonly Gen<byte[]> Bytes = Gen.ArrayOf(Gen.Select(Gen.Choose(0, 255), value => (byte)value));

    private static readonly Gen<string> Mutated =
        from at in Gen.Choose(0, Sample.Length)
        from cut in Gen.Choose(0, 6)
        from put in Soup
        select string.Concat(Sample.AsSpan(0, at), put, Sample.AsSpan(Math.Min(Sample.Length, at + cut)));

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    [Fact]
    public void Never_throws_on_a_soup_of_tokens() => Hold(Soup, text => Sound(SourceText.From("a", text)));

    [Fact]
    public void Never_throws_on_a_damaged_file() => Hold(Mutated, text => Sound(SourceText.From("a", text)));

    [Fact]
    public void Never_throws_on_any_bytes() => Hold(Bytes, bytes => Sound(SourceText.FromUtf8("a", bytes)));

    [Fact]
    public void Reads_what_the_platform_writes() => Hold(JsonModel.Documents, document =>
    {
        var (root, diagnostics) = JsonDocumentReader.Read(SourceText.From("a", document.Text));
        return diagnostics.IsEmpty && JsonModel.Same(root, document.Value);
    });

    [Fact]
    public void Reads_a_value_cut_out_of_its_text_as_the_same_value() => Hold(JsonModel.Documents, document =>
    {
        var source = SourceText.From("a", document.Text);
        return Everything(JsonDocumentReader.Read(source).Root).All(node =>
            JsonModel.Same(JsonDocumentReader.Read(SourceText.From("b", source.Slice(node.Span))).Root, JsonModel.Of(node)));
    });

    [Fact]
    public void Maps_every_character_of_a_string_to_where_it_was_written() => Hold(JsonModel.Documents, document =>
    {
        var source = SourceText.From("a", document.Text);
        return Everything(JsonDocumentReader.Read(source).Root).OfType<JsonString>().All(text =>
            Enumerable.Range(0, text.Value.Length).All(i =>
                Regex.Unescape(source.Slice(text.LocationOf(new TextSpan(i, 1)).Span)) == text.Value[i].ToString()));
    });

    private static bool Sound(SourceText source)
    {
        var (root, diagnostics) = JsonDocumentReader.Read(source);
        _ = DiagnosticRenderer.Render(diagnostics);
        return diagnostics.All(d => d.Location.Span.Start >= 0 && d.Location.Span.End <= source.Length && d.Location.Span.Length >= 0)
            && Everything(root).All(node => node.Span.Start >= 0 && node.Span.End <= source.Length && node.Span.Length >= 0)
            && Everything(root).OfType<JsonString>().All(text => !text.Value.Contains('\0', StringComparison.Ordinal) && IsWellFormed(text.Value))
            && (Everything(root).All(node => node is not JsonInvalid) || diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error));
    }

    // Enumerating runes replaces each lone surrogate by one U+FFFD, so that only a sound text survives the round.
    private static bool IsWellFormed(string text) => string.Concat(text.EnumerateRunes()) == text;

    private static IEnumerable<JsonNode> Everything(JsonNode node) => node switch
    {
        JsonObject body => body.Properties.SelectMany(p => Everything(p.Value).Prepend(p.Name)).Prepend(node),
        JsonArray array => array.Items.SelectMany(Everything).Prepend(node),
        _ => [node],
    };

    private static void Hold<T>(Gen<T> values, Func<T, bool> holds) => Prop.ForAll(values.ToArbitrary(), holds).Check(Many);
}
