using Tthc.Text.Diagnostics;

namespace Tthc.Text.Json.Fields;

/// <summary>A value read from a file together with its place, so that a later stage can still point at it.</summary>
/// <typeparam name="T">What the value means.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Node">Where it was read.</param>
/// <param name="Path">The field.</param>
public sealed record Located<T>(T Value, JsonNode Node, JsonPath Path)
{
    /// <summary>The place of the value.</summary>
    public SourceLocation Location => Node.Location;

    /// <summary>The place of a stretch of the text inside a JSON string; the whole value if it is not a string.</summary>
    public SourceLocation LocationOf(TextSpan valueSpan) => Node is JsonString text ? text.LocationOf(valueSpan) : Location;

    /// <summary>A diagnostic about this value.</summary>
    public Diagnostic Problem(DiagnosticDescriptor descriptor, params object[] arguments) =>
        descriptor.At(Location, Path.ToString(), arguments);

    /// <summary>A diagnostic about a stretch of the text of this value, such as part of an expression.</summary>
    public Diagnostic ProblemAt(TextSpan valueSpan, DiagnosticDescriptor descriptor, params object[] arguments) =>
        descriptor.At(LocationOf(valueSpan), Path.ToString(), arguments);

    /// <summary>The same place with what was made of the value.</summary>
    public Located<TOther> With<TOther>(TOther value) => new(value, Node, Path);
}
