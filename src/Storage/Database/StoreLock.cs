namespace Tthc.Storage.Database;

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
    public static StoreLock Take(string storePath)
    {
        var owner = storePath + ".pid";
        try
        {
            var held = new FileStream(storePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(owner, Environment.ProcessId.ToString());
            return new StoreLock(held);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StorageReadOnlyException($"The folder of the store '{storePath}' may not be written.", e);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException))
        {
            throw new StoreInUseException(storePath, ReadOwner(owner), e);
        }
        catch (IOException e)
        {
            throw new StorageUnavailableException($"The folder of the store '{storePath}' cannot be used: {e.Message}", e);
        }
    }

    public void Dispose() => _held.Dispose();

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
