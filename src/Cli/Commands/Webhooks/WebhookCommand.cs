using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;

namespace Tthc.Cli.Commands.Webhooks;

internal static class WebhookCommand
{
    public static Command Build(Shell shell)
    {
        var command = new CliCommand("webhook", shell.Say("gửi luồng sự kiện tới hệ thống khác qua HTTP", "post the feed to other systems over HTTP"))
        {
            Details = shell.Say(
                "Mỗi lần gửi là một POST JSON có chữ ký (Standard Webhooks), theo thứ tự của luồng, ít nhất một lần. Không nhận được thì gửi lại, thưa dần; mãi không được thì ghi vào danh sách để gửi lại bằng tay. Cần vai trò quản trị (mặc định webhook-administrator).",
                "Each delivery is a signed POST of JSON (Standard Webhooks), in the order of the feed, at least once. What is not taken is tried again, ever more rarely; in the end it is listed, to be sent again by hand. Needs the role of administrators (webhook-administrator unless set otherwise)."),
            Examples = ["webhook put so-tu-phap https://so-tu-phap.example/hooks --kind settled --from-now", "webhook list"],
        };
        foreach (var build in new Func<Shell, Command>[] { WebhookPutCommand.Build, WebhookListCommand.Build, WebhookDeleteCommand.Build, DeadLettersCommand.Build, RedeliverCommand.Build })
            command.Subcommands.Add(build(shell));
        return command;
    }

    public static Argument<string> Id(Shell shell) => new("id") { HelpName = shell.Say("tên", "name"), Description = shell.Say("Tên nơi nhận.", "Name of the subscriber.") };
}
