using System.Collections.Immutable;

namespace Tthc.Text.Diagnostics;

/// <summary>Something to tell the author of a file: what, where, how grave, and how to mend it.</summary>
/// <param name="Descriptor">The kind.</param>
/// <param name="Location">The place in the author's own text.</param>
/// <param name="JsonPath">The field, such as <c>steps.sign.limit</c> or <c>basis[0].act</c>; empty for the whole document.</param>
/// <param name="Arguments">What fills the message.</param>
public sealed record Diagnostic(
    DiagnosticDescriptor Descriptor, SourceLocation Location, string JsonPath, ImmutableArray<object> Arguments)
{
    /// <summary>The fixed id of the kind.</summary>
    public string Id => Descriptor.Id;

    /// <summary>The severity; that of the kind unless a reader was told to be milder.</summary>
    public DiagnosticSeverity Severity { get; init; } = Descriptor.Severity;

    /// <summary>Other places that explain this one, such as where an unclosed brace was opened.</summary>
    public ImmutableArray<RelatedLocation> Related { get; init; } = [];

    /// <summary>What the author probably wants to write, or null.</summary>
    public BilingualText? Suggestion { get; init; }

    /// <summary>The message in a language, on one line, safe to print.</summary>
    public string Message(TextLanguage language) => MessageTemplate.Fill(Descriptor.Template(language), Arguments, language);

    /// <summary>This diagnostic with one more place beside it.</summary>
    public Diagnostic WithRelated(SourceLocation location, string vietnamese, string english) =>
        this with { Related = Related.Add(new RelatedLocation(location, new BilingualText(vietnamese, english))) };

    /// <summary>This diagnostic with a hint; null leaves it as it is.</summary>
    public Diagnostic WithSuggestion(BilingualText? suggestion) => suggestion is null ? this : this with { Suggestion = suggestion };

    /// <summary>This diagnostic with "did you mean …" when <paramref name="name"/> is not null.</summary>
    public Diagnostic WithNearest(string? name) => name is null
        ? this
        : WithSuggestion(new BilingualText($"có phải là \"{name}\"?", $"did you mean \"{name}\"?"));

    /// <summary>One line in the style of compilers, in English.</summary>
    public override string ToString() => $"{Location}: {DiagnosticRenderer.Label(Severity, TextLanguage.English)} {Id}: {Message(TextLanguage.English)}";
}

/// <summary>A place that helps to understand a diagnostic.</summary>
/// <param name="Location">The place.</param>
/// <param name="Note">What is there.</param>
public sealed record RelatedLocation(SourceLocation Location, BilingualText Note);
