using Tthc.Storage.Database;
using Tthc.Storage.Rules;

namespace Tthc.Engine.Rules;

/// <summary>
/// Where several engines share a store: no answer from older rules once another engine has answered by newer ones. Acts are fenced by
/// their commit; whatever is answered without one asks here, after it came in, which rules are the newest. Calls that come while one
/// question is under way share the next.
/// </summary>
internal sealed class RulesFence(bool isShared, RuleBundleStore store, RuleCatalog catalog)
{
    private readonly Lock _turn = new();
    private Task<long> _asking = Task.FromResult(0L);
    private Task<long>? _next;

    /// <summary>When it completes, the rules in force here are the newest there were when it was called.</summary>
    /// <exception cref="StorageException">The store could not be asked, or the newest rules not be taken over.</exception>
    public async ValueTask PassAsync(CancellationToken cancellation)
    {
        if (isShared)
            await catalog.AtLeastAsync(await Ask().WaitAsync(cancellation), cancellation);
    }

    private Task<long> Ask()
    {
        lock (_turn)
        {
            // What was asked before this call came in may have been answered before the newest rules were there.
            return _asking.IsCompleted ? _asking = store.NewestAsync().AsTask() : _next ??= AskAfterAsync(_asking);
        }
    }

    private async Task<long> AskAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        Task<long> asking;
        lock (_turn)
        {
            asking = _asking = store.NewestAsync().AsTask();
            _next = null;
        }
        return await asking;
    }
}
