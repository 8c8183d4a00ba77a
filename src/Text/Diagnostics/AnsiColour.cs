namespace Tthc.Text.Diagnostics;

/// <summary>Colours of rendered segments on a terminal.</summary>
internal static class AnsiColour
{
    private const string Reset = "\u001b[0m";

    public static string Wrap(RenderedSegment segment)
    {
        var code = segment.Style switch
        {
            SegmentStyle.Location => "\u001b[1m",
            SegmentStyle.Error => "\u001b[1;31m",
            SegmentStyle.Warning => "\u001b[1;33m",
            SegmentStyle.Info => "\u001b[1;36m",
            SegmentStyle.Quiet => "\u001b[2m",
            _ => "",
        };
        if (code.Length == 0)
            return segment.Text;
        // The reset comes before the line end, else a pager colours the rest of the next line.
        var body = segment.Text.TrimEnd('\n');
        return code + body + Reset + segment.Text[body.Length..];
    }
}
