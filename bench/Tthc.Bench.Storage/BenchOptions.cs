namespace Tthc.Bench.Storage;

/// <summary>What to measure, from the command line.</summary>
internal sealed record BenchOptions
{
    public const string Help = """
        Steps a second that the embedded store writes, at several batch sizes.

        A step is what one progression of a dossier writes: its row, one event, one work item, its deadline, its
        request. Each variant writes the same rows in the same batches into a store of its own:

          bare    prepared statements straight on SQLite, nothing checked: the ceiling
          ado     the same statements as prepared ADO.NET commands
          store   DossierStore.CommitAsync

        Options:
          --variants <a,b>     default bare,ado,store
          --sizes <n,n>        batch sizes, default 1,16,64,100,256
          --dossiers <n>       open dossiers in the store, default 50000
          --seconds <n>        how long each measurement runs, default 5
          --state-bytes <n>    size of a dossier's state, default 600
          --page-size <n>      page size of a new store for trying out, default the engine's own
          --pragmas <sql>      settings for bare and ado in place of the store's own, for trying out
          --folder <path>      where the stores are made, default the folder for temporary files
          --help
        """;

    public IReadOnlyList<string> Variants { get; private init; } = ["bare", "ado", "store"];

    public IReadOnlyList<int> Sizes { get; private init; } = [1, 16, 64, 100, 256];

    public int Dossiers { get; private init; } = 50_000;

    public double Seconds { get; private init; } = 5;

    public int StateBytes { get; private init; } = 600;

    public int? PageSize { get; private init; }

    public string Pragmas { get; private init; } =
        "pragma synchronous = full; pragma wal_autocheckpoint = 32768; pragma cache_size = -65536;";

    public string Folder { get; private init; } = Path.GetTempPath();

    /// <summary>The options, or null when they cannot be understood.</summary>
    public static BenchOptions? Parse(string[] args)
    {
        var options = new BenchOptions();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var value = args[i + 1];
            var next = args[i] switch
            {
                "--variants" => options with { Variants = value.Split(',') },
                "--sizes" => options with { Sizes = [.. value.Split(',').Select(int.Parse)] },
                "--dossiers" => options with { Dossiers = int.Parse(value) },
                "--seconds" => options with { Seconds = double.Parse(value) },
                "--state-bytes" => options with { StateBytes = int.Parse(value) },
                "--page-size" => options with { PageSize = int.Parse(value) },
                "--pragmas" => options with { Pragmas = value },
                "--folder" => options with { Folder = value },
                _ => null,
            };
            if (next is null)
                return null;
            options = next;
        }

        return args.Length % 2 == 0 ? options : null;
    }
}
