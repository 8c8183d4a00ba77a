using System.Collections.Concurrent;

namespace Tthc.Shims.Tests.Server;

/// <summary>What the server saw of single calls, for tests to await.</summary>
public sealed class CallLedger
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _events = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _attempts = new(StringComparer.Ordinal);

    public void Record(string what) => Source(what).TrySetResult();

    // The limit only turns a hang into a failure.
    public Task Seen(string what) => Source(what).Task.WaitAsync(TimeSpan.FromMinutes(1));

    public int CountAttempt(string counter) => _attempts.AddOrUpdate(counter, 1, (_, count) => count + 1);

    public int Attempts(string counter) => _attempts.GetValueOrDefault(counter);

    private TaskCompletionSource Source(string what) =>
        _events.GetOrAdd(what, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
