using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;

namespace Tthc.Cli.Commands.Db;

internal static class MigrateCommand
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    public static Command Build(Shell shell)
    {
        var store = new StoreChoice(shell);
        var owner = shell.Text("--owner", ("chuỗi", "string"), "Chuỗi kết nối của chủ lược đồ. Mặc định: biến TTHC_Storage__OwnerConnectionString.", "Connection string of the schema's owner. Default: the variable TTHC_Storage__OwnerConnectionString.");
        var command = new CliCommand("migrate", shell.Say("nâng kho lên lược đồ của bản này", "bring the store to the schema of this version"))
        {
            Details = shell.Say(
                "Engine cũng tự làm khi khởi động; lệnh này để làm trước, với quyền của chủ lược đồ. Mỗi bước nâng cấp trọn hoặc không; chạy lại không hại gì. Bản cũ hơn từ chối kho đã nâng.",
                "The engine does it at its start as well; this does it ahead, with the rights of the schema's owner. Each upgrade is made whole or not at all; again does no harm. An older version refuses a store upgraded by a newer one."),
            Examples = ["db migrate", "db migrate --connection \"Host=db;Database=tthc;Username=tthc_engine\" --owner \"Host=db;Database=tthc;Username=tthc_owner\""],
        };
        return command.With([.. store.All, owner]).Runs(store.With(async (parsed, chosen, _) =>
        {
            var asOwner = parsed.GetValue(owner) ?? shell.Surroundings.Variable("TTHC_Storage__OwnerConnectionString");
            var before = chosen.Connection is null && !File.Exists(chosen.File) ? null : await chosen.SummaryAsync();
            var clock = before?.Clock ?? StoreClock.Real;
            await using (chosen.Connection is null || string.IsNullOrEmpty(asOwner)
                ? await chosen.OpenAsync(clock, s_patience)
                : await PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = chosen.Connection, OwnerConnectionString = asOwner, Clock = clock }))
            {
                // Opened, it is at the schema of this version.
            }
            var after = await chosen.SummaryAsync();
            shell.Output.WriteLine(before?.Schema == after.Schema
                ? shell.Say($"{after.Name}: đã ở lược đồ {after.Schema}.", $"{after.Name}: at schema {after.Schema} already.")
                : shell.Say($"{after.Name}: từ lược đồ {before?.Schema ?? 0} lên {after.Schema}.", $"{after.Name}: from schema {before?.Schema ?? 0} to {after.Schema}."));
            return ExitCode.Ok;
        }));
    }
}
