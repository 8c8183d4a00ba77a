using System.Diagnostics;
using Tthc.EndToEnd.Hosting;
using Xunit.Abstractions;

namespace Tthc.EndToEnd.Faults;

/// <summary>A short run of the fault programme; docs/faults.md tells of the long ones. It prints its seed, with which it is repeated.</summary>
public sealed class FaultProgrammeTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("postgres", "0.4", "cut,database,disk,kill,migrate,rules")]
    [InlineData("sqlite", "0.3", "clock,disk,kill,rules")]
    [Trait("Category", "Slow")]
    public async Task Violates_nothing_while_everything_is_killed(string database, string minutes, string faults)
    {
        // Only root mounts a disk that may be filled.
        if (Environment.UserName != "root")
            faults = string.Join(',', faults.Split(',').Except(["disk"]));
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Repository.Faults, "--database", database, "--minutes", minutes, "--round", "12", "--faults", faults },
        };
        using var programme = Process.Start(start)!;
        var errors = programme.StandardError.ReadToEndAsync();
        var told = await programme.StandardOutput.ReadToEndAsync();
        await programme.WaitForExitAsync();

        output.WriteLine(told);
        Assert.Equal("", await errors);
        Assert.True(programme.ExitCode == 0, told);
        Assert.Contains("0 violations", told, StringComparison.Ordinal);
        // A fault that never takes place proves nothing.
        var last = told.Split('\n').Last(line => line.Contains("faults: ", StringComparison.Ordinal));
        Assert.All(faults.Split(',').Except(["migrate"]), fault => Assert.Contains($" {fault}", last[last.IndexOf("faults: ", StringComparison.Ordinal)..], StringComparison.Ordinal));
        Assert.DoesNotContain(" 0 acts acknowledged", told, StringComparison.Ordinal);
    }
}
