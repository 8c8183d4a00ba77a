using System.Globalization;
using System.Text;
using Spectre.Console;
using Tthc.Text;

namespace Tthc.Cli.Output;

/// <summary>Rows under headings: drawn on a terminal, aligned plain text elsewhere.</summary>
internal sealed class TextTable(params string[] headings)
{
    private readonly List<string[]> _rows = [];

    public int Count => _rows.Count;

    public TextTable Right(params int[] columns)
    {
        _right.UnionWith(columns);
        return this;
    }

    private readonly HashSet<int> _right = [];

    public void Add(params string[] cells) => _rows.Add([.. cells.Select(c => VisibleText.Of(c, 500))]);

    public void Write(TextWriter to, bool drawn)
    {
        if (drawn)
            Draw(to);
        else
            WritePlain(to);
    }

    private void Draw(TextWriter to)
    {
        var table = new Table { Border = TableBorder.Rounded };
        for (var i = 0; i < headings.Length; i++)
        {
            var column = new TableColumn(new Spectre.Console.Text(headings[i], new Style(decoration: Decoration.Bold)));
            table.AddColumn(_right.Contains(i) ? column.RightAligned() : column);
        }
        foreach (var row in _rows)
            table.AddRow(row.Select(cell => new Spectre.Console.Text(cell)));
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(to), Interactive = InteractionSupport.No }).Write(table);
    }

    private void WritePlain(TextWriter to)
    {
        var widths = headings.Select((heading, i) => _rows.Select(r => WidthOf(r[i])).Append(WidthOf(heading)).Max()).ToArray();
        foreach (var row in _rows.Prepend(headings))
        {
            var line = new StringBuilder();
            for (var i = 0; i < row.Length; i++)
            {
                var padding = new string(' ', widths[i] - WidthOf(row[i]));
                line.Append(i == 0 ? "" : "  ").Append(_right.Contains(i) ? padding + row[i] : row[i] + padding);
            }
            to.WriteLine(line.ToString().TrimEnd());
        }
    }

    // A Vietnamese letter may be written with combining marks: what counts is what is seen.
    private static int WidthOf(string text) => new StringInfo(text).LengthInTextElements;
}
