using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;
using Tthc.Workflows.Facts;

namespace Tthc.Cli.Commands.Rules;

internal static class FactsCommand
{
    public static Command Build(Shell shell)
    {
        var prefix = new Argument<string?>("prefix")
        {
            HelpName = shell.Say("đầu tên", "prefix"),
            Description = shell.Say("Chỉ những dữ kiện bắt đầu như vậy, chẳng hạn dossier hoặc calendar.", "Only facts that begin like this, such as dossier or calendar."),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new CliCommand("facts", shell.Say("những dữ kiện quy tắc được dùng: tên, kiểu, nghĩa; không cần engine", "the facts rules may use: name, type, meaning; without an engine"))
        {
            Examples = ["rules facts", "rules facts dossier.Apologies", "rules facts calendar --json"],
        };
        command.Arguments.Add(prefix);
        return command.Runs((parsed, _) =>
        {
            var facts = FactCatalogue.All.Where(f => f.Path.StartsWith(parsed.GetValue(prefix) ?? "", StringComparison.OrdinalIgnoreCase)).ToList();
            if (shell.Json(parsed))
                facts.ForEach(f => shell.Output.WriteLine(MessageJson.Of(
                    new FactDescription { Path = f.Path, Type = f.Type, DescriptionVi = f.Description.Vietnamese, DescriptionEn = f.Description.English })));
            else
                Write(shell, facts, shell.Colour(parsed));
            return Task.FromResult(facts.Count > 0 ? ExitCode.Ok : ExitCode.Refused);
        });
    }

    private static void Write(Shell shell, List<FactEntry> facts, bool drawn)
    {
        if (facts.Count == 0)
        {
            shell.Error.WriteLine(shell.Say("Không có dữ kiện nào bắt đầu như vậy.", "No fact begins like that."));
            return;
        }
        var table = new TextTable(shell.Say("Dữ kiện", "Fact"), shell.Say("Kiểu", "Type"), shell.Say("Nghĩa", "Meaning"));
        foreach (var fact in facts)
            table.Add(fact.Path, fact.Type, fact.Description.In(shell.Words.Language));
        table.Write(shell.Output, drawn);
    }
}
