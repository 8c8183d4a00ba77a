using System.Globalization;

namespace Tthc.Bench.Province;

/// <summary>What to write and measure, from the command line.</summary>
internal sealed record ProvinceOptions
{
    public const string Help = """
        Years of a province: dossiers that arrive as a Poisson process with its busy Mondays and last hours, go through
        the shipped procedures with supplements, payments, refusals, delays and some falsifications, and are taken over by
        ImportDossiers. Then what people ask for is timed on them, and every plan of the database is looked at.

        Starts a PostgreSQL cluster of its own that flushes (eng/postgres.sh) and the engine built in Release on it.

        Options:
          --dossiers <n>   how many, default 20000
          --from <day>     the first day, default 2021-01-04
          --to <day>       the day up to which is told, default 2026-11-20
          --seed <n>       the same seed writes the same histories, default 1
          --out <file>     only write the histories, JSON Lines as 'tthc dossier import' reads them; no database
          --cluster <path> keep the cluster there; where one is already, only ask
          --folder <path>  where cluster and store are made, default the folder for temporary files
          --help
        """;

    public int Dossiers { get; private init; } = 20_000;

    public DateOnly From { get; private init; } = new(2021, 1, 4);

    public DateOnly To { get; private init; } = new(2026, 11, 20);

    public ulong Seed { get; private init; } = 1;

    public string? Out { get; private init; }

    public string? Cluster { get; private init; }

    public string Folder { get; private init; } = Path.GetTempPath();

    /// <summary>The options, or null when they cannot be understood.</summary>
    public static ProvinceOptions? Parse(string[] args)
    {
        var options = new ProvinceOptions();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            if (options.With(args[i], args[i + 1]) is not { } next)
                return null;
            options = next;
        }
        return args.Length % 2 == 0 && options.From < options.To ? options : null;
    }

    private ProvinceOptions? With(string option, string value) => option switch
    {
        "--dossiers" when int.TryParse(value, CultureInfo.InvariantCulture, out var dossiers) => this with { Dossiers = dossiers },
        "--from" when DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var day) => this with { From = day },
        "--to" when DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var day) => this with { To = day },
        "--seed" when ulong.TryParse(value, CultureInfo.InvariantCulture, out var seed) => this with { Seed = seed },
        "--out" => this with { Out = value },
        "--cluster" => this with { Cluster = Path.GetFullPath(value) },
        "--folder" => this with { Folder = value },
        _ => null,
    };
}
