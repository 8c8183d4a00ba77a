using System.Collections.Immutable;
using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Bundles;

namespace Tthc.Cli.Commands.Procedures;

internal static class CheckCommand
{
    public static Command Build(Shell shell)
    {
        var paths = new Argument<string[]>("paths")
        {
            HelpName = shell.Say("tệp|thư mục", "file|folder"),
            Description = shell.Say("Tệp thủ tục, hoặc cả thư mục quy tắc. Bỏ trống: thư mục rules gần nhất.", "Procedure files, or a whole rules folder. Left out: the nearest rules folder."),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var rules = shell.Text("--rules", ("thư mục", "folder"), "Các tệp khác lấy ở đây (cơ quan, lịch, thủ tục liên thông). Mặc định: rules gần nhất.", "Where the other files are taken from (agencies, calendars, linked procedures). Default: the nearest rules.");
        var command = new CliCommand("check", shell.Say("kiểm tra tệp thủ tục tại chỗ, không cần engine", "check procedure files here, without an engine"))
        {
            Details = shell.Say(
                "Báo mọi lỗi một lượt, đúng dòng đúng cột: tham chiếu sai, bước không tới được, nhánh không hợp, tổng thời gian vượt thời hạn. Mã thoát 1 khi có lỗi; cảnh báo thì vẫn là 0.",
                "Reports all mistakes at once at their line and column: broken references, steps out of reach, forks without joins, limits that exceed the total. Exit code 1 with errors; 0 with warnings only."),
            Examples = ["procedures check", "procedures check rules/procedures/1.004873.procedure.json", "procedures check new.procedure.json --rules rules --json"],
        };
        command.Arguments.Add(paths);
        return command.With(rules).Runs((parsed, _) => Task.FromResult(Check(shell, parsed, parsed.GetValue(paths) ?? [], parsed.GetValue(rules))));
    }

    public static int Check(Shell shell, ParseResult parsed, string[] paths, string? rules)
    {
        if (paths.FirstOrDefault(p => !File.Exists(p) && !Directory.Exists(p)) is { } missing)
        {
            shell.Error.WriteLine(shell.Say($"Không có tệp hay thư mục '{missing}'.", $"There is no file or folder '{missing}'."));
            return ExitCode.Usage;
        }
        if (CheckedSet.Read(paths, rules) is not { } set)
        {
            shell.Error.WriteLine(shell.Say("Không tìm thấy thư mục quy tắc; chỉ ra bằng --rules.", "No rules folder was found; name it with --rules."));
            return ExitCode.Usage;
        }
        var (bundle, all) = RuleBundleCompiler.Compile(set.Files);
        // A mistake elsewhere matters here only when it keeps the set from being taken over.
        var shown = all.Where(d => d.Severity == DiagnosticSeverity.Error || set.Asked.Contains(d.Location.Path)).ToImmutableArray();
        if (shell.Json(parsed))
            WriteJson(shell, shown);
        else
            WriteText(shell, parsed, shown, set);
        return bundle is null ? ExitCode.Refused : ExitCode.Ok;
    }

    private static void WriteText(Shell shell, ParseResult parsed, ImmutableArray<Diagnostic> shown, CheckedSet set)
    {
        var options = new RenderOptions { Colour = shell.Colour(parsed), Language = shell.Words.IsVietnamese ? RenderLanguage.Both : RenderLanguage.English };
        if (shown.Length > 0)
            shell.Output.WriteLine(DiagnosticRenderer.Render(shown, options));
        var errors = shown.Count(d => d.Severity == DiagnosticSeverity.Error);
        var warnings = shown.Count(d => d.Severity == DiagnosticSeverity.Warning);
        shell.Output.WriteLine(shell.Say(
            $"Đã kiểm tra {set.Asked.Count} tệp: {errors} lỗi, {warnings} cảnh báo.",
            $"Checked {set.Asked.Count} file(s): {errors} error(s), {warnings} warning(s)."));
    }

    private static void WriteJson(Shell shell, ImmutableArray<Diagnostic> shown)
    {
        foreach (var one in shown)
            shell.Output.WriteLine(MessageJson.Of(new RuleDiagnostic
            {
                Id = one.Id,
                Severity = DiagnosticRenderer.Label(one.Severity, TextLanguage.English),
                Path = one.Location.Path,
                Line = one.Location.Start.Line,
                Column = one.Location.Start.Column,
                MessageVi = one.Message(TextLanguage.Vietnamese),
                MessageEn = one.Message(TextLanguage.English),
                JsonPath = one.JsonPath,
            }));
    }
}
