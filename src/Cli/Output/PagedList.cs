using System.CommandLine;
using Google.Protobuf;
using Tthc.Cli.Invocation;

namespace Tthc.Cli.Output;

/// <summary>Reads pages until enough rows are there, then shows them as a table or as a line of JSON each.</summary>
internal sealed class PagedList<TRow>(Shell shell, ParseResult parsed, int limit)
    where TRow : IMessage
{
    private const int LargestPage = 500;

    private readonly List<TRow> _rows = [];
    private bool _more;

    public async Task ReadAsync(Func<int, string, Task<(IReadOnlyCollection<TRow> Rows, string Next)>> page)
    {
        var token = "";
        do
        {
            var wanted = limit == 0 ? LargestPage : Math.Min(LargestPage, limit - _rows.Count);
            var (rows, next) = await page(wanted, token);
            _rows.AddRange(rows);
            token = next;
        }
        while (token.Length > 0 && (limit == 0 || _rows.Count < limit));
        _more = token.Length > 0;
    }

    public void Write(TextTable table, Func<TRow, string[]> cells)
    {
        if (shell.Json(parsed))
        {
            foreach (var row in _rows)
                shell.Output.WriteLine(MessageJson.Of(row));
            return;
        }
        foreach (var row in _rows)
            table.Add(cells(row));
        if (_rows.Count == 0)
            shell.Output.WriteLine(shell.Say("Không có dòng nào.", "Nothing found."));
        else
            table.Write(shell.Output, shell.Colour(parsed));
        if (_more)
            shell.Error.WriteLine(shell.Say($"Còn nữa: --limit 0 để xem tất cả (đang xem {_rows.Count}).", $"There is more: --limit 0 shows all (shown: {_rows.Count})."));
    }
}
