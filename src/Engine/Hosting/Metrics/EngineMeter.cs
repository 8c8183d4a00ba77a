using System.Diagnostics.Metrics;

namespace Tthc.Engine.Hosting.Metrics;

/// <summary>What the engine counts and times, under the meter Tthc.Engine. Nothing is counted while nobody listens.</summary>
internal static class EngineMeter
{
    public const string Name = "Tthc.Engine";
    public const string Method = "method";
    public const string Code = "code";
    public const string Reason = "reason";

    public static readonly Meter Meter = new(Name);

    /// <summary>Traces of what no call shows: the transactions that carry several calls each.</summary>
    public static readonly System.Diagnostics.ActivitySource Traces = new(Name);

    public static readonly Counter<long> Calls = Meter.CreateCounter<long>("tthc.calls", "{call}", "gRPC calls ended, by method and status.");

    public static readonly Histogram<double> CallTime = Meter.CreateHistogram<double>("tthc.call.duration", "s", "Time of unary gRPC calls, by method.");

    public static readonly Counter<long> Refusals = Meter.CreateCounter<long>("tthc.refusals", "{refusal}", "Acts refused, by reason.");

    /// <summary>Read by the load driver: units by transactions is the batch.</summary>
    public static readonly Counter<long> Units = Meter.CreateCounter<long>("tthc.commit.units", "{unit}", "Units written.");

    /// <summary>Read by the load driver.</summary>
    public static readonly Counter<long> Transactions = Meter.CreateCounter<long>("tthc.commit.transactions", "{transaction}", "Transactions that wrote them.");

    public static readonly Histogram<long> BatchSize = Meter.CreateHistogram<long>("tthc.commit.batch", "{unit}", "Units in one transaction.");

    public static readonly Histogram<double> CommitTime = Meter.CreateHistogram<double>("tthc.commit.duration", "s", "Time of one transaction.");

    public static readonly Counter<long> Retries = Meter.CreateCounter<long>("tthc.runner.retries", "{attempt}", "Acts decided again: another was faster, or the rules moved.");

    public static readonly Counter<long> CacheHits = Meter.CreateCounter<long>("tthc.cache.hits", "{dossier}", "Dossiers to act on that were at hand.");

    public static readonly Counter<long> CacheMisses = Meter.CreateCounter<long>("tthc.cache.misses", "{dossier}", "Dossiers to act on that were loaded.");

    public static readonly UpDownCounter<long> Streams = Meter.CreateUpDownCounter<long>("tthc.feed.streams", "{stream}", "Readers that follow the feed.");

    public static readonly Histogram<double> FeedDelay = Meter.CreateHistogram<double>("tthc.feed.delay", "s", "From an event's commit to its being sent to a reader that was waiting.");
}
