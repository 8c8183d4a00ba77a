using System.Diagnostics;
using System.Text.RegularExpressions;
using Tthc.EndToEnd.Hosting;
using Tthc.EndToEnd.Interop;
using Xunit.Abstractions;

namespace Tthc.EndToEnd.Rules;

/// <summary>A month of dossiers, some of them falsified, and a count of the violations by a script that knows the exported events only.</summary>
public sealed partial class MonthOfFindingsTests(ITestOutputHelper output)
{
    private const int Seed = 20250601;
    private const int LeastRules = 18;
    private static readonly TimeSpan s_hang = TimeSpan.FromMinutes(5);

    // Across the reform of 1 July 2025: agencies, procedures, office hours and the policy change within the month.
    [FactWithProgram("Debian's package python3 is not installed.", "/usr/bin/python3", "--version")]
    public async Task Agree_with_a_count_from_the_events_alone()
    {
        using var folder = new EngineFolder();
        var export = Path.Combine(folder.Root, "events.jsonl");
        output.WriteLine($"seed {Seed}");

        var (played, told) = await RunAsync(
            "dotnet", Repository.CommandLine, "demo", "--dossiers", "400", "--days", "31", "--from", "2025-06-10", "--seed", $"{Seed}", "--rules", Repository.Rules, "--engine", Repository.Engine, "--export", export);
        output.WriteLine(told);
        Assert.Equal(0, played);

        var (counted, table) = await RunAsync("/usr/bin/python3", Repository.Count, "--rules", Repository.Rules, "--events", export);
        output.WriteLine(table);
        Assert.Equal(0, counted);
        var summary = Summary().Match(table);
        Assert.True(summary.Success, table);
        // An export in which hardly anything is violated would agree with any count.
        Assert.InRange(int.Parse(summary.Groups[1].ValueSpan, null), LeastRules, 100);
    }

    // A comparison that cannot fail proves nothing: without one finding of the export the count has to notice.
    [FactWithProgram("Debian's package python3 is not installed.", "/usr/bin/python3", "--version")]
    public async Task Differ_from_the_count_once_a_finding_is_taken_out()
    {
        using var folder = new EngineFolder();
        var export = Path.Combine(folder.Root, "events.jsonl");
        var (played, told) = await RunAsync(
            "dotnet", Repository.CommandLine, "demo", "--dossiers", "60", "--days", "20", "--seed", $"{Seed}", "--rules", Repository.Rules, "--engine", Repository.Engine, "--export", export);
        Assert.True(played == 0, told);
        var lines = await File.ReadAllLinesAsync(export);
        // A violation: reminders are not counted.
        var found = Array.FindIndex(lines, l => l.Contains("\"finding-raised\"", StringComparison.Ordinal) && Violation().IsMatch(l));
        Assert.True(found >= 0);
        await File.WriteAllLinesAsync(export, lines.Where((_, i) => i != found));

        var (counted, table) = await RunAsync("/usr/bin/python3", Repository.Count, "--rules", Repository.Rules, "--events", export);

        Assert.Equal(1, counted);
        Assert.Contains("differ: 1:", table);
    }

    private static async Task<(int Exit, string Told)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var told = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(s_hang);
        return (process.ExitCode, await told + await complained);
    }

    [GeneratedRegex("""rule\\*":\s*\\*"V\d""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Violation();

    [GeneratedRegex(@"rules counted, (\d+) of them held somewhere, 0 differ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Summary();
}
