using System.CommandLine;
using System.CommandLine.Invocation;

namespace Tthc.Cli.Help;

/// <summary>Shows our help page in place of the library's.</summary>
internal sealed class HelpPageAction(HelpWriter writer) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        writer.Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
        return 0;
    }
}
