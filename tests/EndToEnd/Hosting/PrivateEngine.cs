namespace Tthc.EndToEnd.Hosting;

/// <summary>A server of one test, on a folder of its own, with a client.</summary>
internal sealed class PrivateEngine : IDisposable
{
    private PrivateEngine(EngineFolder folder, EngineProcess process)
    {
        Folder = folder;
        Process = process;
        Client = new EngineClient(process.Address);
    }

    public EngineFolder Folder { get; }

    public EngineProcess Process { get; private set; }

    public EngineClient Client { get; private set; }

    public static async Task<PrivateEngine> StartAsync(EngineFolder? folder = null)
    {
        folder ??= new EngineFolder();
        var engine = new PrivateEngine(folder, await EngineProcess.StartAsync(folder));
        // Rules that are refused would only show as procedures that nobody knows.
        Assert.DoesNotContain(engine.Process.Output, line => line.Contains(" ERR ", StringComparison.Ordinal));
        return engine;
    }

    /// <summary>Another server on the same folder, after the first was killed or stopped.</summary>
    public async Task RestartAsync(params string[] more)
    {
        Client.Dispose();
        Process.Dispose();
        Process = await EngineProcess.StartAsync(Folder, more);
        Client = new EngineClient(Process.Address);
    }

    public void Dispose()
    {
        Client.Dispose();
        Process.Dispose();
        Folder.Dispose();
    }
}
