using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;

namespace Tthc.Cli.Demo;

/// <summary>The end of the play in tables, counted from what the engine has on file, not from what was played.</summary>
internal sealed class DemoSummary(Shell shell, Offices offices)
{
    private readonly DemoCount _total = new();
    private readonly SortedDictionary<string, DemoCount> _byAgency = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, DemoCount> _byProcedure = new(StringComparer.Ordinal);
    private readonly List<Dossier> _late = [];
    private int _notReceived;

    public async Task ReadAsync(EngineCalls engine)
    {
        var request = new ListDossiersRequest { PageSize = 500 };
        do
        {
            var page = await engine.Dossiers.ListDossiersAsync(request, engine.Options);
            foreach (var dossier in page.Dossiers)
                Add(dossier);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }

    /// <summary>A late dossier with a story to tell: the one with the most acts, the later code where several are alike.</summary>
    public Dossier? StoryOf => _late.OrderByDescending(d => d.Status == DossierStatus.Returned).ThenByDescending(d => d.Version).ThenBy(d => d.Code, StringComparer.Ordinal).FirstOrDefault();

    public void Write(bool drawn)
    {
        var all = Table(shell.Say("Tất cả", "All"));
        all.Add(_total.Cells(shell.Say("Tổng số", "Total")));
        all.Write(shell.Output, drawn);
        if (_notReceived > 0)
            shell.Output.WriteLine(shell.Say($"Nộp trực tuyến chưa hoặc không được tiếp nhận: {_notReceived}", $"Filed online, not received or declined: {_notReceived}"));
        shell.Output.WriteLine();
        Write(_byAgency, shell.Say("Nơi tiếp nhận", "Received at"), agency => $"{agency} {offices.NameOfId(agency)}", drawn);
        shell.Output.WriteLine();
        Write(_byProcedure, shell.Say("Thủ tục", "Procedure"), code => $"{code} {offices.Bundle.Procedures.FirstOrDefault(p => p.Code == code)?.Name.Vietnamese}", drawn);
    }

    private void Add(Dossier dossier)
    {
        if (dossier.ReceivedAt is null)
            _notReceived++;
        if (dossier.Lateness?.InFact == Timeliness.Late)
            _late.Add(dossier);
        _total.Add(dossier);
        Of(_byAgency, dossier.ReceivingAgency).Add(dossier);
        Of(_byProcedure, dossier.ProcedureCode).Add(dossier);
    }

    private static DemoCount Of(SortedDictionary<string, DemoCount> groups, string key)
    {
        if (!groups.TryGetValue(key, out var count))
            groups.Add(key, count = new());
        return count;
    }

    private void Write(SortedDictionary<string, DemoCount> groups, string title, Func<string, string> name, bool drawn)
    {
        var table = Table(title);
        foreach (var (key, count) in groups)
            table.Add(count.Cells(name(key)));
        table.Write(shell.Output, drawn);
    }

    private TextTable Table(string first) => new TextTable(
        first, shell.Say("Tiếp nhận", "Received"), shell.Say("Trước hạn", "Early"), shell.Say("Đúng hạn", "On time"), shell.Say("Quá hạn", "Late"), shell.Say("Tỷ lệ", "Share"),
        shell.Say("Đang xử lý", "Open"), shell.Say("trong đó quá hạn", "of these late"), shell.Say("Rút, dừng", "Ended"), shell.Say("Bổ sung", "Supplements")).Right(1, 2, 3, 4, 5, 6, 7, 8, 9);
}
