using Tthc.EndToEnd.Hosting;

namespace Tthc.EndToEnd.Rules;

/// <summary>Clients that receive dossiers without pause until they are told to end.</summary>
internal sealed class ReceiptLoad : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task<List<string>>[] _clients;

    public ReceiptLoad(Uri engine) => _clients = [.. Enumerable.Range(0, 8).Select(i => Task.Run(() => ReceiveAsync(engine, Communes.All[i % Communes.All.Length])))];

    /// <summary>Ends the load; for each client the procedure revision of each dossier it received, in order.</summary>
    public async Task<IReadOnlyList<List<string>>> EndAsync()
    {
        await _end.CancelAsync();
        return await Task.WhenAll(_clients);
    }

    public void Dispose() => _end.Dispose();

    private async Task<List<string>> ReceiveAsync(Uri engine, string agency)
    {
        using var client = new EngineClient(engine);
        var revisions = new List<string>();
        while (!_end.IsCancellationRequested)
            revisions.Add((await client.ReceiveAsync(agency: agency)).ProcedureRevision);
        return revisions;
    }
}
