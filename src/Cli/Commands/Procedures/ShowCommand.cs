using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;
using Tthc.Text;

namespace Tthc.Cli.Commands.Procedures;

internal static class ShowCommand
{
    public static Command Build(Shell shell)
    {
        var code = ProceduresCommand.Code(shell);
        var on = Moments.Day(shell, "--on", "Bản áp dụng cho hồ sơ tiếp nhận ngày này. Mặc định hôm nay.", "As it applies to dossiers received on this day. Default today.");
        var revision = shell.Text("--revision", ("bản", "revision"), "Một bản đã lưu, dạng số-mã.", "A stored revision, as number-hash.");
        var source = shell.Flag("--source", "In nguyên văn tệp thủ tục.", "Print the procedure file as written.");
        var command = new CliCommand("show", shell.Say("một thủ tục: bước, ai làm, bao lâu, giấy tờ", "a procedure: steps, who, how long, papers"))
        {
            Examples = ["procedures show 1.004873", "procedures show 1.004873 --source > 1.004873.procedure.json"],
        };
        command.Arguments.Add(code);
        return command.With(on, revision, source).Calls(shell, async (parsed, session) =>
        {
            var request = new GetProcedureRequest { Code = parsed.GetRequiredValue(code), On = parsed.GetValue(on), Revision = parsed.GetValue(revision) ?? "" };
            var reply = await session.Procedures.GetProcedureAsync(request, session.Once);
            if (shell.Json(parsed))
                shell.Output.WriteLine(MessageJson.Of(reply));
            else if (parsed.GetValue(source))
                shell.Output.Write(reply.Source);
            else
                Write(shell, reply, shell.Colour(parsed));
            return ExitCode.Ok;
        });
    }

    private static void Write(Shell shell, GetProcedureResponse reply, bool drawn)
    {
        var summary = reply.Summary;
        shell.Output.WriteLine(VisibleText.Of($"{summary.Code} · {summary.Name}", 500));
        shell.Output.WriteLine(VisibleText.Of($"  {summary.Field} · {summary.Level} · {summary.Limit} · {LocalTime.Of(summary.InForceFrom)} – {LocalTime.Of(summary.InForceTo)} · {summary.Revision} · {summary.SourcePath}", 500));
        shell.Output.WriteLine();
        var steps = new TextTable(
            shell.Say("Bước", "Step"), shell.Say("Tên", "Name"), shell.Say("Loại", "Kind"), shell.Say("Ai", "Who"), shell.Say("Nơi", "Where"), shell.Say("Bao lâu", "Limit"), shell.Say("Đi tiếp", "Leads to"));
        foreach (var step in reply.Steps)
            steps.Add(step.Key, step.Name, step.Kind, step.Role, step.At, step.Limit, string.Join(", ", step.Actions.Select(a => $"{a.Key}→{a.Value}")));
        steps.Write(shell.Output, drawn);
        WriteWays(shell, reply, drawn);
        if (reply.Papers.Count > 0)
        {
            shell.Output.WriteLine();
            var papers = new TextTable(shell.Say("Giấy tờ", "Paper"), shell.Say("Tên", "Name"), shell.Say("Bắt buộc", "Required"), shell.Say("Trường hợp", "Cases"));
            foreach (var paper in reply.Papers)
                papers.Add(paper.Key, paper.Name, paper.Optional ? "" : "x", string.Join(", ", paper.Cases));
            papers.Write(shell.Output, drawn);
        }
        foreach (var kase in reply.Cases)
            shell.Output.WriteLine(VisibleText.Of($"{shell.Say("Trường hợp", "Case")} {kase.Key}: {kase.Name} · {kase.Limit}", 500));
    }

    private static void WriteWays(Shell shell, GetProcedureResponse reply, bool drawn)
    {
        var ways = new TextTable(shell.Say("Bước", "Step"), shell.Say("Hành động", "Action"), shell.Say("Khi", "When"), shell.Say("Đi tiếp", "Leads to"));
        foreach (var step in reply.Steps)
            foreach (var way in step.ConditionalWays)
                ways.Add(step.Key, way.Action, way.When, way.Target.Length > 0 ? way.Target : shell.Say("(chỉ khi ấy)", "(only then)"));
        if (!reply.Steps.Any(s => s.ConditionalWays.Count > 0))
            return;
        shell.Output.WriteLine();
        ways.Write(shell.Output, drawn);
    }
}
