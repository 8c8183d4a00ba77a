using System.CommandLine;
using Grpc.Core;
using Tthc.Cli.Input;

namespace Tthc.Cli.Invocation;

/// <summary>Whom to call, as whom, how long: options first, then the environment, then the default.</summary>
internal sealed record CallSettings
{
    public required Uri Server { get; init; }

    public required Metadata Headers { get; init; }

    public required TimeSpan Timeout { get; init; }

    public required string RequestId { get; init; }

    /// <summary>The settings, or what is wrong with them.</summary>
    public static bool TryResolve(ParseResult parsed, Shell shell, out CallSettings settings, out string mistake)
    {
        var globals = shell.Globals;
        var variable = shell.Surroundings.Variable;
        settings = new()
        {
            Server = new(GlobalOptions.DefaultServer),
            Headers = [],
            Timeout = TimeSpan.FromSeconds(parsed.GetValue(globals.Timeout) ?? 30),
            RequestId = parsed.GetValue(globals.RequestId) ?? Guid.CreateVersion7().ToString("n"),
        };
        var address = parsed.GetValue(globals.Server) ?? variable("TTHC_SERVER") ?? GlobalOptions.DefaultServer;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
        {
            mistake = shell.Words.Say($"--server: '{address}' không phải địa chỉ http(s).", $"--server: '{address}' is not an http(s) address.");
            return false;
        }
        settings = settings with { Server = server };
        foreach (var (option, name, fromEnvironment) in Identity(globals))
        {
            var value = parsed.GetValue(option) ?? variable(fromEnvironment);
            if (string.IsNullOrWhiteSpace(value))
                continue;
            if (!Ascii.IsPrintable(value))
            {
                mistake = shell.Words.Say($"{option.Name}: chỉ gồm ký tự ASCII.", $"{option.Name}: ASCII characters only.");
                return false;
            }
            settings.Headers.Add(name, value.Trim());
        }
        mistake = "";
        return true;
    }

    private static IEnumerable<(Option<string> Option, string Header, string Variable)> Identity(GlobalOptions globals) =>
    [
        (globals.Actor, "tthc-actor", "TTHC_ACTOR"),
        (globals.Agency, "tthc-agency", "TTHC_AGENCY"),
        (globals.Unit, "tthc-unit", "TTHC_UNIT"),
        (globals.Roles, "tthc-roles", "TTHC_ROLES"),
    ];
}
