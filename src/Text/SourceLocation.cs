namespace Tthc.Text;

/// <summary>A span of a named text: what a diagnostic points at.</summary>
/// <param name="Source">The text.</param>
/// <param name="Span">The stretch of it.</param>
public readonly record struct SourceLocation(SourceText Source, TextSpan Span)
{
    /// <summary>Path of the text, as it was given.</summary>
    public string Path => Source.Path;

    /// <summary>Where the span begins.</summary>
    public LinePosition Start => Source.PositionOf(Span.Start);

    /// <summary>Where the span ends (the place just after it).</summary>
    public LinePosition End => Source.PositionOf(Span.End);

    /// <summary><c>path:line:column</c>.</summary>
    public override string ToString() => $"{Path}:{Start}";
}
