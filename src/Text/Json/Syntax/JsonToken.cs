namespace Tthc.Text.Json.Syntax;

internal enum JsonTokenKind
{
    End,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    Comma,
    Colon,
    String,
    Number,
    Word,
}

/// <summary>A token; <see cref="String"/> is set for strings only.</summary>
internal readonly record struct JsonToken(JsonTokenKind Kind, TextSpan Span, JsonString? String = null)
{
    public bool Opens => Kind is JsonTokenKind.OpenBrace or JsonTokenKind.OpenBracket;

    public bool Closes => Kind is JsonTokenKind.CloseBrace or JsonTokenKind.CloseBracket;

    public bool BeginsValue => Opens || Kind is JsonTokenKind.String or JsonTokenKind.Number or JsonTokenKind.Word;

    public bool MayBeName => Kind is JsonTokenKind.String or JsonTokenKind.Number or JsonTokenKind.Word;

    /// <summary>The token in words for a message.</summary>
    public BilingualText Describe(SourceText source) =>
        Kind == JsonTokenKind.End ? JsonWords.EndOfFile : JsonWords.Quoted(source.Slice(Span));
}
