using System.CommandLine;
using System.Text;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Rules;

internal static class PullCommand
{
    public static Command Build(Shell shell)
    {
        var name = new Argument<string[]>("rule-sets")
        {
            HelpName = shell.Say("bộ quy tắc", "rule set"),
            Description = shell.Say("Những bộ cần lấy. Bỏ trống: tất cả.", "The sets to fetch. Left out: all."),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var to = shell.Required("--to", ("thư mục", "folder"), "Thư mục quy tắc để ghi vào; tệp trùng tên bị ghi đè.", "The rules folder to write into; files of the same name are overwritten.");
        var revision = shell.Text("--revision", ("bản", "revision"), "Một bản đã lưu, dạng số-mã, thay cho bản đang dùng.", "A stored revision, as number-hash, instead of the one in force.");
        var command = new CliCommand("pull", shell.Say("lấy quy tắc đang dùng về thư mục để sửa", "fetch the rules in force into a folder, to edit them"))
        {
            Examples = ["rules pull --to rules", "rules pull overdue --to edited --revision 2-0a1b2c3d4e5f"],
        };
        command.Arguments.Add(name);
        return command.With(to, revision).Calls(shell, async (parsed, session) =>
        {
            var names = parsed.GetValue(name) is { Length: > 0 } some
                ? some
                : [.. (await session.Rules.ListRuleSetsAsync(new ListRuleSetsRequest { PageSize = 1000 }, session.Once)).RuleSets.Select(s => s.Name).Distinct(StringComparer.Ordinal)];
            foreach (var one in names)
            {
                var set = await session.Rules.GetRuleSetAsync(new GetRuleSetRequest { Name = one, Revision = parsed.GetValue(revision) ?? "" }, session.Once);
                await WriteAsync(shell, Path.Combine(parsed.GetRequiredValue(to), set.Summary.SourcePath), set.Source, set.Summary.Revision);
                if (set.TestsPath.Length > 0)
                    await WriteAsync(shell, Path.Combine(parsed.GetRequiredValue(to), set.TestsPath), set.TestsSource, set.TestsRevision);
            }
            return ExitCode.Ok;
        });
    }

    private static async Task WriteAsync(Shell shell, string file, string text, string revision)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await File.WriteAllTextAsync(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await shell.Output.WriteLineAsync($"{file}  {revision}");
    }
}
