using System.CommandLine;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;
using Tthc.Storage.Database.Sqlite;
using Tthc.Storage.Maintenance;

namespace Tthc.Cli.Commands.Db;

/// <summary>Which store a command works on, and what becomes of failures.</summary>
internal sealed class StoreChoice(Shell shell)
{
    private const string FileName = "tthc.db";
    private readonly Option<string> _store = shell.Text("--store", ("đường dẫn", "path"), "Kho nhúng: thư mục dữ liệu của engine, hoặc tệp. Mặc định ./data.", "The embedded store: the engine's data folder, or the file. Default ./data.");
    private readonly Option<string> _connection = shell.Text("--connection", ("chuỗi", "string"), "Kho PostgreSQL: Host=…;Database=…;Username=….", "A store in PostgreSQL: Host=…;Database=…;Username=….");

    public IEnumerable<Option> All => [_store, _connection];

    public Option Embedded => _store;

    /// <summary>What a command does with the store; whatever goes wrong with it becomes words and an exit code here.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> With(Func<ParseResult, Chosen, CancellationToken, Task<int>> work) => async (parsed, cancellation) =>
    {
        if (parsed.GetValue(_store) is not null && parsed.GetValue(_connection) is not null)
        {
            await shell.Error.WriteLineAsync(shell.Say("--store và --connection chỉ dùng một: kho nhúng hoặc kho PostgreSQL.", "Only one of --store and --connection: an embedded store, or one in PostgreSQL."));
            return ExitCode.Usage;
        }
        var chosen = Choose(parsed);
        if (chosen.Connection is { } written && PostgresOptions.MistakeIn(written) is { } mistake)
        {
            await shell.Error.WriteLineAsync(shell.Say($"Chuỗi kết nối sai: {mistake}.", $"The connection string {mistake}."));
            return ExitCode.Usage;
        }
        try
        {
            return await work(parsed, chosen, cancellation);
        }
        catch (StorageException failed)
        {
            await shell.Error.WriteLineAsync(shell.Say($"Không làm được: {failed.Message}", failed.Message));
            return failed is StorageUnavailableException ? ExitCode.ServerAway : ExitCode.Refused;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await shell.Error.WriteLineAsync(shell.Say("Đã dừng theo yêu cầu.", "Stopped as asked."));
            return ExitCode.Interrupted;
        }
    };

    private Chosen Choose(ParseResult parsed)
    {
        var (store, connection) = (parsed.GetValue(_store), parsed.GetValue(_connection));
        if (connection is null && store is null)
            (store, connection) = (shell.Surroundings.Variable("TTHC_Storage__Path"), shell.Surroundings.Variable("TTHC_Storage__ConnectionString"));
        // As the engine does: where both are set, the store is in PostgreSQL.
        if (!string.IsNullOrEmpty(connection))
            return new Chosen("", connection);
        var path = Path.GetFullPath(string.IsNullOrEmpty(store) ? "data" : store);
        return new Chosen(Directory.Exists(path) || !Path.HasExtension(path) ? Path.Combine(path, FileName) : path, null);
    }
}

/// <summary>The store chosen.</summary>
/// <param name="File">The file of an embedded one.</param>
/// <param name="Connection">Of one in PostgreSQL; null: it is embedded.</param>
internal sealed record Chosen(string File, string? Connection)
{
    public Task<StoreSummary> SummaryAsync() => Connection is null ? StoreSummary.OfFileAsync(File) : StoreSummary.OfPostgresAsync(Connection);

    /// <summary>Opens it, and brings it to the schema of this version.</summary>
    public async Task<Store> OpenAsync(StoreClock clock, TimeSpan patience) => Connection is null
        ? SqliteStore.Open(new SqliteOptions { Path = File, Clock = clock, BusyTimeout = patience })
        : await PostgresStore.OpenAsync(new PostgresOptions { ConnectionString = Connection, Clock = clock });
}
