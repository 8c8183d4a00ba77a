using System.Net;
using System.Net.Sockets;
using Tthc.EndToEnd.Hosting;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Sqlite;

namespace Tthc.EndToEnd.Starting;

public sealed class StartTests : IDisposable
{
    private readonly EngineFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Starts_with_defaults()
    {
        // No setting but a free port: the store goes to "data" in the working folder, the rules are those found there.
        using var engine = await EngineProcess.StartWithAsync(["--Listen:Port=0"], _folder.Root);
        using var client = new EngineClient(engine.Address);

        await client.ReceiveAsync();

        Assert.Equal("127.0.0.1", engine.Address.Host);
        Assert.True(File.Exists(_folder.StoreFile));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.7")]
    [InlineData("::")]
    public async Task Refuses_an_address_that_other_machines_reach(string address)
    {
        var (exit, errors) = await EngineProcess.RefuseAsync(_folder, $"--Listen:Address={address}");

        Assert.Equal(1, exit);
        Assert.Contains("Listen:Address", errors);
        Assert.False(File.Exists(_folder.StoreFile));
    }

    [Fact]
    public async Task Tells_every_wrong_setting_at_once()
    {
        var (exit, errors) = await EngineProcess.RefuseAsync(
            _folder, "--Listen:Address=nowhere", "--Listen:Port=70000", "--Clock:Simulated=perhaps", "--Logging:Level=Loud");

        Assert.Equal(1, exit);
        Assert.All(["Listen:Address", "Listen:Port", "Clock:Simulated", "Logging:Level"], setting => Assert.Contains(setting, errors));
    }

    [Theory]
    [InlineData("--Listn:Port=5081", "Listen:Port")]
    [InlineData("--Storage:ConectionString=Host=db", "Storage:ConnectionString")]
    [InlineData("--port=5081", "--help")]
    public async Task Tells_a_misspelt_setting_and_which_was_meant(string setting, string told)
    {
        var (exit, errors) = await EngineProcess.RefuseAsync(_folder, setting);

        Assert.Equal(1, exit);
        Assert.Contains(told, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_that_the_port_is_in_use()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (exit, errors) = await EngineProcess.RefuseAsync(_folder, $"--Listen:Port={port}");

        Assert.Equal(1, exit);
        Assert.Contains($"port {port}", errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Fact]
    public async Task Refuses_a_store_that_another_engine_has()
    {
        using var first = await EngineProcess.StartInRealTimeAsync(_folder);

        var (exit, errors) = await EngineProcess.RefuseAsync(_folder);

        Assert.Equal(1, exit);
        Assert.Contains($"process {first.Id}", errors);
        using var client = new EngineClient(first.Address);
        await client.ReceiveAsync();
    }

    [Fact]
    public async Task Refuses_a_file_that_is_no_store_and_leaves_it_alone()
    {
        Directory.CreateDirectory(_folder.Store);
        var garbage = new byte[8192];
        new Random(1).NextBytes(garbage);
        await File.WriteAllBytesAsync(_folder.StoreFile, garbage);

        var (exit, errors) = await EngineProcess.RefuseAsync(_folder);

        Assert.Equal(1, exit);
        Assert.Contains(_folder.StoreFile, errors);
        Assert.DoesNotContain("   at ", errors);
        Assert.Equal(garbage, await File.ReadAllBytesAsync(_folder.StoreFile));
    }

    [Fact]
    public async Task Refuses_a_store_of_a_newer_engine()
    {
        SqliteStore.Open(new SqliteOptions { Path = _folder.StoreFile }).Dispose();
        Sqlite.Run(_folder.StoreFile, "insert into schema_migration select max(number) + 1000, 'from-the-future', checksum, applied_at from schema_migration");

        var (exit, errors) = await EngineProcess.RefuseAsync(_folder);

        Assert.Equal(1, exit);
        Assert.Contains("newer", errors, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", errors);
    }

    [Fact]
    public async Task Refuses_a_simulated_clock_on_a_store_with_real_dossiers()
    {
        Protos.V1.Dossier received;
        using (var engine = await EngineProcess.StartInRealTimeAsync(_folder))
        {
            using var client = new EngineClient(engine.Address);
            received = await client.ReceiveAsync();
        }

        var (exit, errors) = await EngineProcess.RefuseAsync(_folder, "--Clock:Simulated=true");

        Assert.Equal(1, exit);
        Assert.Contains("clock", errors, StringComparison.OrdinalIgnoreCase);
        using var again = await EngineProcess.StartInRealTimeAsync(_folder);
        using var reader = new EngineClient(again.Address);
        Assert.Equal(received.Version, (await reader.GetAsync(received.Code)).Version);
    }

    [Fact]
    public async Task Refuses_the_real_clock_on_a_simulated_store()
    {
        (await EngineProcess.StartAsync(_folder)).Dispose();

        var (exit, errors) = await EngineProcess.RefuseAsync(_folder);

        Assert.Equal(1, exit);
        Assert.Contains("clock", errors, StringComparison.OrdinalIgnoreCase);
    }
}
