using System.Diagnostics;
using System.Globalization;

namespace Tthc.Bench.Rules;

/// <summary>Operations a second of one thread, with what each allocates.</summary>
/// <param name="seconds">How long each round takes.</param>
internal sealed class Measurement(double seconds)
{
    public static void Head()
    {
        // On a quiet machine both times are one; on a busy one the processor's tells what the work costs.
        Console.WriteLine("| operation | million sets/s | ns/set | processor ns/set | bytes/set |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
    }

    /// <summary>Nanoseconds of the processor for one operation; the best of three rounds, after one that lets it be compiled with its profile.</summary>
    public double Of(string name, int cases, Action<int> operation)
    {
        Round(cases, operation);
        var (best, least) = (double.MaxValue, double.MaxValue);
        var bytes = 0.0;
        for (var round = 0; round < 3; round++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var before = Processor();
            var (operations, took) = Round(cases, operation);
            least = Math.Min(least, (Processor() - before).TotalNanoseconds / operations);
            bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)operations;
            best = Math.Min(best, took.TotalNanoseconds / operations);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {1e3 / best:0.00} | {best:0.0} | {least:0.0} | {bytes:0.#} |"));
        return least;
    }

    public static TimeSpan Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private (long Operations, TimeSpan Took) Round(int cases, Action<int> operation)
    {
        var started = Stopwatch.GetTimestamp();
        var operations = 0L;
        while (Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)
        {
            for (var i = 0; i < cases; i++)
                operation(i);
            operations += cases;
        }
        return (operations, Stopwatch.GetElapsedTime(started));
    }
}
