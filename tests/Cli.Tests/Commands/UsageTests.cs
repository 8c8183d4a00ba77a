using Tthc.Cli.Invocation;
using Tthc.Cli.Tests.Running;

namespace Tthc.Cli.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("nothing-like-that")]
    [InlineData("dossier settle X")]
    [InlineData("dossier settle X --number 1 --file f --date 32/01/2025")]
    [InlineData("dossier list --status 77")]
    [InlineData("dossier list --limit -1")]
    [InlineData("dossier show X --timeout 0")]
    [InlineData("dossier show X --lang fr")]
    [InlineData("dossier show X --server ftp://x")]
    [InlineData("dossier show X --as Nguyễn")]
    [InlineData("dossier return X --channel pigeon")]
    [InlineData("dossier receive --paper to-khai=1/2/3/4")]
    [InlineData("completion tcsh")]
    public async Task Refuses_a_wrong_line_with_exit_code_2_and_sends_nothing(string line)
    {
        var run = await CliRun.OfAsync(line.Split(' '));

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Shows_the_help_page_when_a_command_is_missing()
    {
        var run = await CliRun.OfAsync(["dossier"]);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("request-supplement", run.Error);
    }

    [Fact]
    public async Task Says_what_is_wrong_with_a_day_and_how_to_write_it()
    {
        var run = await CliRun.OfAsync(["dossier", "settle", "X", "--number", "1", "--file", "f", "--date", "hôm-nay"]);

        Assert.Contains("--date: 'hôm-nay' không phải ngày; viết 31/12/2025 hoặc 2025-12-31.", run.Error);
        Assert.Contains("Xem: tthc dossier settle --help", run.Error);
    }
}
