using System.Globalization;

namespace Tthc.Faults;

/// <summary>What to run, read from the command line.</summary>
internal sealed record FaultOptions
{
    public const string Help = """
        Faults: clients without mercy on few dossiers, while what they need is killed; then every history is held against the store.

          --minutes N        how long, may be a fraction (1); longer when a kind of fault has not taken place by then
          --seed N           repeats what the clients try and which faults come when; what they meet is a matter of timing
          --database NAME    postgres (default) or sqlite
          --nodes N          engines on the database (2; sqlite: 1)
          --clients N        at once (16)
          --dossiers N       that they meet on, in each round (6)
          --faults A,B,…     of kill, database, cut, rules, migrate, clock, disk; default: all that the database knows,
                             disk (a small one is mounted and filled) only as root
          --round SECONDS    then everything is stopped and held against the store (20)
          --keep             leave the folder behind

        Exit code: 0 nothing was violated, 1 something was, 2 it could not be run.
        """;

    private static readonly string[] s_postgres = ["kill", "database", "cut", "rules", "migrate", "disk"];
    private static readonly string[] s_sqlite = ["kill", "rules", "migrate", "clock", "disk"];

    public TimeSpan Time { get; private init; } = TimeSpan.FromMinutes(1);

    public TimeSpan Round { get; private init; } = TimeSpan.FromSeconds(20);

    public int Seed { get; private init; }

    public bool IsPostgres { get; private init; }

    public int Nodes { get; private init; }

    public int Clients { get; private init; }

    public int Dossiers { get; private init; }

    public bool Keep { get; private init; }

    public IReadOnlySet<string> Faults { get; private init; } = new HashSet<string>();

    /// <exception cref="FormatException">Something is not as it should be; the message says what.</exception>
    public static FaultOptions Read(IReadOnlyList<string> arguments)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--keep")
                given["keep"] = "";
            else if (arguments[i].StartsWith("--", StringComparison.Ordinal) && i + 1 < arguments.Count)
                given[arguments[i][2..]] = arguments[++i];
            else
                throw new FormatException($"'{arguments[i]}' is not understood.");
        }
        var unknown = given.Keys.Except(["keep", "minutes", "seed", "database", "nodes", "clients", "dossiers", "faults", "round"]).FirstOrDefault();
        if (unknown is not null)
            throw new FormatException($"There is no option --{unknown}.");
        var postgres = given.GetValueOrDefault("database", "postgres") switch { "postgres" => true, "sqlite" => false, var other => throw new FormatException($"No database '{other}'.") };
        var possible = postgres ? s_postgres : s_sqlite;
        var faults = given.TryGetValue("faults", out var list) ? list.Split(',', StringSplitOptions.RemoveEmptyEntries) : Environment.UserName == "root" ? possible : possible.Except(["disk"]).ToArray();
        if (faults.Except(possible).FirstOrDefault() is { } impossible)
            throw new FormatException($"No fault '{impossible}' with this database: {string.Join(", ", possible)}.");
        return new FaultOptions
        {
            Time = TimeSpan.FromMinutes(Number("minutes", 1)),
            Round = TimeSpan.FromSeconds(Number("round", 20)),
            Seed = given.ContainsKey("seed") ? (int)Number("seed", 0) : Random.Shared.Next(),
            IsPostgres = postgres,
            Nodes = postgres ? (int)Number("nodes", 2) : 1,
            Clients = (int)Number("clients", 16),
            Dossiers = (int)Number("dossiers", 6),
            Keep = given.ContainsKey("keep"),
            Faults = faults.ToHashSet(StringComparer.Ordinal),
        };

        double Number(string name, double usual) => !given.TryGetValue(name, out var text)
            ? usual
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= 0 ? value : throw new FormatException($"--{name} '{text}' is not a number.");
    }

    public override string ToString() =>
        $"--seed {Seed} --minutes {Time.TotalMinutes:0.##} --database {(IsPostgres ? "postgres" : "sqlite")} --nodes {Nodes} --clients {Clients} --dossiers {Dossiers} --faults {string.Join(',', Faults.Order())}";
}
