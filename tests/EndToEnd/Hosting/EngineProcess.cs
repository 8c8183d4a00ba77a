using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tthc.EndToEnd.Hosting;

/// <summary>The real server as a child process. Every wait for it ends by what it says or by its end; the limits only turn a hang into a failure.</summary>
internal sealed partial class EngineProcess : IDisposable
{
    public const string SimulatedStart = "2026-07-06T01:00:00Z";
    private const int Terminate = 15;
    private static readonly TimeSpan s_hang = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly Lock _turn = new();
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Found)> _watchers = [];
    private ImmutableList<string> _output = [];
    private ImmutableList<string> _errors = [];

    private EngineProcess(Process process) => _process = process;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public int Id => _process.Id;

    /// <summary>Lines of standard output: READY and the log.</summary>
    public ImmutableList<string> Output => Volatile.Read(ref _output);

    public string Errors => string.Join('\n', Volatile.Read(ref _errors));

    /// <summary>Starts a server with a simulated clock on the folder and waits until it is ready.</summary>
    public static Task<EngineProcess> StartAsync(EngineFolder folder, params string[] more) =>
        StartWithAsync([.. SettingsOf(folder), "--Clock:Simulated=true", $"--Clock:Start={SimulatedStart}", .. more]);

    /// <summary>Starts a server with the clock of the world.</summary>
    public static Task<EngineProcess> StartInRealTimeAsync(EngineFolder folder, params string[] more) => StartWithAsync([.. SettingsOf(folder), .. more]);

    /// <summary>Starts a server that is expected to refuse; its exit code and what it told.</summary>
    public static async Task<(int ExitCode, string Errors)> RefuseAsync(EngineFolder folder, params string[] more)
    {
        using var engine = Start([.. SettingsOf(folder), .. more]);
        return (await engine.ExitAsync(), engine.Errors);
    }

    /// <summary>The settings of a server on the folder at a free port.</summary>
    public static string[] SettingsOf(EngineFolder folder) =>
    [
        $"--Storage:Path={folder.Store}", $"--Rules:Path={folder.Rules}", "--Listen:Port=0",
        .. folder.Database is { } database ? [$"--Storage:ConnectionString={database.Engine}", $"--Storage:OwnerConnectionString={database.Owner}"] : Array.Empty<string>(),
    ];

    /// <summary>Starts a server with exactly these settings and waits until it is ready.</summary>
    public static async Task<EngineProcess> StartWithAsync(string[] settings, string? workingFolder = null)
    {
        var engine = Start(settings, workingFolder);
        try
        {
            var ready = engine.LineAsync(line => line.StartsWith("READY ", StringComparison.Ordinal));
            var ended = engine._process.WaitForExitAsync();
            if (await Task.WhenAny(ready, ended).WaitAsync(s_hang) == ended && !ready.IsCompletedSuccessfully)
                throw new InvalidOperationException($"The engine ended with {engine._process.ExitCode}: {engine.Errors}\n{string.Join('\n', engine.Output)}");
            engine.Address = new Uri((await ready)["READY ".Length..]);
            return engine;
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    /// <summary>The first line of output that is wanted, told already or to come.</summary>
    /// <param name="wanted">Which.</param>
    /// <param name="from">Lines told before this many do not count.</param>
    public Task<string> LineAsync(Func<string, bool> wanted, int from = 0)
    {
        lock (_turn)
        {
            if (_output.Skip(from).FirstOrDefault(wanted) is { } known)
                return Task.FromResult(known);
            var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((wanted, found));
            return found.Task.WaitAsync(s_hang);
        }
    }

    /// <summary>SIGKILL: no farewell.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGTERM, as a service manager does; the exit code.</summary>
    public Task<int> TerminateAsync()
    {
        if (SendSignal(_process.Id, Terminate) != 0)
            throw new InvalidOperationException("The engine could not be signalled.");
        return ExitAsync();
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(s_hang);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);

    private static EngineProcess Start(IEnumerable<string> settings, string? workingFolder = null)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder ?? "",
        };
        start.ArgumentList.Add(Repository.Engine);
        foreach (var setting in settings)
            start.ArgumentList.Add(setting);
        var engine = new EngineProcess(new Process { StartInfo = start });
        engine._process.OutputDataReceived += (_, e) => engine.Heard(e.Data);
        engine._process.ErrorDataReceived += (_, e) => engine.Complained(e.Data);
        engine._process.Start();
        engine._process.BeginOutputReadLine();
        engine._process.BeginErrorReadLine();
        return engine;
    }

    private void Heard(string? line)
    {
        if (line is null)
            return;
        lock (_turn)
        {
            _output = _output.Add(line);
            foreach (var watcher in _watchers.Where(w => w.Wanted(line)).ToList())
            {
                _watchers.Remove(watcher);
                watcher.Found.TrySetResult(line);
            }
        }
    }

    private void Complained(string? line)
    {
        if (line is not null)
            ImmutableInterlocked.Update(ref _errors, lines => lines.Add(line));
    }
}
