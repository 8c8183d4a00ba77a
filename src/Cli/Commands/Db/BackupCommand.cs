using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;
using Tthc.Storage.Maintenance;

namespace Tthc.Cli.Commands.Db;

internal static class BackupCommand
{
    public static Command Build(Shell shell)
    {
        var store = new StoreChoice(shell);
        var to = new Argument<string>("to") { HelpName = shell.Say("tệp", "file"), Description = shell.Say("Tệp sao lưu; chưa được có sẵn.", "The backup; must not be there yet.") };
        var command = new CliCommand("backup", shell.Say("sao lưu kho ra một tệp; engine cứ chạy", "back the store up into one file; the engine may go on working"))
        {
            Details = shell.Say(
                "Kho nhúng: tệp sao lưu là một kho, đã kiểm tra nguyên vẹn. PostgreSQL: gọi pg_dump (cần cài postgresql-client). Đứt giữa chừng thì không có tệp nào để lại.",
                "Embedded: the backup is a store itself, checked to be whole. PostgreSQL: runs pg_dump (needs postgresql-client). Broken off, no file is left."),
            Examples = ["db backup kho-2026-11-30.db", "db backup /backup/tthc.dump --connection \"Host=db;Database=tthc;Username=tthc_owner\""],
        };
        command.Arguments.Add(to);
        return command.With(store.All).Runs(store.With(async (parsed, chosen, cancellation) =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(to));
            if (chosen.Connection is null)
                await Task.Run(() => StoreBackup.Write(chosen.File, path), cancellation);
            else
                await PostgresTools.DumpAsync(chosen.Connection, path, cancellation);
            shell.Output.WriteLine(shell.Say($"Đã sao lưu vào {path}, {new FileInfo(path).Length:N0} byte.", $"Backed up into {path}, {new FileInfo(path).Length:N0} bytes."));
            return ExitCode.Ok;
        }));
    }
}
