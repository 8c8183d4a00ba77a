using Tthc.Cli.Invocation;
using Tthc.Cli.Tests.Running;

namespace Tthc.Cli.Tests.Demo;

/// <summary>The demo against the real engine in a process of its own.</summary>
public sealed class DemoTests
{
    private static readonly string[] s_line =
        ["demo", "--dossiers", "120", "--days", "31", "--seed", "5", "--rules", RepositoryFolder.Of("rules")];

    [Fact]
    public async Task Plays_the_same_month_twice_and_leaves_nothing_behind()
    {
        using var temporary = new TemporaryFolder();

        var first = await CliRun.OfAsync(s_line, temporary: temporary.Path);
        var second = await CliRun.OfAsync(s_line, temporary: temporary.Path);

        Assert.Equal((ExitCode.Ok, ""), (first.ExitCode, first.Error));
        Assert.Contains("Tổng số", first.Output);
        Assert.Contains("QUÁ HẠN TRẢ KẾT QUẢ", first.Output);
        Assert.DoesNotContain("Từ chối ngoài dự kiến", first.Output);
        Assert.Contains("late-pause", first.Output);
        Assert.Equal(WithoutTimes(first.Output), WithoutTimes(second.Output));
        Assert.Empty(Directory.EnumerateFileSystemEntries(temporary.Path));
    }

    [Fact]
    public async Task Says_why_the_engine_did_not_start()
    {
        var run = await CliRun.OfAsync([.. s_line, "--engine", typeof(DemoTests).Assembly.Location]);

        Assert.Equal(ExitCode.ServerAway, run.ExitCode);
        Assert.StartsWith("Engine không khởi động được.", run.Error);
    }

    [Fact]
    public async Task Refuses_rules_that_do_not_hold_together()
    {
        using var rules = new TemporaryFolder();
        rules.Write("procedures/a.procedure.json", "{ \"code\": 5 }");

        var run = await CliRun.OfAsync(["demo", "--rules", rules.Path]);

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("a.procedure.json:1:", run.Error);
    }

    // The only lines that depend on how fast the machine is.
    private static IEnumerable<string> WithoutTimes(string output) =>
        output.Split('\n').Where(line => !line.Contains("giây", StringComparison.Ordinal) && !line.Contains("lời gọi", StringComparison.Ordinal));
}
