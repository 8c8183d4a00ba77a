using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;
using Tthc.Storage.Database.Sqlite;
using Tthc.Testing;

namespace Tthc.EndToEnd.Hosting;

/// <summary>A throw-away folder: a store, and a copy of the real rules with the test procedures beside them.</summary>
internal sealed class EngineFolder : IDisposable
{
    private bool _isGuest;

    public EngineFolder()
    {
        Root = Directory.CreateTempSubdirectory("tthc-e2e-").FullName;
        Store = Path.Combine(Root, "data");
        Rules = Path.Combine(Root, "rules");
        Copy(Repository.Rules, Rules);
        Copy(Repository.TestRules, Rules);
        CalendarYears.ReachNextYear(Rules, TimeProvider.System.GetUtcNow().Year);
    }

    public string Root { get; }

    /// <summary>Storage:Path.</summary>
    public string Store { get; init; }

    /// <summary>Rules:Path.</summary>
    public string Rules { get; }

    /// <summary>The PostgreSQL database that keeps the store instead of the folder; null for the folder.</summary>
    public PostgresDatabase? Database { get; private init; }

    public string StoreFile => Path.Combine(Store, "tthc.db");

    public string Procedure(string name) => Path.Combine(Rules, "procedures", name + ".procedure.json");

    /// <summary>Writes a rule file as an editor does that takes care: beside it, then in its place.</summary>
    public void WriteProcedure(string name, string text)
    {
        var beside = Procedure(name) + ".tmp";
        File.WriteAllText(beside, text);
        File.Move(beside, Procedure(name), overwrite: true);
    }

    /// <summary>The folder of another engine on the same database, with its own copy of the rules. Dispose of it first.</summary>
    public EngineFolder Beside() => new() { Database = Database, _isGuest = true };

    public static async Task<EngineFolder> OnPostgresAsync() => new() { Database = await PostgresDatabase.CreateAsync() };

    /// <summary>Opens the store beside the engine, or after it.</summary>
    public async Task<Store> OpenStoreAsync(StoreClock clock) => Database is { } database
        ? await PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = database.Engine, Clock = clock })
        : SqliteStore.Open(new SqliteOptions { Path = StoreFile, Clock = clock });

    public void Dispose()
    {
        if (Database is { } database && !_isGuest)
            Task.Run(async () => await database.DisposeAsync()).GetAwaiter().GetResult();
        Directory.Delete(Root, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*.json", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
