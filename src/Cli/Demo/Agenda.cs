namespace Tthc.Cli.Demo;

/// <summary>What is to be done when. Moments are rounded up to a grid, so that many acts fall on one and can run side by side.</summary>
internal sealed class Agenda(DateTimeOffset start)
{
    private const int GridMinutes = 5;

    private readonly PriorityQueue<Errand, (long Slot, ulong Key, long Order)> _queue = new();
    private long _order;
    private long _now;

    public DateTimeOffset Now => At(_now);

    /// <summary>The next moment at which there is something to do; null: nothing is left.</summary>
    public DateTimeOffset? Next => _queue.TryPeek(out _, out var at) ? At(at.Slot) : null;

    /// <summary>Adds an errand; one in the past is for the next moment.</summary>
    public void Add(DateTimeOffset at, Errand errand)
    {
        var slot = (long)Math.Ceiling((at - start).TotalMinutes / GridMinutes);
        _queue.Enqueue(errand, (Math.Max(slot, _now + 1), errand.Subject.Key, _order++));
    }

    /// <summary>Moves on to the next moment and takes all that is to be done then, each dossier's errands in order.</summary>
    public IReadOnlyList<IReadOnlyList<Errand>> TakeNext()
    {
        _queue.TryPeek(out _, out var first);
        _now = first.Slot;
        var due = new List<List<Errand>>();
        while (_queue.TryPeek(out var errand, out var at) && at.Slot == _now)
        {
            _queue.Dequeue();
            if (due.Count > 0 && due[^1][0].Subject == errand.Subject)
                due[^1].Add(errand);
            else
                due.Add([errand]);
        }
        return due;
    }

    private DateTimeOffset At(long slot) => start.AddMinutes(slot * GridMinutes);
}

/// <summary>Something to do for a dossier.</summary>
/// <param name="Subject">The dossier.</param>
/// <param name="RunAsync">Does it.</param>
internal sealed record Errand(PlayedDossier Subject, Func<Task> RunAsync);
