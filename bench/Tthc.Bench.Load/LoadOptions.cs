using System.Globalization;

namespace Tthc.Bench.Load;

/// <summary>What to measure, from the command line.</summary>
internal sealed record LoadOptions
{
    public const string Help = """
        Step progressions (AdvanceStep) a second of a real engine process over gRPC, and what the machine allows.

        Starts the engine built in Release on a throw-away store, receives dossiers of a long procedure, and keeps a
        number of calls in flight. Beside each figure two ceilings of the same run: the empty unary call of the same
        server (grpc.health.v1.Health/Check), and the bare SQLite transaction that writes rows of the same size in
        batches of the size the engine really committed.

        Options:
          --in-flight <n,n>    calls in flight, default 1,16,64,256
          --seconds <n>        how long each measurement runs, default 10
          --warm-up <n>        seconds of full load before the first measurement, default 10
          --dossiers <n>       dossiers that are moved, default 2000; after --postgres 20000, so that none comes to hundreds of events
          --engine <path>      Tthc.Engine.dll, default the newest Release build of this repository
          --setting <s>        a setting for the engine, such as --setting Logging:Level=Warning; may be repeated
          --server <url>       an engine that runs already, with the rules of tests/EndToEnd/test-rules; processor
                               time and batches are then not known, and the bare batches are as large as the calls in flight
          --folder <path>      where the stores are made, default the folder for temporary files
          --postgres           on a PostgreSQL cluster of the run's own that flushes: beside the steps the empty call,
                               pgbench (one guarded update, one insert) and a bare loop of group commits of the same
                               rows; what a step costs in transactions, round trips, bytes of log, allocations and
                               processor time; then two engines on the one database against one
          --one-engine         after --postgres: leaves out the two engines
          --months <n>         after --postgres: the store has tables of events for so many months past
          --rules              instead: what edits of rules cost, the impact preview over all dossiers (--dossiers 100000)
                               and the time from a publish to the first verdict by it
          --streams <n>        instead: so many streams of WatchEvents, each of one agency, beside 64 callers: steps a second with
                               and without them, events delivered, and how long after the recording
          --due <n>            instead, on a PostgreSQL cluster of the run's own and a simulated clock: so many dossiers
                               whose step falls due in one minute, and what 64 callers feel while that is carried out
          --profile            print how to profile the engine, start it so that perf can name its methods, and run
                               only the largest number of calls in flight
          --help
        """;

    public IReadOnlyList<int> InFlight { get; private init; } = [1, 16, 64, 256];

    public double Seconds { get; private init; } = 10;

    public double WarmUp { get; private init; } = 10;

    public int Dossiers { get; private init; } = 2000;

    public int Streams { get; private init; }

    public int Due { get; private init; }

    public string? Engine { get; private init; }

    public IReadOnlyList<string> Settings { get; private init; } = [];

    public Uri? Server { get; private init; }

    public string Folder { get; private init; } = Path.GetTempPath();

    public bool Profile { get; private init; }

    public bool OneEngine { get; private init; }

    public int Months { get; private init; }

    public bool Rules { get; private init; }

    public bool Postgres { get; private init; }

    /// <summary>The same, with the engine on this database.</summary>
    public LoadOptions On(string connectionString) => this with { Settings = [.. Settings, $"Storage:ConnectionString={connectionString}"] };

    /// <summary>The options, or null when they cannot be understood.</summary>
    public static LoadOptions? Parse(string[] args)
    {
        var options = new LoadOptions();
        for (var i = 0; i < args.Length; i++)
        {
            if (options.With(args[i]) is { } flagged)
            {
                options = flagged;
                continue;
            }
            if (i + 1 == args.Length || options.With(args[i], args[++i]) is not { } next)
                return null;
            options = next;
        }
        return options;
    }

    private LoadOptions? With(string flag) => flag switch
    {
        "--profile" => this with { Profile = true },
        "--one-engine" => this with { OneEngine = true },
        "--rules" => this with { Rules = true },
        "--postgres" => this with { Postgres = true, Dossiers = 20_000 },
        _ => null,
    };

    private LoadOptions? With(string option, string value) => option switch
    {
        "--in-flight" => this with { InFlight = [.. value.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))] },
        "--seconds" => this with { Seconds = double.Parse(value, CultureInfo.InvariantCulture) },
        "--warm-up" => this with { WarmUp = double.Parse(value, CultureInfo.InvariantCulture) },
        "--dossiers" => this with { Dossiers = int.Parse(value, CultureInfo.InvariantCulture) },
        "--months" => this with { Months = int.Parse(value, CultureInfo.InvariantCulture) },
        "--due" => this with { Due = int.Parse(value, CultureInfo.InvariantCulture), Settings = [.. Settings, "Clock:Simulated=true", "Clock:Start=2026-07-06T01:00:00Z"] },
        "--streams" => this with { Streams = int.Parse(value, CultureInfo.InvariantCulture) },
        "--engine" => this with { Engine = value },
        "--setting" => this with { Settings = [.. Settings, value] },
        "--server" => this with { Server = new Uri(value) },
        "--folder" => this with { Folder = value },
        _ => null,
    };
}
