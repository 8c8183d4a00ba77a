using Tthc.Storage.Dossiers;

namespace Tthc.Storage.Database;

/// <summary>
/// One store of dossiers, whichever database keeps it: the seam between what is asked and how a database does it.
/// </summary>
/// <remarks>
/// The two databases share the texts of queries (<see cref="SqlDialect"/> fills what differs) and differ in how they
/// lend a connection and in how they carry out a batch. Safe for use by several threads.
/// </remarks>
public abstract class Store : IAsyncDisposable
{
    private protected Store(string name, SqlDialect dialect) => (Name, Dialect) = (name, dialect);

    /// <summary>Where the store is, as messages name it; never a secret.</summary>
    public string Name { get; }

    /// <summary>What the store says of itself.</summary>
    public abstract StoreMeta Meta { get; }

    /// <summary>Whether other engines may write to it too, so that what one remembers of it may be old.</summary>
    public abstract bool IsShared { get; }

    /// <summary>Whether a commit holds the thread that asks for it until it is on the disk.</summary>
    public abstract bool HoldsThread { get; }

    /// <summary>Tells the other engines on this store; nothing where there are none.</summary>
    /// <exception cref="StorageException">They could not be told; they will see it when they look.</exception>
    public virtual ValueTask TellAsync(StoreNews news, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>
    /// Calls back for whatever the other engines on this store tell, until called off. News may be lost with a connection:
    /// look at the store from time to time besides.
    /// </summary>
    public virtual Task ListenAsync(Action<StoreNews> heard, CancellationToken cancellation) => Task.CompletedTask;

    internal SqlDialect Dialect { get; }

    /// <summary>Closes every connection.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>Runs queries on a connection of their own; the cancellation is heeded while waiting for one.</summary>
    internal abstract ValueTask<T> ReadAsync<T>(Func<StoreSession, ValueTask<T>> read, CancellationToken cancellation);

    /// <summary>
    /// Runs queries that find their rows by keys, whatever the values: a database that plans queries plans these once a connection.
    /// The cancellation is heeded while waiting for one.
    /// </summary>
    internal virtual ValueTask<T> ReadByKeyAsync<T>(Func<StoreSession, ValueTask<T>> read, CancellationToken cancellation) => ReadAsync(read, cancellation);

    /// <summary>
    /// Runs a small write in a transaction that is committed when it returns and rolled back when it throws. Such
    /// writes run one at a time over all processes that share the store.
    /// </summary>
    internal abstract ValueTask<T> WriteAsync<T>(Func<StoreSession, ValueTask<T>> write, CancellationToken cancellation);

    /// <summary>Carries out a batch: see <see cref="DossierStore.CommitAsync"/>.</summary>
    internal abstract ValueTask<IReadOnlyList<CommitOutcome>> CommitAsync(
        IReadOnlyList<CommitUnit> batch, CancellationToken cancellation);
}
