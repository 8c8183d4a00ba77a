using System.Diagnostics;
using Npgsql;
using Tthc.EndToEnd.Disk;
using Tthc.EndToEnd.Hosting;
using Tthc.Storage.Database;
using Tthc.Testing;

namespace Tthc.Faults;

/// <summary>Rounds of clients and faults; after each everything is let come to rest and held against the store.</summary>
internal sealed class FaultRun(FaultOptions options) : IAsyncDisposable
{
    /// <summary>After its time a run goes on for at most so many rounds, until each kind of fault took place.</summary>
    private const int MostRoundsMore = 10;

    private readonly History _history = new();
    private readonly List<Node> _nodes = [];
    private readonly Random _random = new(options.Seed ^ 0x5bd1e995);
    private EngineFolder? _owner;
    private SmallDisk? _disk;
    private Cluster? _cluster;
    private CuttingProxy? _proxy;

    /// <summary>Runs it; whether nothing was violated.</summary>
    public async Task<bool> RunAsync(TextWriter output)
    {
        var clock = Stopwatch.StartNew();
        await StartAsync(output);
        var followers = _nodes.Select((_, i) => new FeedFollower(_nodes, i, _history)).ToList();
        var saboteur = new Saboteur(options, _nodes, new Reach(_cluster, _proxy, _disk), _history);
        var checker = new Checker(_history);
        // On a slow machine a round holds few faults: no run ends before each kind took place once.
        for (var round = 1; _history.Violations.Count == 0 && (round == 1 || clock.Elapsed < options.Time || saboteur.Missing.Count > 0); round++)
        {
            if (round > 1 && clock.Elapsed > options.Time + (options.Round * MostRoundsMore))
            {
                _history.Violated($"never took place: {string.Join(", ", saboteur.Missing)}");
                break;
            }

            await RoundAsync(round, followers, saboteur);
            await CheckAsync(checker, followers);
            await output.WriteLineAsync($"[{clock.Elapsed:hh\\:mm\\:ss}] round {round}: {checker.Position} events, {_history.Totals}; faults: {saboteur.Totals}");
        }
        foreach (var violation in _history.Violations)
            await output.WriteLineAsync($"VIOLATION: {violation}");
        return _history.Violations.Count == 0;
    }

    private async Task CheckAsync(Checker checker, List<FeedFollower> followers)
    {
        // A file has one owner at a time.
        if (!options.IsPostgres)
            _nodes[0].Kill();
        await using (var store = await _owner!.OpenStoreAsync(options.Faults.Contains("clock") ? StoreClock.Simulated : StoreClock.Real))
            await checker.CheckAsync(store, followers);
        if (!options.IsPostgres)
            await _nodes[0].StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Enumerable.Reverse(_nodes))
            node.Dispose();
        _proxy?.Dispose();
        _cluster?.Dispose();
        _disk?.Dispose();
        await Task.CompletedTask;
    }

    private async Task StartAsync(TextWriter output)
    {
        if (options.Faults.Contains("disk"))
            _disk = new SmallDisk(options.IsPostgres ? 700 : 200);
        if (options.IsPostgres)
        {
            _cluster = new Cluster(_disk?.Path);
            _proxy = new CuttingProxy(_cluster.Port, options.Seed);
            _owner = await EngineFolder.OnPostgresAsync();
        }
        else
        {
            _owner = _disk is null ? new EngineFolder() : new EngineFolder { Store = Path.Combine(_disk.Path, "data") };
        }
        for (var i = 0; i < options.Nodes; i++)
        {
            var folder = i == 0 ? _owner : _owner.Beside();
            _nodes.Add(new Node(i + 1, folder, SettingsOf(folder)));
        }
        for (var i = 0; i < 4 && options.Faults.Contains("migrate"); i++)
            await _nodes[0].KillWhileStartingAsync(TimeSpan.FromMilliseconds(_random.Next(200, 2500)));
        foreach (var node in _nodes)
            await node.StartAsync(CancellationToken.None);
        await output.WriteLineAsync($"{_nodes.Count} node(s) up on {(options.IsPostgres ? $"PostgreSQL, port {_cluster!.Port}, by way of {_proxy!.Port}" : _owner.Store)}");
    }

    private async Task RoundAsync(int round, List<FeedFollower> followers, Saboteur saboteur)
    {
        using var acts = new CancellationTokenSource();
        using var feeds = new CancellationTokenSource();
        var dossiers = new RoundDossiers(options.Dossiers);
        var clients = Enumerable.Range(0, options.Clients)
            .Select(i => new BusyClient($"r{round}c{i}", _random.Next(), _nodes, dossiers, _history))
            .Select(client => Task.Run(() => client.RunAsync(acts.Token))).ToList();
        var following = followers.Select(f => Task.Run(() => f.RunAsync(feeds.Token))).ToList();
        var sabotage = Task.Run(() => saboteur.RunAsync(acts.Token));
        await Task.WhenAny(Task.Delay(options.Round), Task.WhenAll(clients), sabotage);
        await acts.CancelAsync();
        // Faults end first, so that what is under way can come to its end.
        await sabotage;
        await Task.WhenAll(clients);
        await feeds.CancelAsync();
        await Task.WhenAll(following);
        // Nothing falls due while the followers and the checker look: real deadlines are days away, and a stepped clock stands.
        await Task.WhenAll(followers.Select(f => f.CatchUpAsync()));
    }

    private string[] SettingsOf(EngineFolder folder)
    {
        string[] common = [$"--Storage:Path={folder.Store}", $"--Rules:Path={folder.Rules}", "--Listen:Port=0", "--Logging:Level=Error"];
        string[] clock = options.Faults.Contains("clock") ? ["--Clock:Simulated=true", $"--Clock:Start={EngineProcess.SimulatedStart}"] : [];
        return folder.Database is { } database ? [.. common, .. clock, $"--Storage:ConnectionString={ByProxy(database.Engine)}", $"--Storage:OwnerConnectionString={ByProxy(database.Owner)}"] : [.. common, .. clock];
    }

    private string ByProxy(string connection) =>
        new NpgsqlConnectionStringBuilder(connection) { Host = "127.0.0.1", Port = _proxy!.Port, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable }.ConnectionString;
}
