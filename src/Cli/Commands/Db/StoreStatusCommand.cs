using System.CommandLine;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Storage.Maintenance;

namespace Tthc.Cli.Commands.Db;

internal static class StoreStatusCommand
{
    public static Command Build(Shell shell)
    {
        var store = new StoreChoice(shell);
        var command = new CliCommand("status", shell.Say("kho là gì, đang chứa gì, còn thiếu nâng cấp nào; không đổi gì", "what the store is and holds, which upgrades it lacks; changes nothing"))
        {
            Examples = ["db status", "db status --store data --json"],
        };
        return command.With(store.All).Runs(store.With(async (parsed, chosen, _) =>
        {
            var summary = await chosen.SummaryAsync();
            if (shell.Json(parsed))
                shell.Output.WriteLine(MessageJson.Of(Document(summary)));
            else
                Write(shell, summary);
            return ExitCode.Ok;
        }));
    }

    private static void Write(Shell shell, StoreSummary summary)
    {
        Line(shell, shell.Say("Kho", "Store"), summary.Name);
        Line(shell, shell.Say("Lược đồ", "Schema"), summary.Missing.IsEmpty
            ? $"{summary.Schema}"
            : shell.Say($"{summary.Schema}, còn thiếu: {string.Join(", ", summary.Missing)} (tthc db migrate)", $"{summary.Schema}, lacks: {string.Join(", ", summary.Missing)} (tthc db migrate)"));
        if (summary.CopyOf is { } source)
            Line(shell, shell.Say("Bản chép dở", "Unfinished"), shell.Say($"của kho {source}: chạy lại tthc db copy", $"copy of store {source}: run tthc db copy again"));
        Line(shell, shell.Say("Mã kho", "Id"), summary.StoreId.Length > 0 ? summary.StoreId : "-");
        Line(shell, shell.Say("Đồng hồ", "Clock"), summary.Clock is { } clock ? clock.ToString() : "-");
        Line(shell, shell.Say("Hồ sơ", "Dossiers"), shell.Say($"{Number(summary.Dossiers)}, chưa xong {Number(summary.Open)}", $"{Number(summary.Dossiers)}, open {Number(summary.Open)}"));
        Line(shell, shell.Say("Sự kiện", "Events"), Number(summary.Events));
        Line(shell, shell.Say("Dung lượng", "Size"), $"{Number(summary.Bytes / (1024 * 1024))} MB");
        Line(shell, "Engine", summary.Engines > 0 ? shell.Say("đang chạy", "running") : shell.Say("không chạy", "none running"));
    }

    private static Struct Document(StoreSummary summary)
    {
        var document = new Struct();
        document.Fields["store"] = Value.ForString(summary.Name);
        document.Fields["schema"] = Value.ForNumber(summary.Schema);
        document.Fields["missing"] = Value.ForList([.. summary.Missing.Select(Value.ForString)]);
        document.Fields["storeId"] = Value.ForString(summary.StoreId);
        document.Fields["clock"] = summary.Clock is { } clock ? Value.ForString(clock.ToString()) : Value.ForNull();
        document.Fields["unfinishedCopyOf"] = summary.CopyOf is { } source ? Value.ForString(source) : Value.ForNull();
        document.Fields["dossiers"] = Value.ForNumber(summary.Dossiers);
        document.Fields["open"] = Value.ForNumber(summary.Open);
        document.Fields["events"] = Value.ForNumber(summary.Events);
        document.Fields["bytes"] = Value.ForNumber(summary.Bytes);
        document.Fields["engineRuns"] = Value.ForBool(summary.Engines > 0);
        return document;
    }

    private static void Line(Shell shell, string label, string value) => shell.Output.WriteLine($"{label,-12} {value}");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
