using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Tthc.Bench.RuleFuzz.Generating;

namespace Tthc.Bench.RuleFuzz.Judging;

/// <summary>Runs cases one after the other on a thread with the stack of a server's, watched by another.</summary>
/// <param name="patience">How long a case may take.</param>
/// <param name="most">After so many different failures it ends.</param>
public sealed class FuzzRun(TimeSpan patience, int most = 1)
{
    private const int ServerStack = 1_536 * 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<string, string> failures = new(StringComparer.Ordinal);
    private (int Number, FuzzCase Case)? current;
    private long startedAt;

    /// <summary>Told of every case that went well.</summary>
    public Action<int, FuzzCase, CaseOutcome>? Finished { get; init; }

    /// <summary>Cases that did not go well, in words; of those that fail at one place the first.</summary>
    public IReadOnlyList<string> Failures(IEnumerable<(int Number, FuzzCase Case)> cases)
    {
        var worker = new Thread(() => Run(cases), ServerStack) { IsBackground = true };
        worker.Start();
        while (!worker.Join(TimeSpan.FromMilliseconds(100)))
        {
            if (Stuck() is { } stuck)
                return [.. Found(), string.Create(CultureInfo.InvariantCulture, $"case {stuck.Number}: no answer within {patience.TotalSeconds} s\n{stuck.Case}")];
        }
        return Found();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Any exception is what is looked for.")]
    private void Run(IEnumerable<(int Number, FuzzCase Case)> cases)
    {
        foreach (var subject in cases)
        {
            Begin(subject);
            try
            {
                var outcome = new Pipeline(subject.Case).Run();
                Finished?.Invoke(subject.Number, subject.Case, outcome);
            }
            catch (Exception exception)
            {
                if (!Fail(exception, subject))
                    return;
            }
        }
    }

    private void Begin((int Number, FuzzCase Case) subject)
    {
        lock (gate)
            (current, startedAt) = (subject, Stopwatch.GetTimestamp());
    }

    /// <summary>Keeps a failure; false when there are enough.</summary>
    private bool Fail(Exception exception, (int Number, FuzzCase Case) subject)
    {
        var place = exception.StackTrace?.Split('\n')[0] ?? "";
        lock (gate)
        {
            failures.TryAdd(place, string.Create(CultureInfo.InvariantCulture, $"case {subject.Number}: {exception}\n{subject.Case}"));
            return failures.Count < most;
        }
    }

    private (int Number, FuzzCase Case)? Stuck()
    {
        lock (gate)
            return current is not null && Stopwatch.GetElapsedTime(startedAt) > patience ? current : null;
    }

    private IReadOnlyList<string> Found()
    {
        lock (gate)
            return [.. failures.Values];
    }
}
