using Tthc.Text.Diagnostics;

namespace Tthc.Text.Json.Syntax;

/// <summary>What scanner and parser share while one text is read: where they are and where they report.</summary>
internal sealed class JsonReading(SourceText source, DiagnosticBag bag, JsonReadOptions options)
{
    public SourceText Source { get; } = source;

    public JsonReadOptions Options { get; } = options;

    /// <summary>The value being read, for the paths of diagnostics.</summary>
    public JsonPath Path { get; set; } = JsonPath.Root;

    /// <summary>Whether the text has characters that a string value must not keep.</summary>
    public bool HasForbiddenCharacters { get; set; }

    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments) =>
        bag.Report(Make(descriptor, span, arguments));

    public void Report(Diagnostic diagnostic) => bag.Report(diagnostic);

    public Diagnostic Make(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments) =>
        descriptor.At(Source.At(span), Path.ToString(), arguments);
}
