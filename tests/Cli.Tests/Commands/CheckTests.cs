using System.Text.Json;
using Tthc.Cli.Invocation;
using Tthc.Cli.Tests.Running;

namespace Tthc.Cli.Tests.Commands;

public sealed class CheckTests
{
    private const string Shipped = "procedures/marital-status.procedure.json";

    [Fact]
    public async Task Accepts_the_rules_that_are_shipped()
    {
        var run = await CliRun.OfAsync(["procedures", "check", RepositoryFolder.Of("rules")]);

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Contains("0 lỗi", run.Output);
    }

    [Fact]
    public async Task Points_at_the_mistake_in_the_authors_own_line()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("mine.procedure.json", Broken());

        var run = await CliRun.OfAsync(["procedures", "check", file, "--rules", RepositoryFolder.Of("rules")]);

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains($"{file}:", run.Output);
        Assert.Contains(" error ", run.Output);
        Assert.Contains("one-stop-oficer", run.Output);
        Assert.Contains("^^^", run.Output);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task Prints_one_json_object_for_each_diagnostic()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("mine.procedure.json", Broken());

        var run = await CliRun.OfAsync(["procedures", "check", file, "--rules", RepositoryFolder.Of("rules"), "--json"]);

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.NotEmpty(JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!));
        Assert.Contains(lines, line => JsonDocument.Parse(line).RootElement.GetProperty("path").GetString() == file);
    }

    [Fact]
    public async Task Checks_a_changed_file_in_place_of_the_one_on_file()
    {
        using var folder = new TemporaryFolder();
        foreach (var source in Directory.EnumerateFiles(RepositoryFolder.Of("rules"), "*.json", SearchOption.AllDirectories))
            folder.Write(Path.GetRelativePath(RepositoryFolder.Of("rules"), source), await File.ReadAllTextAsync(source));
        var changed = folder.Write(Shipped, (await File.ReadAllTextAsync(RepositoryFolder.Of("rules", Shipped))).Replace("one-stop-officer", "one-stop-oficer", StringComparison.Ordinal));

        var run = await CliRun.OfAsync(["procedures", "check", changed, "--rules", folder.Path]);

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("Đã kiểm tra 1 tệp", run.Output);
    }

    [Fact]
    public async Task Refuses_a_path_that_is_not_there()
    {
        var run = await CliRun.OfAsync(["procedures", "check", "no-such.procedure.json"]);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("no-such.procedure.json", run.Error);
    }

    // A procedure of its own code, so that only its own mistake is reported.
    private static string Broken() => File.ReadAllText(RepositoryFolder.Of("rules", Shipped))
        .Replace("1.004873", "9.999999", StringComparison.Ordinal)
        .Replace("one-stop-officer", "one-stop-oficer", StringComparison.Ordinal);
}
