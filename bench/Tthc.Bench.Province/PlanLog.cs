using System.Text.RegularExpressions;
using Tthc.Bench.Load.Postgres;

namespace Tthc.Bench.Province;

/// <summary>The plans of every statement that ran while it was there, out of the database's log: none may read a big table from one end to the other.</summary>
internal sealed partial class PlanLog : IDisposable
{
    private readonly BenchCluster _cluster;
    private readonly string _file;
    private readonly long _from;

    public PlanLog(BenchCluster cluster)
    {
        (_cluster, _file) = (cluster, Path.Combine(cluster.Folder, "log"));
        _from = new FileInfo(_file).Length;
        Set("0");
    }

    /// <summary>How many plans there were, and each that reads a whole table of size.</summary>
    public void Tell()
    {
        using var stream = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = _from;
        var text = new StreamReader(stream).ReadToEnd();
        var plans = text.Split("LOG:  duration:").Skip(1).Where(p => p.Contains("Query Text:", StringComparison.Ordinal) && !p.Contains("pg_", StringComparison.Ordinal)).ToList();
        var whole = plans.Where(p => WholeTable().IsMatch(p)).GroupBy(p => Texts().Match(p).Groups["text"].Value).ToList();
        Console.WriteLine($"{plans.Count} plans of {plans.Select(p => Texts().Match(p).Groups["text"].Value).Distinct().Count()} texts; reading a whole big table: {whole.Count}");
        foreach (var one in whole)
            Console.WriteLine(one.First());
    }

    public void Dispose() => Set("-1");

    private void Set(string milliseconds)
    {
        _cluster.Run("load 'auto_explain'");
        _cluster.Run($"alter system set auto_explain.log_min_duration = {milliseconds}");
        _cluster.Run("select pg_reload_conf()");
        // A session heeds it at its next statement; the signal takes a moment to reach it.
        Thread.Sleep(1000);
    }

    [GeneratedRegex(@"Seq Scan on (dossier|event|work_item|deadline|request)\b", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex WholeTable();

    [GeneratedRegex(@"Query Text: (?<text>[^\n]*(\n\t[^\n]*)*?)(?=\n\t?[A-Z][a-z]+ )", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Texts();
}
