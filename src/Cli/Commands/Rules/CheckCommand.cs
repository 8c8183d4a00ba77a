using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;

namespace Tthc.Cli.Commands.Rules;

internal static class CheckCommand
{
    public static Command Build(Shell shell) => Build(shell, new CliCommand("check", shell.Say("kiểm tra tệp quy tắc tại chỗ, không cần engine", "check rule files here, without an engine"))
    {
        Details = shell.Say(
            "Đọc, kiểm kiểu, dịch và chạy thử mọi quy tắc cùng các tệp khác; báo mọi lỗi một lượt, đúng dòng đúng cột. Mã thoát 1 khi có lỗi; cảnh báo thì vẫn là 0.",
            "Reads, type-checks, compiles and tests all rules together with the other files; reports all mistakes at once at their line and column. Exit code 1 with errors; 0 with warnings only."),
        Examples = ["rules check", "rules check rules/compliance/overdue.rules.json", "rules check new.rules.json --rules rules --json"],
    });

    public static Command BuildTest(Shell shell) => Build(shell, new CliCommand("test", shell.Say("chạy các ca thử cạnh tệp quy tắc, không cần engine", "run the tests beside rule files, without an engine"))
    {
        Details = shell.Say(
            "Các ca thử đứng cạnh tệp quy tắc (<tên>.tests.json). Ca sai được báo tại chỗ mong đợi; điều kiện chưa từng đúng hoặc chưa từng sai cũng được báo.",
            "The tests stand beside a rule file (<name>.tests.json). A failed one is reported at the expectation; so are conditions never seen true or never seen false."),
        Examples = ["rules test", "rules test rules/compliance/overdue.rules.json"],
    });

    private static CliCommand Build(Shell shell, CliCommand command)
    {
        var paths = new Argument<string[]>("paths")
        {
            HelpName = shell.Say("tệp|thư mục", "file|folder"),
            Description = shell.Say("Tệp quy tắc, hoặc cả thư mục. Bỏ trống: thư mục rules gần nhất.", "Rule files, or a whole folder. Left out: the nearest rules folder."),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var rules = RulesCommand.Folder(shell);
        command.Arguments.Add(paths);
        return command.With(rules).Runs((parsed, _) => Task.FromResult(
            Procedures.CheckCommand.Check(shell, parsed, [.. (parsed.GetValue(paths) ?? []).SelectMany(WithTests).Distinct(StringComparer.Ordinal)], parsed.GetValue(rules))));
    }

    /// <summary>A rule file is judged together with the tests beside it.</summary>
    private static IEnumerable<string> WithTests(string path) => PushedFiles.TestsBeside(path) is { } tests ? [path, tests] : [path];
}
