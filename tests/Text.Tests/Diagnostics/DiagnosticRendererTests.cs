using Tthc.Text.Diagnostics;

namespace Tthc.Text.Tests.Diagnostics;

public sealed class DiagnosticRendererTests
{
    private static readonly DiagnosticDescriptor TooLong = new(
        "PROC-012", DiagnosticSeverity.Error, "đường dài nhất {0} ngày, thời hạn {1}", "longest path {0} days, limit {1}");

    private static readonly SourceText Source = SourceText.From("rules/a.procedure.json",
        "{\n\t\"ký\": { \"limit\": \"2 working days\" }\n}\n");

    private static Diagnostic Example => TooLong
        .At(Source.At(new TextSpan(Source.Text.IndexOf("\"2", StringComparison.Ordinal), 16)), "steps.sign.limit", 7.5m, 7)
        .WithRelated(Source.At(new TextSpan(0, 1)), "thời hạn ở đây", "the limit is here")
        .WithNearest("1 working day");

    [Fact]
    public void Writes_in_the_style_of_compilers() => Assert.Equal(
        """
        rules/a.procedure.json:2:19: error PROC-012: đường dài nhất 7,5 ngày, thời hạn 7
            longest path 7.5 days, limit 7
            2 |     "ký": { "limit": "2 working days" }
              |                      ^^^^^^^^^^^^^^^^
            tại / at: steps.sign.limit
            rules/a.procedure.json:1:1: thời hạn ở đây / the limit is here
            gợi ý / help: có phải là "1 working day"? / did you mean "1 working day"?
            xem / see: docs/diagnostics/PROC-012.md

        """, DiagnosticRenderer.Render(Example));

    [Theory]
    [InlineData(RenderLanguage.Vietnamese, "lỗi PROC-012: đường dài nhất 7,5 ngày", "longest")]
    [InlineData(RenderLanguage.English, "error PROC-012: longest path 7.5 days", "đường")]
    public void Writes_one_language_when_asked(RenderLanguage language, string expected, string absent)
    {
        var text = DiagnosticRenderer.Render(Example, new RenderOptions { Language = language });
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.DoesNotContain(absent, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_without_changing_the_text()
    {
        var coloured = DiagnosticRenderer.Render(Example, new RenderOptions { Colour = true });
        Assert.Contains("\u001b[1;31merror PROC-012: \u001b[0m", coloured, StringComparison.Ordinal);
        var stripped = System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", "");
        Assert.Equal(DiagnosticRenderer.Render(Example), stripped);
    }

    [Fact]
    public void Lets_no_escape_code_of_the_file_through()
    {
        var hostile = SourceText.From("a\u001b[2J.json", "{ \u001b[31m\u202E }");
        var text = DiagnosticRenderer.Render(TooLong.At(hostile.At(new TextSpan(2, 4)), "\u001b]0;x", "\u001b[0m", "\u202E"));
        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain('\u202E', text);
    }

    [Fact]
    public void Cuts_a_line_without_end_around_the_span()
    {
        var long_ = SourceText.From("a", new string('a', 5000) + "X" + new string('b', 5000));
        var excerpt = SourceExcerpt.Of(long_.At(new TextSpan(5000, 1)));
        Assert.True(excerpt.Text.Length < 200);
        Assert.Equal('X', excerpt.Text[excerpt.Before]);
    }

    [Fact]
    public void Counts_wide_and_combined_characters_as_a_terminal_does()
    {
        var source = SourceText.From("a", "e\u0302\u0301中X");
        Assert.Equal(3, SourceExcerpt.Of(source.At(new TextSpan(4, 1))).Before);
    }

    [Fact]
    public void Survives_a_template_without_arguments() =>
        Assert.Equal("longest path ? days, limit ?", TooLong.At(Source.At(default), "").Message(TextLanguage.English));
}
