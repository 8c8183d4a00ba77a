namespace Tthc.EndToEnd.Hosting;

/// <summary>One server for the tests that do not start, stop or reconfigure it.</summary>
public sealed class SharedEngine : IAsyncLifetime
{
    private PrivateEngine? _engine;

    internal EngineClient NewClient() => new(_engine!.Process.Address);

    public async Task InitializeAsync() => _engine = await PrivateEngine.StartAsync();

    public Task DisposeAsync()
    {
        using var engine = _engine;
        // None of the tests on it asks for a failure inside the engine.
        Assert.DoesNotContain(engine?.Process.Output ?? [], line => line.Contains(" ERR ", StringComparison.Ordinal));
        return Task.CompletedTask;
    }
}

/// <summary>Tests on the shared server.</summary>
[CollectionDefinition(Name)]
public sealed class OnSharedEngine : ICollectionFixture<SharedEngine>
{
    public const string Name = "shared engine";
}
