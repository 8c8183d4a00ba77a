using System.Diagnostics;
using System.Text.RegularExpressions;
using Tthc.EndToEnd.Hosting;
using Xunit.Abstractions;

namespace Tthc.EndToEnd.Interop;

/// <summary>Clients in other languages, each with its own checks. They run by themselves too: see the head of each.</summary>
public sealed partial class InteropTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_hang = TimeSpan.FromMinutes(5);

    [FactWithProgram("Node.js is not installed.", "node", "--version")]
    public async Task Serves_a_client_in_node()
    {
        var folder = Path.Combine(Repository.Interop, "node");
        await InstallAsync(folder);

        await RunAsync("2026-08-27T01:00:00Z", "node", Path.Combine(folder, "dossier.js"));
    }

    // Debian's own Python: another one on the path would not have Debian's grpc module.
    [FactWithProgram("Debian's packages python3-grpcio and python3-protobuf are not installed.", "/usr/bin/python3", "-c", "import grpc, google.protobuf")]
    public Task Serves_a_client_in_python_that_knows_it_by_reflection_only() =>
        RunAsync("2026-04-23T01:00:00Z", "/usr/bin/python3", Path.Combine(Repository.Interop, "python", "dossier.py"));

    private static async Task InstallAsync(string folder)
    {
        var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
            return;
        var (exit, told) = await CallAsync("npm", ["ci", "--prefix", folder, "--no-audit", "--no-fund"]);
        Assert.True(exit == 0, told);
    }

    private async Task RunAsync(string clock, string program, string script)
    {
        using var folder = new EngineFolder();
        using var engine = await EngineProcess.StartAsync(folder, $"--Clock:Start={clock}");

        var (exit, told) = await CallAsync(program, [script, "--server", engine.Address.Authority]);

        output.WriteLine(told);
        Assert.Equal(0, exit);
        Assert.Matches(Summary(), told);
        Assert.DoesNotContain(engine.Output, line => line.Contains(" ERR ", StringComparison.Ordinal));
    }

    private static async Task<(int Exit, string Told)> CallAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var told = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(s_hang);
        return (process.ExitCode, await told + await complained);
    }

    [GeneratedRegex(@"^[1-9]\d* passed, 0 failed\s*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Summary();
}
