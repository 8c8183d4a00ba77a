namespace Tthc.Cli.Tests;

/// <summary>The repository the tests run in.</summary>
internal static class RepositoryFolder
{
    public static string Path { get; } = Find();

    public static string Of(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(at.FullName, "global.json")))
            at = at.Parent!;
        return at.FullName;
    }
}
