using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Tthc.Text.Diagnostics;

/// <summary>
/// Writes diagnostics in the style of compilers: <c>path:line:column: error ID: message</c>, the author's line, a caret,
/// notes and the page that explains. With both languages the severity word is the English one, which editors recognise.
/// </summary>
public static class DiagnosticRenderer
{
    /// <summary>All diagnostics, one after another, with a blank line between.</summary>
    public static string Render(IEnumerable<Diagnostic> diagnostics, RenderOptions? options = null) =>
        string.Join('\n', diagnostics.Select(diagnostic => Render(diagnostic, options)));

    /// <summary>One diagnostic as text; ends with a line end.</summary>
    public static string Render(Diagnostic diagnostic, RenderOptions? options = null)
    {
        var colour = options?.Colour ?? false;
        var text = new StringBuilder();
        foreach (var segment in Segments(diagnostic, options))
            text.Append(colour ? AnsiColour.Wrap(segment) : segment.Text);
        return text.ToString();
    }

    /// <summary>One diagnostic as pieces for a caller that colours them itself.</summary>
    public static ImmutableArray<RenderedSegment> Segments(Diagnostic diagnostic, RenderOptions? options = null)
    {
        options ??= RenderOptions.Plain;
        var style = StyleOf(diagnostic.Severity);
        var segments = ImmutableArray.CreateBuilder<RenderedSegment>();
        AddHeader(segments, diagnostic, options.Language);
        if (options.ShowSource)
            AddExcerpt(segments, diagnostic.Location, style);
        if (diagnostic.JsonPath.Length > 0)
            AddQuiet(segments, Pick(new("tại", "at"), options.Language) + ": " + VisibleText.Of(diagnostic.JsonPath, 300));
        foreach (var related in diagnostic.Related)
            AddQuiet(segments, $"{related.Location}: {VisibleText.Of(Pick(related.Note, options.Language), 400)}");
        if (diagnostic.Suggestion is { } suggestion)
            AddQuiet(segments, Pick(new("gợi ý", "help"), options.Language) + ": " + VisibleText.Of(Pick(suggestion, options.Language), 400));
        AddQuiet(segments, Pick(new("xem", "see"), options.Language) + ": " + diagnostic.Descriptor.DocumentationPath);
        return segments.ToImmutable();
    }

    /// <summary>The word for a severity.</summary>
    public static string Label(DiagnosticSeverity severity, TextLanguage language) => (severity, language) switch
    {
        (DiagnosticSeverity.Error, TextLanguage.Vietnamese) => "lỗi",
        (DiagnosticSeverity.Warning, TextLanguage.Vietnamese) => "cảnh báo",
        (_, TextLanguage.Vietnamese) => "thông tin",
        (DiagnosticSeverity.Error, _) => "error",
        (DiagnosticSeverity.Warning, _) => "warning",
        _ => "info",
    };

    private static void AddHeader(ImmutableArray<RenderedSegment>.Builder segments, Diagnostic diagnostic, RenderLanguage language)
    {
        var first = language == RenderLanguage.English ? TextLanguage.English : TextLanguage.Vietnamese;
        var label = Label(diagnostic.Severity, language == RenderLanguage.Vietnamese ? TextLanguage.Vietnamese : TextLanguage.English);
        segments.Add(new($"{VisibleText.Of(diagnostic.Location.Path, 400)}:{diagnostic.Location.Start}: ", SegmentStyle.Location));
        segments.Add(new($"{label} {diagnostic.Id}: ", StyleOf(diagnostic.Severity)));
        segments.Add(new(diagnostic.Message(first) + "\n", SegmentStyle.Text));
        if (language == RenderLanguage.Both)
            AddQuiet(segments, diagnostic.Message(TextLanguage.English));
    }

    private static void AddExcerpt(ImmutableArray<RenderedSegment>.Builder segments, SourceLocation location, SegmentStyle style)
    {
        var excerpt = SourceExcerpt.Of(location);
        var number = excerpt.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        segments.Add(new($"{number} | ", SegmentStyle.Quiet));
        segments.Add(new(excerpt.Text + "\n", SegmentStyle.Source));
        segments.Add(new("      | ", SegmentStyle.Quiet));
        segments.Add(new(new string(' ', excerpt.Before) + new string('^', excerpt.Width) + "\n", style));
    }

    private static void AddQuiet(ImmutableArray<RenderedSegment>.Builder segments, string text) =>
        segments.Add(new("    " + text + "\n", SegmentStyle.Quiet));

    private static string Pick(BilingualText text, RenderLanguage language) => language switch
    {
        RenderLanguage.Vietnamese => text.Vietnamese,
        RenderLanguage.English => text.English,
        _ => text.ToString(),
    };

    private static SegmentStyle StyleOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => SegmentStyle.Error,
        DiagnosticSeverity.Warning => SegmentStyle.Warning,
        _ => SegmentStyle.Info,
    };
}
