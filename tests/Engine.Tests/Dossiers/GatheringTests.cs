using System.Collections.Concurrent;
using Tthc.Engine.Dossiers.AtHand;

namespace Tthc.Engine.Tests.Dossiers;

/// <summary>What concurrent callers ask is asked together, each answer younger than the asking.</summary>
public sealed class GatheringTests
{
    private readonly ConcurrentQueue<IReadOnlyCollection<int>> _asked = new();
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Answers_each_with_its_own_and_nothing_where_there_is_nothing()
    {
        _open.SetResult();
        using var gathering = Gathering();

        Assert.Equal("7", await gathering.FindAsync(7, default));
        Assert.Null(await gathering.FindAsync(-7, default));
        Assert.Equal([[7], [-7]], _asked);
    }

    [Fact]
    public async Task Asks_at_once_while_nobody_asks_and_together_what_has_gathered_meanwhile()
    {
        using var gathering = Gathering();
        var asking = Enumerable.Range(1, 100).Select(n => gathering.FindAsync(n, default).AsTask()).ToList();
        // As many as may ask at once have asked, each for one; nobody has an answer.
        Assert.Equal([[1], [2], [3], [4]], _asked);
        Assert.DoesNotContain(asking, a => a.IsCompleted);

        _open.SetResult();

        Assert.Equal(Enumerable.Range(1, 100).Select(n => $"{n}"), await Task.WhenAll(asking));
        Assert.Equal(Enumerable.Range(1, 100), _asked.SelectMany(a => a).Order());
        // No more than 64 at a time: one question may be full, and each of the four that may be put at once takes a share of what is left.
        Assert.All(_asked, a => Assert.InRange(a.Count, 1, 64));
        Assert.InRange(_asked.Count, 4 + 2, 4 + 5);
    }

    [Fact]
    public async Task Asks_anew_for_who_comes_while_the_same_is_asked()
    {
        using var gathering = Gathering();
        var early = gathering.FindAsync(1, default).AsTask();
        var late = gathering.FindAsync(1, default).AsTask();
        _open.SetResult();

        Assert.All(await Task.WhenAll(early, late), found => Assert.Equal("1", found));
        Assert.Equal([[1], [1]], _asked);
    }

    [Fact]
    public async Task Tells_all_who_asked_together_of_an_error_and_goes_on()
    {
        var fails = true;
        using var gathering = new Gathering<int, string>(async keys =>
        {
            await _open.Task;
            return fails ? throw new TimeoutException("away") : keys.ToDictionary(k => k, k => $"{k}");
        });
        var asking = Enumerable.Range(1, 20).Select(n => gathering.FindAsync(n, default).AsTask()).ToList();
        _open.SetResult();

        foreach (var one in asking)
            await Assert.ThrowsAsync<TimeoutException>(() => one);
        fails = false;
        Assert.Equal("3", await gathering.FindAsync(3, default));
    }

    [Fact]
    public async Task Leaves_nobody_waiting_when_one_that_waits_is_called_off()
    {
        using var gathering = Gathering();
        var first = Enumerable.Range(1, 4).Select(n => gathering.FindAsync(n, default).AsTask()).ToList();
        using var called = new CancellationTokenSource();
        var off = gathering.FindAsync(5, called.Token).AsTask();
        var last = gathering.FindAsync(6, default).AsTask();
        await called.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => off);
        _open.SetResult();

        Assert.Equal("6", await last);
        await Task.WhenAll(first);
    }

    private Gathering<int, string> Gathering() => new(async keys =>
    {
        _asked.Enqueue([.. keys.Order()]);
        await _open.Task;
        return keys.Where(k => k > 0).ToDictionary(k => k, k => $"{k}");
    });
}
