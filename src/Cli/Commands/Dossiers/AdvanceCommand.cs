using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class AdvanceCommand
{
    public static Command Build(Shell shell)
    {
        var step = new StepOptions(shell);
        var action = shell.Text("--action", ("khoá", "key"), "Hướng đi tiếp; có thể bỏ khi chỉ có một.", "Way on; may be left out when there is one only.");
        var note = shell.Text("--note", ("lời văn", "words"), "Ý kiến.", "Note.");
        var branches = BranchOptions.Option(shell);
        var papers = Papers.Option(shell);
        var facts = CaseFacts.Option(shell);
        var command = new CliCommand("advance", shell.Say("làm xong một bước, chuyển hồ sơ đi tiếp", "finish a step: the dossier moves on"))
        {
            Details = shell.Say("Các hướng đi tiếp của mỗi bước: tthc dossier show.", "The ways on of each step: tthc dossier show."),
            Examples =
            [
                "dossier advance H34-250701-0001 --action dong-y --note \"Đủ điều kiện\"",
                "dossier advance H34-250701-0001 --action hoi-noi-cu-tru --fact LivedElsewhere=true",
                "dossier advance H34-250701-0001 --step lay-y-kien --branch cong-an=cax-a --branch thue",
            ],
        };
        return DossierAct.On(shell, command.With([.. step.All, action, note, branches, papers, facts]), Read, (client, request, options) => client.AdvanceStepAsync(request, options));

        AdvanceStepRequest Read(ParseResult parsed)
        {
            var request = new AdvanceStepRequest
            {
                Step = step.Step(parsed),
                Token = step.Token(parsed),
                Action = parsed.GetValue(action) ?? "",
                Note = parsed.GetValue(note) ?? "",
            };
            request.Branches.AddRange(parsed.GetValue(branches) ?? []);
            request.Papers.AddRange(parsed.GetValue(papers) ?? []);
            request.Facts.AddRange(parsed.GetValue(facts) ?? []);
            return request;
        }
    }
}
