using System.CommandLine;
using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Dossiers;

/// <summary>Branches to open and agencies chosen by the officer: <c>branch</c>, <c>branch=agency</c> or <c>=agency</c>.</summary>
internal static class BranchOptions
{
    public static Option<BranchChoice[]> Option(Shell shell)
    {
        var option = new Option<BranchChoice[]>("--branch")
        {
            HelpName = shell.Say("nhánh[=cơ quan]", "branch[=agency]"),
            Description = shell.Say(
                "Nhánh cần mở khi bước sau để công chức chọn; =cơ quan: chỉ chọn nơi làm bước sau. Lặp lại cho từng nhánh.",
                "A branch to open where the officer chooses; =agency: only the agency of the next step. Repeat for each."),
            Arity = ArgumentArity.ZeroOrMore,
        };
        option.CustomParser = result => [.. result.Tokens.Select(token => Read(token.Value))];
        return option;
    }

    internal static BranchChoice Read(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? new() { Branch = text } : new() { Branch = text[..at], Agency = text[(at + 1)..] };
    }
}
