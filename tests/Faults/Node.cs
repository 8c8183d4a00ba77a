using Tthc.EndToEnd.Hosting;

namespace Tthc.Faults;

/// <summary>One engine, its folder, and the client that calls it as long as it lives.</summary>
internal sealed class Node(int number, EngineFolder folder, IReadOnlyList<string> settings) : IDisposable
{
    private EngineProcess? _process;
    private volatile EngineClient? _client;

    public EngineFolder Folder => folder;

    /// <summary>Null while it is down.</summary>
    public EngineClient? Client => _client;

    /// <summary>Starts it, as often as it takes: what it needs may be down just now.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                _process = await EngineProcess.StartWithAsync([.. settings]);
                _client = new EngineClient(_process.Address);
                return;
            }
            catch (InvalidOperationException e) when (!cancellation.IsCancellationRequested)
            {
                // Not started because the database is away or recovering; anything else comes again and is told.
                if (!e.Message.Contains("cannot be reached", StringComparison.Ordinal) && !e.Message.Contains("57P", StringComparison.Ordinal) && !e.Message.Contains("No space left", StringComparison.Ordinal))
                    throw;
                await Task.Delay(200, cancellation);
            }
        }
    }

    public void Kill()
    {
        _client = null;
        _process?.Dispose();
        _process = null;
    }

    /// <summary>Starts one and kills it before it is ready, in the middle of whatever it was at.</summary>
    public async Task KillWhileStartingAsync(TimeSpan after)
    {
        using var end = new CancellationTokenSource();
        var starting = EngineProcess.StartWithAsync([.. settings]);
        await Task.WhenAny(starting, Task.Delay(after, end.Token));
        foreach (var engine in System.Diagnostics.Process.GetProcessesByName("dotnet").Where(p => IsOurs(p)))
            engine.Kill();
        await end.CancelAsync();
        try
        {
            (await starting).Dispose();
        }
        catch (InvalidOperationException)
        {
            // It ended before it was ready: what was wanted.
        }
    }

    public override string ToString() => $"node {number}";

    public void Dispose()
    {
        Kill();
        folder.Dispose();
    }

    private bool IsOurs(System.Diagnostics.Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline").Contains(folder.Root, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
