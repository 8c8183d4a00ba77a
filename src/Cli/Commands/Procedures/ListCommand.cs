using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Procedures;

internal static class ListCommand
{
    public static Command Build(Shell shell)
    {
        var on = Moments.Day(shell, "--on", "Chỉ thủ tục có hiệu lực ngày này.", "Only those in force on this day.");
        var limit = shell.Limit(0);
        var command = new CliCommand("list", shell.Say("các thủ tục engine đang chạy", "the procedures the engine runs"))
        {
            Examples = ["procedures list", "procedures list --on 01/07/2025 --json"],
        };
        return command.With(on, limit).Calls(shell, async (parsed, session) =>
        {
            var list = new PagedList<ProcedureSummary>(shell, parsed, parsed.GetValue(limit));
            await list.ReadAsync(async (size, token) =>
            {
                var request = new ListProceduresRequest { InForceOn = parsed.GetValue(on), PageSize = size, PageToken = token };
                var reply = await session.Procedures.ListProceduresAsync(request, session.Once);
                return (reply.Procedures, reply.NextPageToken);
            });
            var table = new TextTable(
                shell.Say("Mã", "Code"), shell.Say("Tên", "Name"), shell.Say("Lĩnh vực", "Field"), shell.Say("Cấp", "Level"),
                shell.Say("Thời hạn", "Limit"), shell.Say("Hiệu lực", "In force"), shell.Say("Bản", "Revision"));
            list.Write(table, p =>
            [
                p.Code, shell.Words.IsVietnamese || p.NameEn.Length == 0 ? p.Name : p.NameEn, p.Field, p.Level, p.Limit, $"{LocalTime.Of(p.InForceFrom)} – {LocalTime.Of(p.InForceTo)}", p.Revision,
            ]);
            return ExitCode.Ok;
        });
    }
}
