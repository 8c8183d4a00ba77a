using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tthc.Cli.Demo;

/// <summary>An engine of its own for as long as the demo lasts.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private const string Ready = "READY ";
    private const int MostLines = 40;
    private const int Terminate = 15;

    private static readonly TimeSpan s_startLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_stopLimit = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _lastLines = new();

    private EngineProcess(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.UseShellExecute = false;
        // What an administrator set for the real engine must not reach this one.
        foreach (var name in start.Environment.Keys.Where(k => k == "ASPNETCORE_URLS" || k.StartsWith("TTHC_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new EngineDidNotStartException(string.Join('\n', _lastLines)));
    }

    /// <summary>What it said last, for when it fails.</summary>
    public string LastLines => string.Join('\n', _lastLines);

    public static EngineProcess Start(ProcessStartInfo start, DemoOptions options, string store)
    {
        string[] arguments =
        [
            $"--Storage:Path={store}", "--Listen:Port=0", "--Clock:Simulated=true",
            $"--Clock:Start={options.Start:yyyy-MM-ddTHH:mm:sszzz}", $"--Rules:Path={options.RulesFolder}", "--Logging:Level=Warning",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var engine = new EngineProcess(start);
        engine._process.Start();
        engine._process.BeginOutputReadLine();
        engine._process.BeginErrorReadLine();
        return engine;
    }

    /// <summary>Where it serves, once it does.</summary>
    /// <exception cref="EngineDidNotStartException">It ended, or took too long.</exception>
    public async Task<Uri> WhenReadyAsync(CancellationToken cancellation)
    {
        try
        {
            return await _ready.Task.WaitAsync(s_startLimit, cancellation);
        }
        catch (TimeoutException)
        {
            throw new EngineDidNotStartException(LastLines);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // Asked first: it closes its store and its log.
            if (OperatingSystem.IsWindows() || kill(_process.Id, Terminate) != 0)
                _process.Kill(entireProcessTree: true);
            using var limit = new CancellationTokenSource(s_stopLimit);
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }
        _process.Dispose();
    }

    private void Note(string? line)
    {
        if (line is null)
            return;
        if (line.StartsWith(Ready, StringComparison.Ordinal) && Uri.TryCreate(line[Ready.Length..].Trim(), UriKind.Absolute, out var address))
            _ready.TrySetResult(address);
        _lastLines.Enqueue(line);
        while (_lastLines.Count > MostLines)
            _lastLines.TryDequeue(out _);
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);
}

/// <summary>The engine ended or was silent before it served.</summary>
internal sealed class EngineDidNotStartException(string lastLines) : Exception(lastLines);
