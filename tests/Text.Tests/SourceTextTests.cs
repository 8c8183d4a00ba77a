using System.Text;

namespace Tthc.Text.Tests;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("ab\ncd", 3, 2, 1)]
    [InlineData("ab\r\ncd", 5, 2, 2)]
    [InlineData("ab\rcd", 4, 2, 2)]
    [InlineData("ab\n", 3, 2, 1)]
    [InlineData("", 0, 1, 1)]
    [InlineData("😀x", 2, 1, 2)]
    [InlineData("thủ tục", 4, 1, 5)]
    [InlineData("\tx", 1, 1, 2)]
    [InlineData("abc", 99, 1, 4)]
    public void Names_the_line_and_column_of_an_offset(string text, int offset, int line, int column) =>
        Assert.Equal(new LinePosition(line, column), SourceText.From("a", text).PositionOf(offset));

    [Fact]
    public void Leaves_line_ends_out_of_lines()
    {
        var source = SourceText.From("a", "một\r\nhai\n\nbốn");
        Assert.Equal(4, source.LineCount);
        Assert.Equal(["một", "hai", "", "bốn"], Enumerable.Range(1, 4).Select(line => source.Slice(source.LineSpan(line))));
    }

    [Fact]
    public void Drops_a_byte_order_mark()
    {
        Assert.Equal("{}", SourceText.From("a", "\uFEFF{}").Text);
        Assert.Equal("{}", SourceText.FromUtf8("a", [0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}']).Text);
    }

    [Fact]
    public void Marks_bytes_that_are_not_utf8()
    {
        var source = SourceText.FromUtf8("a", [(byte)'a', 0xE2, (byte)'b', 0xFF]);
        Assert.Equal("a\uFFFDb\uFFFD", source.Text);
        Assert.Equal([1, 3], source.InvalidOffsets.AsEnumerable());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reads_utf16_when_its_mark_says_so(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        var source = SourceText.FromUtf8("a", [.. encoding.GetPreamble(), .. encoding.GetBytes("{\"ô\":1}")]);
        Assert.True(source.WasUtf16);
        Assert.Equal("{\"ô\":1}", source.Text);
    }

    [Fact]
    public void Writes_a_location_as_path_line_column() =>
        Assert.Equal("x.json:2:2", SourceText.From("x.json", "a\nbc").At(new TextSpan(3, 1)).ToString());
}
