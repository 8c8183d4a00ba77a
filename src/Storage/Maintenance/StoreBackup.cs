using Microsoft.Data.Sqlite;
using Tthc.Storage.Database;
using Tthc.Storage.Database.Sqlite;

namespace Tthc.Storage.Maintenance;

/// <summary>Backups of an embedded store, as one file that is a store itself. A store in PostgreSQL is backed up by its own tools.</summary>
public static class StoreBackup
{
    /// <summary>Writes a backup as of one moment; an engine may go on working meanwhile.</summary>
    /// <param name="file">The store.</param>
    /// <param name="to">The backup; must not be there yet.</param>
    /// <exception cref="StorageException">The store cannot be read, or the backup not written: then there is none.</exception>
    public static void Write(string file, string to)
    {
        Require(!File.Exists(to), $"'{to}' is there already: a backup is not written over another.");
        Require(File.Exists(file), $"There is no store at '{file}'.");
        var unfinished = to + ".unfinished";
        try
        {
            File.Delete(unfinished);
            using (var connection = SqliteOpening.OpenReader(new SqliteOptions { Path = file }))
                connection.Run("vacuum into @to", ("@to", unfinished));
            Check(unfinished);
            using (var written = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
                written.Flush(flushToDisk: true);
            File.Move(unfinished, to);
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.From(e, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException($"The backup '{to}' cannot be written: {e.Message}", e);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Makes a store of a backup.</summary>
    /// <param name="backup">The backup.</param>
    /// <param name="file">The store; must not be there.</param>
    /// <exception cref="StorageException">The backup is damaged or none, or a store is there already: nothing is changed.</exception>
    public static void Restore(string backup, string file)
    {
        Require(File.Exists(backup), $"There is no backup at '{backup}'.");
        Require(!File.Exists(file), $"A store is at '{file}' already. Move it away first: nothing is written over it.");
        SqliteOpening.CreateFolder(file);
        try
        {
            Check(backup);
            var unfinished = file + ".unfinished";
            File.Copy(backup, unfinished, overwrite: true);
            using (var written = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
                written.Flush(flushToDisk: true);
            File.Move(unfinished, file);
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.From(e, backup);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException($"The store '{file}' cannot be written: {e.Message}", e);
        }
    }

    private static void Check(string file)
    {
        using var connection = SqliteOpening.OpenReader(new SqliteOptions { Path = file });
        Require(Convert.ToInt32(connection.Scalar("pragma application_id")) == SqliteMeta.ApplicationId, $"The file '{file}' is not a store of this engine.");
        if (connection.Scalar("pragma integrity_check") is not "ok")
            throw new StorageCorruptException($"The file '{file}' is damaged.");
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
            throw new NotAStoreException(message);
    }
}
