namespace Tthc.Storage.Database;

/// <summary>The store could not do what it was asked. Each kind tells the operator what to do about it.</summary>
public abstract class StorageException : Exception
{
    private protected StorageException(string message, Exception? cause)
        : base(message, cause)
    {
    }
}

/// <summary>
/// The store cannot be reached or written just now: an I/O error, a folder that is missing or read-only, another
/// program holding the file. Nothing of the failed batch is written; the store works again when the cause is gone.
/// </summary>
public sealed class StorageUnavailableException(string message, Exception? cause = null)
    : StorageException(message, cause);

/// <summary>The disk, or the size the store was allowed, is used up. Nothing of the failed batch is written.</summary>
public sealed class StorageFullException(string message, Exception? cause = null)
    : StorageException(message, cause);

/// <summary>The file or its folder may not be written.</summary>
public sealed class StorageReadOnlyException(string message, Exception? cause = null)
    : StorageException(message, cause);

/// <summary>A row broke a rule of the schema: a code used twice, an event already there. A mistake of the caller.</summary>
public sealed class StorageConstraintException(string message, Exception? cause = null)
    : StorageException(message, cause);

/// <summary>The file is damaged: restore it from a backup.</summary>
public sealed class StorageCorruptException(string message, Exception? cause = null)
    : StorageException(message, cause);

/// <summary>The file is not a store of this engine.</summary>
public sealed class NotAStoreException(string message, Exception? cause = null)
    : StorageException(message, cause);

/// <summary>Another engine process owns the store.</summary>
/// <param name="file">The store.</param>
/// <param name="processId">The owner as far as it left its number; null when it did not.</param>
/// <param name="cause">What the operating system said.</param>
public sealed class StoreInUseException(string file, int? processId, Exception? cause = null)
    : StorageException(
        $"The store '{file}' is in use by another engine, process {processId?.ToString() ?? "unknown"}.", cause)
{
    /// <summary>The store.</summary>
    public string File { get; } = file;

    /// <summary>The owner; null when it is not known.</summary>
    public int? ProcessId { get; } = processId;
}

/// <summary>The store was written by a newer engine, which this one could only damage.</summary>
/// <param name="file">The store.</param>
/// <param name="found">Its schema.</param>
/// <param name="known">The newest schema this engine knows.</param>
public sealed class NewerSchemaException(string file, int found, int known)
    : StorageException(
        $"The store '{file}' has schema {found}; this engine knows schemas up to {known}. Use a newer engine.", null)
{
    /// <summary>Schema of the store.</summary>
    public int Found { get; } = found;

    /// <summary>The newest schema this engine knows.</summary>
    public int Known { get; } = known;
}

/// <summary>A migration that the store went through is not the one this engine carries under its number.</summary>
/// <param name="file">The store.</param>
/// <param name="migration">The migration that differs.</param>
public sealed class MigrationChangedException(string file, string migration)
    : StorageException(
        $"The store '{file}' went through another version of migration '{migration}' than this engine carries.", null)
{
    /// <summary>The migration that differs.</summary>
    public string Migration { get; } = migration;
}

/// <summary>The store keeps time by another clock: simulated and real time never mix in one record.</summary>
/// <param name="file">The store.</param>
/// <param name="stored">The clock it was made with.</param>
/// <param name="asked">The clock it was opened with.</param>
public sealed class ClockMismatchException(string file, StoreClock stored, StoreClock asked)
    : StorageException($"The store '{file}' was made with a {stored} clock and cannot be opened with a {asked} one.", null)
{
    /// <summary>The clock the store was made with.</summary>
    public StoreClock Stored { get; } = stored;

    /// <summary>The clock it was opened with.</summary>
    public StoreClock Asked { get; } = asked;
}

/// <summary>
/// The connection broke in the middle of a commit and could not be made again in time to see what became of it: the
/// batch may be written or not. Repeating the calls with their request ids is safe.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="cause">How the connection broke.</param>
public sealed class OutcomeUnknownException(string store, Exception? cause = null)
    : StorageException(
        $"The connection to the store '{store}' broke in the middle of a commit; whether it was written is not known.", cause);

/// <summary>The schema of the store is missing or old, and the roles the engine was given may not change it.</summary>
/// <param name="store">The store.</param>
/// <param name="needed">What was refused and what to run.</param>
/// <param name="cause">What the database said.</param>
public sealed class SchemaOwnerNeededException(string store, string needed, Exception? cause = null)
    : StorageException($"The schema of the store '{store}' has to be made or changed: {needed}", cause);

/// <summary>Another store is being copied into this one, or the copy was broken off: it is not whole.</summary>
/// <param name="store">The store.</param>
/// <param name="source">Id of the store it is a copy of.</param>
public sealed class CopyUnfinishedException(string store, string source)
    : StorageException($"The store '{store}' is a copy of store {source} that is not finished. Run 'tthc db copy' again: it goes on where it was.", null);
