using Tthc.Engine.Dossiers;

namespace Tthc.Engine.Feed;

/// <summary>Rings when something was committed. Who waits looks at the store itself: a ring tells that there is more, not what.</summary>
internal sealed class FeedBell : IDisposable
{
    private readonly CommitPipeline _pipeline;
    private TaskCompletionSource _next = New();

    public FeedBell(CommitPipeline pipeline)
    {
        _pipeline = pipeline;
        pipeline.Committed += Ring;
    }

    /// <summary>Completes at the next commit. Take it before looking at the store, so that no commit falls between.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Dispose() => _pipeline.Committed -= Ring;

    private void Ring(long position) => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
