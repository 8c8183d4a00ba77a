using System.Diagnostics;

namespace Tthc.Bench.Load;

/// <summary>Keeps a number of calls in flight for a time and measures each.</summary>
internal static class CallLoad
{
    /// <summary>What came of it.</summary>
    /// <param name="PerSecond">Calls a second.</param>
    /// <param name="Median">Milliseconds at the 50th percentile.</param>
    /// <param name="P99">Milliseconds at the 99th percentile.</param>
    /// <param name="Calls">All calls.</param>
    internal sealed record Result(double PerSecond, double Median, double P99, long Calls);

    /// <param name="inFlight">How many callers, each with one call at a time.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="call">One call of the caller with this number.</param>
    public static async Task<Result> RunAsync(int inFlight, double seconds, Func<int, Task> call)
    {
        var started = Stopwatch.GetTimestamp();
        var end = started + (long)(seconds * Stopwatch.Frequency);
        var measured = await Task.WhenAll(Enumerable.Range(0, inFlight).Select(caller => Task.Run(() => CallAsync(caller, end, call))));
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var all = measured.SelectMany(m => m).ToArray();
        Array.Sort(all);
        return new Result(all.Length / took, At(all, 0.5), At(all, 0.99), all.Length);
    }

    private static async Task<List<long>> CallAsync(int caller, long end, Func<int, Task> call)
    {
        var times = new List<long>(100_000);
        for (var now = Stopwatch.GetTimestamp(); now < end;)
        {
            await call(caller);
            var after = Stopwatch.GetTimestamp();
            times.Add(after - now);
            now = after;
        }
        return times;
    }

    private static double At(long[] sorted, double share) =>
        sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))] * 1000.0 / Stopwatch.Frequency;
}
