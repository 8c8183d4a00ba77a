using System.CommandLine;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;

namespace Tthc.Cli.Commands.Dossiers;

/// <summary>Which step an act means.</summary>
internal sealed class StepOptions(Shell shell)
{
    private readonly Option<string> _step = shell.Text("--step", ("khoá", "key"), "Bước; có thể bỏ khi hồ sơ chỉ ở một bước.", "Step; may be left out when the dossier stands at one step only.");

    private readonly Option<int> _token = new("--token")
    {
        HelpName = shell.Say("số", "number"),
        Description = shell.Say("Số sau dấu # của bước; chỉ cần khi một bước mở nhiều lần.", "Number behind the # of the step; needed only when a step is open more than once."),
    };

    public IEnumerable<Option> All => [_step, _token];

    public string Step(ParseResult parsed) => parsed.GetValue(_step) ?? "";

    public int Token(ParseResult parsed) => parsed.GetValue(_token);
}
