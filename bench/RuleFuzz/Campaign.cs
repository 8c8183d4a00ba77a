using System.Diagnostics;
using System.Globalization;
using Tthc.Bench.RuleFuzz.Generating;
using Tthc.Bench.RuleFuzz.Judging;

namespace Tthc.Bench.RuleFuzz;

/// <summary>Many cases of one seed, told as they go.</summary>
internal sealed class Campaign(int seed, TimeSpan patience)
{
    private const int MostFailures = 10;

    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);
    private readonly long startedAt = Stopwatch.GetTimestamp();
    private int done;
    private int judged;

    public int Many(int cases, string? trail)
    {
        using var file = trail is null ? null : new StreamWriter(trail) { AutoFlush = true };
        var numbered = Hostile().Select((hostile, i) => (-1 - i, hostile))
            .Concat(Enumerable.Range(0, cases).Select(number => (number, FuzzCase.Of(seed, number))));
        return Told(new FuzzRun(patience, MostFailures) { Finished = Count }.Failures(numbered.Select(subject => Left(file, subject))));
    }

    public int One(int number)
    {
        var subject = number < 0 ? Hostile().ElementAt(-1 - number) : FuzzCase.Of(seed, number);
        Console.WriteLine(subject);
        return Told(new FuzzRun(patience) { Finished = (_, _, outcome) => Console.WriteLine($"{outcome.Rules} rules: {string.Join(", ", outcome.Verdicts)}\n{string.Join('\n', outcome.Errors)}") }
            .Failures([(number, subject)]));
    }

    private static IEnumerable<FuzzCase> Hostile() => HostileDocuments.All.Select((named, i) => new FuzzCase(named.Key, named.Value(), i));

    private static (int Number, FuzzCase Case) Left(StreamWriter? trail, (int Number, FuzzCase Case) subject)
    {
        trail?.BaseStream.Seek(0, SeekOrigin.Begin);
        trail?.WriteLine(subject.Number.ToString("D12", CultureInfo.InvariantCulture));
        return subject;
    }

    private void Count(int number, FuzzCase subject, CaseOutcome outcome)
    {
        done++;
        judged += outcome.Rules;
        foreach (var what in outcome.Errors.Select(error => error.Id).Distinct(StringComparer.Ordinal).Concat(outcome.Verdicts.Select(verdict => verdict.ToString())).Append(subject.Kind))
            seen[what] = seen.GetValueOrDefault(what) + 1;
        if (done % 10_000 == 0)
            Progress();
    }

    private void Progress() => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{done,10:N0} cases, {judged:N0} rules judged, {done / Stopwatch.GetElapsedTime(startedAt).TotalSeconds:N0} cases a second"));

    private int Told(IReadOnlyList<string> failures)
    {
        foreach (var failure in failures)
            Console.Error.WriteLine($"seed {seed}, {failure}\n");
        Progress();
        Console.WriteLine(string.Join(", ", seen.OrderByDescending(p => p.Value).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key} {p.Value}"))));
        return failures.Count == 0 ? 0 : 1;
    }
}
