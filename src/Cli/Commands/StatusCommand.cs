using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
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
            var procedures = serves ? await CountAsync(session) : null;
            Write(shell, shell.Json(parsed), session.Settings.Server, health, procedures, await ClockAsync(session));
            return serves ? ExitCode.Ok : ExitCode.ServerAway;
        });
    }

    /// <summary>How many procedures of which bundle; null when the engine does not tell somebody who has not said who he is.</summary>
    private static async Task<(int Count, string Bundle)?> CountAsync(EngineSession session)
    {
        try
        {
            return await ReadAsync(session);
        }
        catch (RpcException unknown) when (unknown.StatusCode == StatusCode.Unauthenticated)
        {
            return null;
        }
    }

    private static async Task<(int Count, string Bundle)> ReadAsync(EngineSession session)
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

    private static void Write(Shell shell, bool json, Uri server, HealthCheckResponse health, (int Count, string Bundle)? procedures, string? clock)
    {
        var address = server.GetLeftPart(UriPartial.Authority);
        if (json)
        {
            var document = new Struct();
            document.Fields["server"] = Value.ForString(address);
            document.Fields["status"] = Value.ForString(health.Status.ToString());
            document.Fields["procedures"] = procedures is { } known ? Value.ForNumber(known.Count) : Value.ForNull();
            document.Fields["bundleHash"] = procedures is { } bundle ? Value.ForString(bundle.Bundle) : Value.ForNull();
            document.Fields["simulatedNow"] = clock is null ? Value.ForNull() : Value.ForString(clock);
            shell.Output.WriteLine(MessageJson.Of(document));
            return;
        }
        var silent = shell.Say("(thêm --as và --agency để xem)", "(add --as and --agency to see it)");
        Line(shell, "Engine", address);
        Line(shell, shell.Say("Tình trạng", "Health"), health.Status.ToString());
        Line(shell, shell.Say("Thủ tục", "Procedures"), procedures is { } count ? $"{count.Count}" : silent);
        Line(shell, shell.Say("Bộ quy tắc", "Rule bundle"), procedures?.Bundle ?? silent);
        if (clock is not null)
            Line(shell, shell.Say("Giờ giả lập", "Simulated"), clock);
    }

    private static void Line(Shell shell, string label, string value) => shell.Output.WriteLine($"{label,-12} {value}");
}
