using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

internal static class ReceiveSupplementCommand
{
    public static Command Build(Shell shell)
    {
        var papers = Papers.Option(shell);
        var command = new CliCommand("receive-supplement", shell.Say("nhận giấy tờ bổ sung, đồng hồ chạy tiếp", "take in the supplement: the clock goes on"))
        {
            Examples = ["dossier receive-supplement H34-250701-0001 --paper ban-ve --paper cam-ket=0/1"],
        };
        return DossierAct.On(shell, command.With(papers), Read, (client, request, options) => client.ReceiveSupplementAsync(request, options));

        ReceiveSupplementRequest Read(ParseResult parsed)
        {
            var request = new ReceiveSupplementRequest();
            request.Papers.AddRange(parsed.GetValue(papers) ?? []);
            return request;
        }
    }
}
