using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json.Fields;

namespace Tthc.RuleLanguage;

/// <summary>The text of an expression, which knows where it was typed: inside a JSON string, or on its own.</summary>
public sealed class ExpressionText
{
    private readonly Located<string>? _field;
    private readonly SourceText? _source;

    private ExpressionText(string text, Located<string>? field, SourceText? source) => (Text, _field, _source) = (text, field, source);

    /// <summary>The expression, escapes of the JSON string resolved.</summary>
    public string Text { get; }

    /// <summary>The field it stands in; empty for an expression on its own.</summary>
    public string JsonPath => _field?.Path.ToString() ?? "";

    /// <summary>An expression in a field of a file.</summary>
    public static ExpressionText From(Located<string> field) => new(field.Value, field, null);

    /// <summary>An expression on its own, shown under a name.</summary>
    public static ExpressionText From(string text, string path = "expression")
    {
        // The text as the source has it: a byte order mark dropped by one and kept by the other would shift every place.
        var source = SourceText.From(path, text);
        return new ExpressionText(source.Text, null, source);
    }

    /// <summary>Where a stretch of the expression was typed.</summary>
    public SourceLocation LocationOf(TextSpan span) => _field is { } field ? field.LocationOf(span) : _source!.At(span);

    /// <summary>A diagnostic about a stretch of it.</summary>
    public Diagnostic Problem(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments) =>
        descriptor.At(LocationOf(span), JsonPath, arguments);
}
