namespace Tthc.Engine.Dossiers.AtHand;

/// <summary>Orders what concerns one dossier (or one request id) within the process, so that it does not race itself. Other nodes race through the version.</summary>
internal sealed class Stripes : IDisposable
{
    // A power of two, so that a number is masked to its place.
    private const int Count = 4096;
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, Count).Select(_ => new SemaphoreSlim(1, 1))];

    public ValueTask<Turn> EnterAsync(long dossier, CancellationToken cancellation) => EnterAsync(_turns[(int)(dossier & (Count - 1))], cancellation);

    public ValueTask<Turn> EnterAsync(string request, CancellationToken cancellation) =>
        EnterAsync(_turns[string.GetHashCode(request, StringComparison.Ordinal) & (Count - 1)], cancellation);

    public void Dispose()
    {
        foreach (var turn in _turns)
            turn.Dispose();
    }

    private static ValueTask<Turn> EnterAsync(SemaphoreSlim turn, CancellationToken cancellation)
    {
        // Nearly always free: no task is made then.
        return turn.Wait(0, CancellationToken.None) ? new(new Turn(turn)) : Slow(turn, cancellation);

        static async ValueTask<Turn> Slow(SemaphoreSlim turn, CancellationToken cancellation)
        {
            await turn.WaitAsync(cancellation);
            return new Turn(turn);
        }
    }

    public readonly struct Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
