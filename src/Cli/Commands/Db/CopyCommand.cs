using System.CommandLine;
using System.Globalization;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Storage.Database.Postgres;
using Tthc.Storage.Maintenance;

namespace Tthc.Cli.Commands.Db;

internal static class CopyCommand
{
    public static Command Build(Shell shell)
    {
        var store = new StoreChoice(shell);
        var to = shell.Text("--to", ("chuỗi", "string"), "Cơ sở dữ liệu PostgreSQL trống, với vai trò chủ lược đồ. Mặc định: biến TTHC_Storage__OwnerConnectionString.", "An empty PostgreSQL database, as the role that owns the schema. Default: the variable TTHC_Storage__OwnerConnectionString.");
        var command = new CliCommand("copy", shell.Say("chuyển kho nhúng sang PostgreSQL", "move an embedded store to PostgreSQL"))
        {
            Details = shell.Say(
                "Engine phải dừng. Đứt giữa chừng thì chạy lại: chép tiếp từ chỗ dở; chưa xong thì không engine nào mở được đích. Cuối cùng đọc lại cả hai bên, so từng bảng. Kho nguồn giữ nguyên. "
                + "Xong thì chạy engine với Storage:ConnectionString (lần đầu kèm Storage:OwnerConnectionString để cấp quyền).",
                "The engine must be stopped. Broken off, run it again: it goes on where it was; until it is done no engine opens the target. In the end both are read again and compared, table by table. The source stays as it is. "
                + "Then start the engine with Storage:ConnectionString (the first time with Storage:OwnerConnectionString as well, which gives it its rights)."),
            Examples = ["db copy --store data --to \"Host=db;Database=tthc;Username=tthc_owner\""],
        };
        return command.With(store.Embedded, to).Runs(store.With(async (parsed, chosen, cancellation) =>
        {
            var target = parsed.GetValue(to) ?? shell.Surroundings.Variable("TTHC_Storage__OwnerConnectionString");
            if (string.IsNullOrEmpty(target) || chosen.Connection is not null || PostgresOptions.MistakeIn(target) is not null)
            {
                shell.Error.WriteLine(shell.Say("Cần --store của kho nhúng và --to dạng Host=…;Database=…;Username=….", "It needs --store of an embedded store, and --to of the form Host=…;Database=…;Username=…."));
                return ExitCode.Usage;
            }
            var progress = new ProgressLine(shell);
            var rows = await new StoreCopy(chosen.File, target, p => progress.Show(p.Rows, p.Of, $"{p.Table}{(p.IsComparing ? shell.Say(", so lại", ", comparing") : "")}")).RunAsync(cancellation);
            progress.End();
            foreach (var (table, count) in rows.Where(r => r.Rows > 0))
                shell.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table,-20} {count,12:N0}"));
            shell.Output.WriteLine(shell.Say("Đã chép và so lại: hai bên như nhau.", "Copied and compared: both are the same."));
            return ExitCode.Ok;
        }));
    }
}
