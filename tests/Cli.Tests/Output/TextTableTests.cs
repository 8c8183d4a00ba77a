using Tthc.Cli.Output;

namespace Tthc.Cli.Tests.Output;

public sealed class TextTableTests
{
    [Fact]
    public void Aligns_plain_columns_by_what_is_seen()
    {
        var table = new TextTable("Tên", "Số").Right(1);
        table.Add("Hồ sơ", "5");
        table.Add("Ho\u0302\u0300 so\u031b", "1200");

        using var text = new StringWriter { NewLine = "\n" };
        table.Write(text, drawn: false);

        Assert.Equal("Tên      Số\nHồ sơ     5\nHo\u0302\u0300 so\u031b  1200\n", text.ToString());
    }

    [Fact]
    public void Writes_markup_and_control_characters_as_text_when_drawn()
    {
        var table = new TextTable("A");
        table.Add("[red]x[/] \u001b[2J");

        using var text = new StringWriter { NewLine = "\n" };
        table.Write(text, drawn: true);

        Assert.Contains("[red]x[/] \\u001B[2J", text.ToString());
    }
}
