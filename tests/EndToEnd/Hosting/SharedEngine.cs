namespace Tthc.EndToEnd.Hosting;

/// <summary>One server for the tests that do not start, stop or reconfigure it.</summary>
public sealed class SharedEngine : IAsyncLifetime
{
    private readonly EngineFolder _folder = new();
    private EngineProcess? _process;

    internal EngineProcess Process => _process!;

    internal EngineClient NewClient() => new(Process.Address);

    public async Task InitializeAsync() => _process = await EngineProcess.StartAsync(_folder);

    public Task DisposeAsync()
    {
        _process?.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }
}

/// <summary>Tests on the shared server.</summary>
[CollectionDefinition(Name)]
public sealed class OnSharedEngine : ICollectionFixture<SharedEngine>
{
    public const string Name = "shared engine";
}
