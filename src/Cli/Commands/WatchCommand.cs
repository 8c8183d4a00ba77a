using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands;

internal static class WatchCommand
{
    public static Command Build(Shell shell)
    {
        var after = new Option<long>("--after")
        {
            HelpName = shell.Say("vị trí", "position"),
            Description = shell.Say("Xem những việc sau vị trí này. Mặc định 0: từ đầu.", "Show what comes after this position. Default 0: from the beginning."),
        };
        var fromNow = shell.Flag("--from-now", "Chỉ những việc từ bây giờ.", "Only what comes from now on.");
        var agencies = shell.Texts("--receiving-agency", ("mã", "id"), "Nơi tiếp nhận; lặp lại được.", "Receiving agency; may be repeated.");
        var procedures = shell.Texts("--procedure", ("mã", "code"), "Mã thủ tục; lặp lại được.", "Procedure code; may be repeated.");
        var kinds = shell.Texts("--kind", ("loại", "kind"), "Loại việc, ví dụ settled; lặp lại được.", "Kind of act, for example settled; may be repeated.");
        var dossier = shell.Text("--dossier", ("mã", "code"), "Chỉ hồ sơ này.", "Only this dossier.");
        var caughtUp = shell.Flag("--until-caught-up", "Dừng khi đã xem hết những gì đã ghi.", "Stop when everything recorded so far was shown.");
        var command = new CliCommand("watch", shell.Say("theo dõi mọi việc của mọi hồ sơ, theo thứ tự ghi", "follow every act of every dossier in the order recorded"))
        {
            Details = shell.Say(
                "Mất kết nối thì tự nối lại và đi tiếp đúng chỗ, không mất, không lặp. Ctrl-C in vị trí để lần sau đi tiếp bằng --after.",
                "A broken connection is made again and goes on where it stopped, nothing lost, nothing repeated. Ctrl-C prints the position for --after."),
            Examples = ["watch --from-now", "watch --after 1200 --kind settled --kind returned --json", "watch --dossier H34-250701-0001 --until-caught-up"],
        };
        return command.With(after, fromNow, agencies, procedures, kinds, dossier, caughtUp).Calls(shell, (parsed, session) =>
        {
            var request = new WatchEventsRequest
            {
                AfterPosition = parsed.GetValue(after),
                FromNow = parsed.GetValue(fromNow),
                Dossier = parsed.GetValue(dossier) ?? "",
                UntilCaughtUp = parsed.GetValue(caughtUp),
            };
            request.Agencies.AddRange(parsed.GetValue(agencies) ?? []);
            request.ProcedureCodes.AddRange(parsed.GetValue(procedures) ?? []);
            request.Kinds.AddRange(parsed.GetValue(kinds) ?? []);
            return new FeedFollower(shell, session, shell.Json(parsed)).RunAsync(request);
        });
    }
}
