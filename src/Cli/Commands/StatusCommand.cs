using System.CommandLine;
using Grpc.Core;
using Grpc.Health.V1;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands;

internal static class StatusCommand
{
    public static Command Build(Shell shell)
    {
        var command = new CliCommand("status", shell.Say("engine có phục vụ không, đang chạy bộ quy tắc nào", "does the engine serve, and on which rules"))
        {
            Examples = ["status", "status --server http://192.0.2.5:5080 --timeout 3 --json"],
        };
        return command.Calls(shell, async (parsed, session) =>
        {
            var health = await session.Health.CheckAsync(new HealthCheckRequest(), session.Once);
            var serves = health.Status == HealthCheckResponse.Types.ServingStatus.Serving;
            var procedures = serves ? await CountAsync(session) : (0, "");
            Write(shell, shell.Json(parsed), session.Settings.Server, health, procedures, await ClockAsync(session));
            return serves ? ExitCode.Ok : ExitCode.ServerAway;
        });
    }

    private static async Task<(int Count, string Bundle)> CountAsync(EngineSession session)
    {
        var count = 0;
        var request = new ListProceduresRequest { PageSize = 500 };
        while (true)
        {
            var reply = await session.Procedures.ListProceduresAsync(request, session.Once);
            count += reply.Procedures.Count;
            if (reply.NextPageToken.Length == 0)
                return (count, reply.BundleHash);
            request.PageToken = reply.NextPageToken;
        }
    }

    /// <summary>The simulated present; null on a store with real dossiers.</summary>
    private static async Task<string?> ClockAsync(EngineSession session)
    {
        try
        {
            return LocalTime.Of((await session.Simulation.GetClockAsync(new(), session.Once)).Now);
        }
        catch (RpcException none) when (none.StatusCode == StatusCode.Unimplemented)
        {
            return null;
        }
    }

    private static void Write(Shell shell, bool json, Uri server, HealthCheckResponse health, (int Count, string Bundle) procedures, string? clock)
    {
        if (json)
        {
            var document = new Google.Protobuf.WellKnownTypes.Struct();
            document.Fields["server"] = Google.Protobuf.WellKnownTypes.Value.ForString(server.GetLeftPart(UriPartial.Authority));
            document.Fields["status"] = Google.Protobuf.WellKnownTypes.Value.ForString(health.Status.ToString());
            document.Fields["procedures"] = Google.Protobuf.WellKnownTypes.Value.ForNumber(procedures.Count);
            document.Fields["bundleHash"] = Google.Protobuf.WellKnownTypes.Value.ForString(procedures.Bundle);
            document.Fields["simulatedNow"] = clock is null ? Google.Protobuf.WellKnownTypes.Value.ForNull() : Google.Protobuf.WellKnownTypes.Value.ForString(clock);
            shell.Output.WriteLine(MessageJson.Of(document));
            return;
        }
        shell.Output.WriteLine($"{shell.Say("Engine", "Engine"),-12} {server.GetLeftPart(UriPartial.Authority)}");
        shell.Output.WriteLine($"{shell.Say("Tình trạng", "Health"),-12} {health.Status}");
        shell.Output.WriteLine($"{shell.Say("Thủ tục", "Procedures"),-12} {procedures.Count}");
        shell.Output.WriteLine($"{shell.Say("Bộ quy tắc", "Rule bundle"),-12} {procedures.Bundle}");
        if (clock is not null)
            shell.Output.WriteLine($"{shell.Say("Giờ giả lập", "Simulated"),-12} {clock}");
    }
}
