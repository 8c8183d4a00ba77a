using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Webhooks;

internal static class WebhookPutCommand
{
    public static Command Build(Shell shell)
    {
        var id = WebhookCommand.Id(shell);
        var url = new Argument<string>("url") { HelpName = "URL", Description = shell.Say("Địa chỉ nhận, https.", "Where to post, https.") };
        var agency = shell.Texts("--agency-of", ("mã", "id"), "Chỉ hồ sơ của cơ quan này; lặp lại được.", "Only dossiers of this agency; may be repeated.");
        var procedure = shell.Texts("--procedure", ("mã", "code"), "Chỉ thủ tục này; lặp lại được.", "Only this procedure; may be repeated.");
        var kind = shell.Texts("--kind", ("loại", "kind"), "Chỉ loại sự kiện này; lặp lại được.", "Only this kind of event; may be repeated.");
        var fromNow = shell.Flag("--from-now", "Bắt đầu từ bây giờ. Mặc định: từ đầu luồng.", "Begin now. Default: at the beginning of the feed.");
        var after = new Option<long>("--after") { HelpName = shell.Say("vị trí", "position"), Description = shell.Say("Bắt đầu sau vị trí này.", "Begin behind this position.") };
        var command = new CliCommand("put", shell.Say("thêm nơi nhận, hoặc đổi địa chỉ, khoá và bộ lọc", "add a subscriber, or give it another address, secret and filter"))
        {
            Details = shell.Say("In ra khoá ký mới, chỉ một lần; nơi nhận cũ giữ nguyên chỗ đang đọc.", "Prints the new secret, this once; a subscriber that was there keeps its place in the feed."),
            Examples = ["webhook put so-tu-phap https://so-tu-phap.example/hooks --kind settled --kind returned --from-now"],
        };
        command.Arguments.Add(id);
        command.Arguments.Add(url);
        return command.With(agency, procedure, kind, fromNow, after).Calls(shell, async (parsed, session) =>
        {
            var request = new PutWebhookRequest
            {
                Webhook = new Webhook
                {
                    Id = parsed.GetRequiredValue(id), Url = parsed.GetRequiredValue(url), Agencies = { parsed.GetValue(agency) ?? [] },
                    ProcedureCodes = { parsed.GetValue(procedure) ?? [] }, Kinds = { parsed.GetValue(kind) ?? [] },
                },
                FromNow = parsed.GetValue(fromNow),
                AfterPosition = parsed.GetValue(after),
            };
            shell.Output.WriteLine((await session.Webhooks.PutWebhookAsync(request, session.Once)).Secret);
            return ExitCode.Ok;
        });
    }
}
