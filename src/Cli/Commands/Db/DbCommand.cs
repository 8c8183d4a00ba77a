using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Invocation;

namespace Tthc.Cli.Commands.Db;

internal static class DbCommand
{
    public static Command Build(Shell shell)
    {
        var command = new CliCommand("db", shell.Say("kho dữ liệu: nâng cấp, xem, kiểm tra, sao lưu, chuyển sang PostgreSQL", "the store: upgrade, look at, check, back up, move to PostgreSQL"))
        {
            Details = shell.Say(
                "Làm việc thẳng với kho, không qua engine. Kho nào: --store (thư mục hay tệp) hoặc --connection; không nói thì theo biến TTHC_Storage__ConnectionString, TTHC_Storage__Path như engine, không có thì ./data. "
                + "Chuỗi kết nối có mật khẩu: dùng biến, đừng viết trên dòng lệnh.",
                "Works on the store itself, without the engine. Which store: --store (folder or file) or --connection; else the variables TTHC_Storage__ConnectionString and TTHC_Storage__Path as the engine reads them, else ./data. "
                + "Keep connection strings with passwords in the variable, not on the command line."),
            Examples = ["db status", "db verify --store /var/lib/tthc", "db copy --store data --to \"Host=db;Database=tthc;Username=tthc_owner\""],
        };
        foreach (var build in new Func<Shell, Command>[] { StoreStatusCommand.Build, MigrateCommand.Build, VerifyCommand.Build, BackupCommand.Build, RestoreCommand.Build, CopyCommand.Build })
            command.Subcommands.Add(build(shell));
        return command;
    }
}
