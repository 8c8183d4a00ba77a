namespace Tthc.EndToEnd.Hosting;

/// <summary>A throw-away folder: a store, and a copy of the real rules with the test procedures beside them.</summary>
internal sealed class EngineFolder : IDisposable
{
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

    public string StoreFile => Path.Combine(Store, "tthc.db");

    public string Procedure(string name) => Path.Combine(Rules, "procedures", name + ".procedure.json");

    /// <summary>Writes a rule file as an editor does that takes care: beside it, then in its place.</summary>
    public void WriteProcedure(string name, string text)
    {
        var beside = Procedure(name) + ".tmp";
        File.WriteAllText(beside, text);
        File.Move(beside, Procedure(name), overwrite: true);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

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
