using System.Diagnostics;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Npgsql;
using Tthc.Protos.V1;

namespace Tthc.Bench.Province;

/// <summary>What people ask for, timed as a caller sees it.</summary>
internal sealed class Questions(string database, GrpcChannel channel)
{
    private static readonly Metadata s_reader = new() { { "tthc-actor", "lanh-dao" }, { "tthc-agency", "qn-xa-bo-y" }, { "tthc-roles", "observer" } };
    private readonly DossierService.DossierServiceClient _dossiers = new(channel);
    private readonly WorklistService.WorklistServiceClient _worklist = new(channel);
    private readonly Random _random = new(2026);
    private TextWriter _output = TextWriter.Null;

    public async Task AskAsync(TextWriter output)
    {
        _output = output;
        var codes = await TextsAsync("select code from tthc.dossier tablesample system (0.2) where code is not null limit 5000");
        var agencies = await TextsAsync("select agency from tthc.work_item group by agency order by count(*) desc");
        _output.WriteLine("| question | times | p50 ms | p99 ms | slowest ms |");
        _output.WriteLine("|---|---:|---:|---:|---:|");
        var others = await TextsAsync("select code from tthc.dossier tablesample system (0.02) where code is not null limit 300");
        await TimeAsync("a dossier by its code, the first asked of an engine just started", 300, () => _dossiers.GetDossierAsync(new GetDossierRequest { Dossier = Any(others) }, s_reader).ResponseAsync);
        await TimeAsync("a dossier by its code", 2000, () => _dossiers.GetDossierAsync(new GetDossierRequest { Dossier = Any(codes) }, s_reader).ResponseAsync);
        await TimeAsync("a dossier by its code, asked for before", 2000, () => _dossiers.GetDossierAsync(new GetDossierRequest { Dossier = Any(codes) }, s_reader).ResponseAsync);
        await TimeAsync("a dossier's events", 500, () => _dossiers.ListDossierEventsAsync(new ListDossierEventsRequest { Dossier = Any(codes) }, s_reader).ResponseAsync);
        await TimeAsync("first page of the worklist of an agency, 50 lines", 500, () => _worklist.ListWorkItemsAsync(new ListWorkItemsRequest { Agency = Any(agencies), PageSize = 50 }, s_reader).ResponseAsync);
        await TimeAsync("newest dossiers of an agency, 50", 300, () => _dossiers.ListDossiersAsync(new ListDossiersRequest { ReceivingAgency = Any(agencies), PageSize = 50 }, s_reader).ResponseAsync);
        var (month, next) = (new DateTimeOffset(2024, 10, 1, 0, 0, 0, TimeSpan.FromHours(7)).ToTimestamp(), new DateTimeOffset(2024, 11, 1, 0, 0, 0, TimeSpan.FromHours(7)).ToTimestamp());
        await TimeAsync("late list of a month, the whole province, every page of 200", 5, () => PagesAsync(new ListDossiersRequest { LateOnly = true, EndedFrom = month, EndedBefore = next, OrderBy = "ended_at", PageSize = 200 }));
        await TimeAsync("late list of a month, one agency", 50, () => PagesAsync(new ListDossiersRequest { LateOnly = true, EndedFrom = month, EndedBefore = next, OrderBy = "ended_at", PageSize = 200, CompetentAgency = Any(agencies) }));
        await TimeAsync("received by an agency in a month, every page of 200", 20, () => PagesAsync(new ListDossiersRequest { ReceivingAgency = Any(agencies), ReceivedFrom = month, ReceivedBefore = next, PageSize = 200 }));
        await TimeAsync("count by agency and status, the whole province", 20, () => _dossiers.CountDossiersAsync(new CountDossiersRequest(), s_reader).ResponseAsync);
        await TimeAsync("all open dossiers beyond their appointment, every page of 200", 3, () => PagesAsync(new ListDossiersRequest { OverdueOnly = true, PageSize = 200 }));
    }

    private async Task PagesAsync(ListDossiersRequest request)
    {
        do
        {
            var page = await _dossiers.ListDossiersAsync(request, s_reader);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }

    private async Task TimeAsync(string question, int times, Func<Task> ask)
    {
        await ask();
        var took = new double[times];
        for (var i = 0; i < times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await ask();
            took[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        Array.Sort(took);
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {question} | {times:N0} | {took[times / 2]:0.00} | {took[Math.Min(times - 1, times * 99 / 100)]:0.00} | {took[^1]:0.00} |"));
    }

    private string Any(List<string> texts) => texts[_random.Next(texts.Count)];

    private async Task<List<string>> TextsAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
            texts.Add(reader.GetString(0));
        return texts;
    }
}
