namespace Tthc.Storage.Database.Sqlite;

/// <summary>
/// Ownership of a store by one process. The lock is the operating system's on an open file, so that it goes with
/// the process however it ends; the owner's number stands in a file beside it, because a locked file cannot be read.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream _held;

    private StoreLock(FileStream held) => _held = held;

    /// <exception cref="StoreInUseException">Another process owns the store.</exception>
    /// <exception cref="StorageReadOnlyException">The folder may not be written.</exception>
    /// <exception cref="StorageFullException">No space even for the owner's number.</exception>
    /// <exception cref="StorageUnavailableException">The folder cannot be used.</exception>
    public static StoreLock Take(string storePath)
    {
        var owner = storePath + ".pid";
        FileStream? held = null;
        try
        {
            held = new FileStream(storePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(owner, Environment.ProcessId.ToString());
            return new StoreLock(held);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            held?.Dispose();
            throw Failed(storePath, e, held is null ? ReadOwner(owner) : null);
        }
    }

    /// <summary>Whether a process owns the store; nothing is changed.</summary>
    public static bool IsHeld(string storePath)
    {
        try
        {
            if (File.Exists(storePath + ".lock"))
                new FileStream(storePath + ".lock", FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    public void Dispose() => _held.Dispose();

    // By the codes of Linux, macOS and Windows: the framework has no types for these causes.
    private static StorageException Failed(string path, Exception e, int? owner) => e switch
    {
        UnauthorizedAccessException => new StorageReadOnlyException($"The folder of the store '{path}' may not be written.", e),
        { HResult: 11 or 35 or unchecked((int)0x80070020) } => new StoreInUseException(path, owner, e),
        { HResult: 28 or unchecked((int)0x80070070) } => new StorageFullException($"No space left beside the store '{path}'.", e),
        _ => new StorageUnavailableException($"The folder of the store '{path}' cannot be used: {e.Message}", e),
    };

    private static int? ReadOwner(string path)
    {
        try
        {
            return int.TryParse(File.ReadAllText(path), out var id) ? id : null;
        }
        catch (IOException)
        {
            // The owner may be between taking the lock and leaving its number.
            return null;
        }
    }
}
