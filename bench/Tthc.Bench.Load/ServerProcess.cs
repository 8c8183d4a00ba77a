using System.Diagnostics;
using System.Globalization;

namespace Tthc.Bench.Load;

/// <summary>The engine in a process of its own, on a throw-away folder.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private ServerProcess(Process process, DirectoryInfo folder)
    {
        _process = process;
        _folder = folder;
    }

    private static string TestRules => Path.Combine(AppContext.BaseDirectory, "test-rules");

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public int Id => _process.Id;

    public string StoreFile => Path.Combine(_folder.FullName, "data", "tthc.db");

    public string RulesFolder => Path.Combine(_folder.FullName, "rules");

    /// <summary>Processor time used so far, user and system.</summary>
    public TimeSpan Used
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <exception cref="InvalidOperationException">It did not start.</exception>
    public static async Task<ServerProcess> StartAsync(LoadOptions options, int number = 1)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.Folder, string.Create(CultureInfo.InvariantCulture, $"tthc-load-{Environment.ProcessId}-{number}")));
        var root = RepositoryFolder();
        Copy(Path.Combine(root, "rules"), Path.Combine(folder.FullName, "rules"));
        if (Directory.Exists(TestRules))
            Copy(TestRules, Path.Combine(folder.FullName, "rules"));
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(options.Engine ?? Path.Combine(root, "src", "Engine", "bin", "Release", "net10.0", "Tthc.Engine.dll"));
        string[] settings = [$"Storage:Path={folder.FullName}/data", $"Rules:Path={folder.FullName}/rules", "Listen:Port=0", .. options.Settings];
        foreach (var setting in settings)
            start.ArgumentList.Add("--" + setting);
        if (options.Profile)
            NameMethods(start);
        var server = new ServerProcess(new Process { StartInfo = start }, folder);
        await server.WaitUntilReadyAsync();
        return server;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task WaitUntilReadyAsync()
    {
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, e) =>
        {
            // The log is read and dropped, as a service manager would take it away.
            if (e.Data is null)
                ready.TrySetException(new InvalidOperationException("The engine ended. Is it built? dotnet build -c Release src/Engine"));
            else if (e.Data.StartsWith("READY ", StringComparison.Ordinal))
                ready.TrySetResult(e.Data["READY ".Length..]);
        };
        _process.Start();
        _process.BeginOutputReadLine();
        Address = new Uri(await ready.Task);
    }

    /// <summary>perf finds a managed method by the map the runtime writes: only for code compiled at run time, and only where code is mapped once.</summary>
    private static void NameMethods(ProcessStartInfo start)
    {
        start.Environment["DOTNET_PerfMapEnabled"] = "1";
        start.Environment["DOTNET_ReadyToRun"] = "0";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
    }

    private static string RepositoryFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
                return folder.FullName;
        throw new InvalidOperationException("Run it inside the repository, or name a running engine: --server http://127.0.0.1:5080");
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*.json", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
