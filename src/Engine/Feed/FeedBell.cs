namespace Tthc.Engine.Feed;

/// <summary>Rings when something was committed, here or by another engine. Who waits looks at the store itself: a ring tells that there is more, not what.</summary>
internal sealed class FeedBell
{
    private TaskCompletionSource _next = New();
    private TaskCompletionSource _nextElsewhere = New();

    /// <summary>Completes at the next ring. Take it before looking at the store, so that no commit falls between.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>The same for what other engines committed.</summary>
    public Task NextElsewhere => Volatile.Read(ref _nextElsewhere).Task;

    public void Ring() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>Rings for what another engine committed, or may have.</summary>
    public void RingElsewhere()
    {
        Ring();
        Interlocked.Exchange(ref _nextElsewhere, New()).TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
