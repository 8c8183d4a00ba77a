namespace Tthc.Text.Diagnostics;

/// <summary>Which languages a rendering shows.</summary>
public enum RenderLanguage
{
    /// <summary>Vietnamese, then English on the next line.</summary>
    Both,

    /// <summary>Vietnamese only.</summary>
    Vietnamese,

    /// <summary>English only.</summary>
    English,
}

/// <summary>How diagnostics are written out.</summary>
public sealed record RenderOptions
{
    /// <summary>Both languages, no colour.</summary>
    public static RenderOptions Plain { get; } = new();

    /// <summary>Languages shown.</summary>
    public RenderLanguage Language { get; init; } = RenderLanguage.Both;

    /// <summary>Whether ANSI colour codes are written.</summary>
    public bool Colour { get; init; }

    /// <summary>Whether the source line with its caret is shown.</summary>
    public bool ShowSource { get; init; } = true;
}

/// <summary>What a piece of a rendering is, for those who colour it themselves.</summary>
public enum SegmentStyle
{
    /// <summary>Message text.</summary>
    Text,

    /// <summary>Path, line and column.</summary>
    Location,

    /// <summary>Severity and id of an error, and its caret.</summary>
    Error,

    /// <summary>Severity and id of a warning, and its caret.</summary>
    Warning,

    /// <summary>Severity and id of an information, and its caret.</summary>
    Info,

    /// <summary>The author's own line.</summary>
    Source,

    /// <summary>Line numbers, notes, help.</summary>
    Quiet,
}

/// <summary>A piece of a rendering; line ends are inside the text.</summary>
/// <param name="Text">The text, safe to print.</param>
/// <param name="Style">What it is.</param>
public readonly record struct RenderedSegment(string Text, SegmentStyle Style);
