using System.Reflection;

namespace Tthc.EndToEnd.Hosting;

/// <summary>Where things are, found from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Rules { get; } = Path.Combine(Root, "rules");

    /// <summary>Procedures that exist for these tests only.</summary>
    public static string TestRules { get; } = Path.Combine(AppContext.BaseDirectory, "test-rules");

    public static string Interop { get; } = Path.Combine(Root, "tests", "Interop");

    /// <summary>The independent count of violations.</summary>
    public static string Count { get; } = Path.Combine(Root, "tests", "Findings", "count.py");

    /// <summary>The command line as it is built, of the same configuration as these tests.</summary>
    public static string CommandLine { get; } = Path.Combine(Root, "src", "Cli", "bin", Configuration(), "net10.0", "tthc.dll");

    /// <summary>The server as it is built, of the same configuration as these tests.</summary>
    public static string Engine { get; } = Path.Combine(Root, "src", "Engine", "bin", Configuration(), "net10.0", "Tthc.Engine.dll");

    /// <summary>The fault programme as it is built.</summary>
    public static string Faults { get; } = Path.Combine(Root, "tests", "Faults", "bin", Configuration(), "net10.0", "Tthc.Faults.dll");

    private static string Configuration() => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Configuration").Value!;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
                return folder.FullName;
        throw new InvalidOperationException($"No repository above {AppContext.BaseDirectory}.");
    }
}
