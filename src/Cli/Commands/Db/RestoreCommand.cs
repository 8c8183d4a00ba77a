using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;
using Tthc.Storage.Maintenance;

namespace Tthc.Cli.Commands.Db;

internal static class RestoreCommand
{
    public static Command Build(Shell shell)
    {
        var store = new StoreChoice(shell);
        var from = new Argument<string>("from") { HelpName = shell.Say("tệp", "file"), Description = shell.Say("Tệp sao lưu.", "The backup.") };
        var command = new CliCommand("restore", shell.Say("dựng kho từ một tệp sao lưu", "make a store of a backup"))
        {
            Details = shell.Say(
                "Chỉ vào chỗ trống: không bao giờ ghi đè lên một kho. PostgreSQL: gọi pg_restore vào một cơ sở dữ liệu trống, trong một giao dịch; sau đó chạy tthc db migrate với chuỗi của chủ lược đồ để cấp quyền cho engine.",
                "Only where there is none: a store is never written over. PostgreSQL: runs pg_restore into an empty database, in one transaction; then run tthc db migrate with the owner's string, which gives the engine its rights."),
            Examples = ["db restore kho-2026-11-30.db --store data", "db restore /backup/tthc.dump --connection \"Host=db;Database=tthc;Username=tthc_owner\""],
        };
        command.Arguments.Add(from);
        return command.With(store.All).Runs(store.With(async (parsed, chosen, cancellation) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(from));
            if (chosen.Connection is null)
                await Task.Run(() => StoreBackup.Restore(path, chosen.File), cancellation);
            else
                await PostgresTools.RestoreAsync(path, chosen.Connection, cancellation);
            var summary = await chosen.SummaryAsync();
            shell.Output.WriteLine(shell.Say($"Đã dựng {summary.Name}: {summary.Dossiers} hồ sơ, {summary.Events} sự kiện. Kiểm tra: tthc db verify.", $"Made {summary.Name}: {summary.Dossiers} dossiers, {summary.Events} events. Check it: tthc db verify."));
            return ExitCode.Ok;
        }));
    }
}
