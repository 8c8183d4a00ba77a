using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Cli.Views;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class EventsCommand
{
    public static Command Build(Shell shell)
    {
        var dossier = DossierAct.Code(shell);
        var limit = shell.Limit(200);
        var command = new CliCommand("events", shell.Say("nhật ký của một hồ sơ, việc trước việc sau", "the acts of a dossier in order"))
        {
            Details = shell.Say(
                "'Xảy ra' là lúc người gọi khai, 'ghi' là lúc hệ thống ghi nhận. Nội dung đầy đủ của từng việc: --json.",
                "'Happened' is what the caller said, 'recorded' what the system wrote. The facts of each act: --json."),
            Examples = ["dossier events H34-250701-0001", "dossier events H34-250701-0001 --json"],
        };
        command.Arguments.Add(dossier);
        return command.With(limit).Calls(shell, async (parsed, session) =>
        {
            var list = new PagedList<DossierEvent>(shell, parsed, parsed.GetValue(limit));
            await list.ReadAsync(async (size, token) =>
            {
                var request = new ListDossierEventsRequest { Dossier = parsed.GetRequiredValue(dossier), PageSize = size, PageToken = token };
                var reply = await session.Dossiers.ListDossierEventsAsync(request, session.Once);
                return (reply.Events, reply.NextPageToken);
            });
            var table = new TextTable("#", shell.Say("Xảy ra", "Happened"), shell.Say("Ghi", "Recorded"), shell.Say("Việc", "Act"), shell.Say("Ai", "Who"), shell.Say("Cơ quan", "Agency")).Right(0);
            list.Write(table, e => [$"{e.Sequence}", LocalTime.Of(e.OccurredAt), LocalTime.Of(e.RecordedAt), EventNames.Of(e.Kind, shell.Words), e.Actor, e.Agency]);
            return ExitCode.Ok;
        });
    }
}
