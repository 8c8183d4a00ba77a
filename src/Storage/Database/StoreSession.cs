using System.Data.Common;

namespace Tthc.Storage.Database;

/// <summary>One connection of a store, lent to one user at a time.</summary>
internal abstract class StoreSession
{
    /// <summary>The rows of a query; each statement sees one snapshot of the store.</summary>
    public abstract ValueTask<DbDataReader> QueryAsync(string sql, params ReadOnlySpan<Parameter> parameters);

    /// <summary>Runs a statement and gives the number of rows it changed.</summary>
    public abstract ValueTask<int> RunAsync(string sql, params ReadOnlySpan<Parameter> parameters);

    /// <summary>
    /// Waits for the commits under way, which were decided by the rules so far, and keeps later ones waiting until the
    /// transaction ends. Nothing to wait for where writers run one after another.
    /// </summary>
    public virtual ValueTask FenceCommitsAsync() => ValueTask.CompletedTask;
}
