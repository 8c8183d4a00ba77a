namespace Tthc.Text.Diagnostics;

/// <summary>
/// One kind of diagnostic. Each area keeps its kinds as <c>public static readonly</c> fields of one catalogue class,
/// so that <see cref="DiagnosticCatalogue"/> can list them.
/// </summary>
/// <param name="Id">Fixed for ever, such as <c>PROC-012</c>; names the page in the documentation.</param>
/// <param name="Severity">The usual severity.</param>
/// <param name="Vietnamese">Message with <c>{0}</c>, <c>{1}</c> … for arguments; other braces stand for themselves.</param>
/// <param name="English">The same message in English with the same arguments.</param>
public sealed record DiagnosticDescriptor(string Id, DiagnosticSeverity Severity, string Vietnamese, string English)
{
    /// <summary>Path of the explaining page inside the project.</summary>
    public string DocumentationPath => $"docs/diagnostics/{Id}.md";

    /// <summary>A diagnostic of this kind.</summary>
    /// <param name="location">What it points at.</param>
    /// <param name="jsonPath">The field, such as <c>steps.sign.limit</c>; empty for the whole document.</param>
    /// <param name="arguments">Fill the template; <see cref="BilingualText"/>, dates and decimals are shown as the language wants.</param>
    public Diagnostic At(SourceLocation location, string jsonPath, params object[] arguments) =>
        new(this, location, jsonPath, [.. arguments]);

    /// <summary>The template in a language.</summary>
    public string Template(TextLanguage language) => language == TextLanguage.Vietnamese ? Vietnamese : English;
}
