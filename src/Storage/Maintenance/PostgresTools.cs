using System.ComponentModel;
using System.Diagnostics;
using Npgsql;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Postgres;

namespace Tthc.Storage.Maintenance;

/// <summary>Backups of a store in PostgreSQL, by PostgreSQL's own programs. The password goes by their environment, never on their command line.</summary>
public static class PostgresTools
{
    /// <summary>Writes a backup as of one moment with pg_dump, in its custom format; engines may go on working meanwhile.</summary>
    /// <param name="connectionString">The database, as a role that may read all of it.</param>
    /// <param name="to">The backup; must not be there yet.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <exception cref="StorageException">It failed, or the program is not installed.</exception>
    public static async Task DumpAsync(string connectionString, string to, CancellationToken cancellation)
    {
        if (File.Exists(to))
            throw new NotAStoreException($"'{to}' is there already: a backup is not written over another.");
        var unfinished = to + ".unfinished";
        try
        {
            await RunAsync("pg_dump", connectionString, ["--format=custom", "--schema=tthc", "--no-owner", $"--file={unfinished}"], cancellation);
            File.Move(unfinished, to);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Makes the store of a backup in an empty database with pg_restore: whole, or not at all.</summary>
    /// <param name="backup">The backup.</param>
    /// <param name="connectionString">The database, as the role that shall own the schema.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <exception cref="StorageException">It failed, the database holds a store, or the program is not installed.</exception>
    public static async Task RestoreAsync(string backup, string connectionString, CancellationToken cancellation)
    {
        if (!File.Exists(backup))
            throw new NotAStoreException($"There is no backup at '{backup}'.");
        if ((await StoreSummary.OfPostgresAsync(connectionString)) is { Schema: > 0 } there)
            throw new NotAStoreException($"'{there.Name}' holds a store already. Restore into an empty database: nothing is written over it.");
        await RunAsync("pg_restore", connectionString, ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", $"--dbname={Settings(connectionString).Database}", backup], cancellation);
    }

    private static NpgsqlConnectionStringBuilder Settings(string connectionString) => new(connectionString);

    private static async Task RunAsync(string program, string connectionString, string[] arguments, CancellationToken cancellation)
    {
        var (settings, name) = (Settings(connectionString), PostgresConnections.NameOf(connectionString));
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        (start.Environment["PGHOST"], start.Environment["PGPORT"]) = (settings.Host, settings.Port.ToString());
        (start.Environment["PGUSER"], start.Environment["PGDATABASE"]) = (settings.Username, settings.Database ?? settings.Username);
        if (settings.Password is { Length: > 0 } password)
            start.Environment["PGPASSWORD"] = password;
        try
        {
            using var process = Process.Start(start)!;
            await using var ending = cancellation.Register(() => process.Kill());
            var errors = await process.StandardError.ReadToEndAsync(CancellationToken.None);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            if (process.ExitCode != 0)
                throw new StorageUnavailableException($"{program} failed on '{name}': {errors.Trim()}");
        }
        catch (Win32Exception e)
        {
            throw new StorageUnavailableException($"{program} is not installed here (Debian: apt-get install postgresql-client): {e.Message}", e);
        }
    }
}
