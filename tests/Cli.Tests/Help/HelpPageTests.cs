using System.CommandLine;
using Tthc.Cli.Invocation;
using Tthc.Cli.Tests.Running;
using Tthc.Text;

namespace Tthc.Cli.Tests.Help;

/// <summary>
/// Every help page is compared byte for byte with the approved one under tests/approved/cli. To approve a change, run the tests
/// with TTHC_APPROVE=1 and look at the difference before it is committed.
/// </summary>
public sealed class HelpPageTests
{
    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (var path in Paths(CommandLineProgram.Build(Shell()), ""))
            {
                pages.Add(path, "vi");
                pages.Add(path, "en");
            }
            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Matches_the_approved_page(string path, string language)
    {
        var run = await CliRun.OfAsync([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help", "--lang", language]);

        Assert.Equal(0, run.ExitCode);
        var file = Path.Combine(Folder(), $"tthc{(path.Length > 0 ? "-" : "")}{path.Replace(' ', '-')}.{language}.txt");
        if (Environment.GetEnvironmentVariable("TTHC_APPROVE") == "1")
            await File.WriteAllTextAsync(file, run.Output);
        Assert.True(File.Exists(file), $"{file} is not there; see the comment of this class.");
        Assert.Equal(await File.ReadAllTextAsync(file), run.Output);
    }

    [Fact]
    public void Keeps_no_page_of_a_command_that_is_gone()
    {
        var expected = Paths(CommandLineProgram.Build(Shell()), "").Select(p => $"tthc{(p.Length > 0 ? "-" : "")}{p.Replace(' ', '-')}");
        var found = Directory.GetFiles(Folder(), "*.vi.txt").Select(f => Path.GetFileName(f)[..^".vi.txt".Length]);
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Paths(Command command, string path)
    {
        yield return path;
        foreach (var inner in command.Subcommands)
            foreach (var found in Paths(inner, $"{path} {inner.Name}".Trim()))
                yield return found;
    }

    private static Shell Shell() => new(new Surroundings { Output = TextWriter.Null, Error = TextWriter.Null, Variable = _ => null }, new Words(TextLanguage.Vietnamese));

    private static string Folder() => RepositoryFolder.Of("tests", "approved", "cli");
}
