namespace Tthc.EndToEnd.Hosting;

/// <summary>A server of one test, on a folder of its own, with a client.</summary>
internal sealed class PrivateEngine : IDisposable
{
    private readonly Func<EngineFolder, string[], Task<EngineProcess>> _start;

    private PrivateEngine(EngineFolder folder, EngineProcess process, Func<EngineFolder, string[], Task<EngineProcess>> start)
    {
        _start = start;
        Folder = folder;
        Process = process;
        Client = new EngineClient(process.Address);
    }

    public EngineFolder Folder { get; }

    public EngineProcess Process { get; private set; }

    public EngineClient Client { get; private set; }

    public static Task<PrivateEngine> StartAsync(EngineFolder? folder = null) => StartAsync(folder ?? new EngineFolder(), EngineProcess.StartAsync);

    /// <summary>With the clock of the world: only so may several engines share a database.</summary>
    public static Task<PrivateEngine> StartInRealTimeAsync(EngineFolder folder) => StartAsync(folder, EngineProcess.StartInRealTimeAsync);

    /// <summary>The same, for one that is expected to tell errors.</summary>
    public static async Task<PrivateEngine> StartWithErrorsAsync(EngineFolder folder) =>
        new(folder, await EngineProcess.StartInRealTimeAsync(folder), EngineProcess.StartInRealTimeAsync);

    private static async Task<PrivateEngine> StartAsync(EngineFolder folder, Func<EngineFolder, string[], Task<EngineProcess>> start)
    {
        var engine = new PrivateEngine(folder, await start(folder, []), start);
        // Rules that are refused would only show as procedures that nobody knows.
        Assert.DoesNotContain(engine.Process.Output, line => line.Contains(" ERR ", StringComparison.Ordinal));
        return engine;
    }

    /// <summary>Another server on the same folder, after the first was killed or stopped.</summary>
    public async Task RestartAsync(params string[] more)
    {
        Client.Dispose();
        Process.Dispose();
        Process = await _start(Folder, more);
        Client = new EngineClient(Process.Address);
    }

    public void Dispose()
    {
        Client.Dispose();
        Process.Dispose();
        Folder.Dispose();
    }
}
