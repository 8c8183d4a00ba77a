using System.Collections.Concurrent;

namespace Tthc.Faults;

/// <summary>What the clients were told: acts acknowledged, acts refused, dossiers as they were shown; and what was found wrong.</summary>
internal sealed class History
{
    private readonly ConcurrentDictionary<string, long> _told = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _violations = new();
    private long _newest;
    private int _acknowledged;
    private int _refused;
    private int _repeated;
    private int _reads;

    /// <summary>Acts that were acknowledged in this round, by officer, who is another for each act.</summary>
    public ConcurrentDictionary<string, Acknowledged> Done { get; } = new(StringComparer.Ordinal);

    /// <summary>Officers whose only act was refused.</summary>
    public ConcurrentDictionary<string, string> Refused { get; } = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Violations => _violations;

    /// <summary>The newest revision of the procedure that a publisher was told of.</summary>
    public long NewestRevision => Volatile.Read(ref _newest);

    public string Totals => $"{_acknowledged} acts acknowledged ({_repeated} of them when repeated), {_refused} refused, {_reads} reads, {_violations.Count} violations";

    /// <summary>Number of a revision as people name it.</summary>
    public static long NumberOf(string revision) => long.Parse(revision.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture);

    public void Publish(long revision) => Volatile.Write(ref _newest, Math.Max(NewestRevision, revision));

    public void Violated(string what)
    {
        if (_violations.Count < 100)
            _violations.Enqueue(what);
    }

    /// <summary>The version of a dossier that somebody was told already: whoever looks now must see it.</summary>
    public long ToldOf(string dossier) => _told.GetValueOrDefault(dossier);

    public void Acknowledge(string officer, Acknowledged done, bool wasRepeated)
    {
        if (!Done.TryAdd(officer, done))
            Violated($"{officer} was acknowledged twice");
        Tell(done.Dossier, done.Version);
        Interlocked.Increment(ref _acknowledged);
        if (wasRepeated)
            Interlocked.Increment(ref _repeated);
    }

    public void Refuse(string officer, string reason)
    {
        Refused[officer] = reason;
        Interlocked.Increment(ref _refused);
    }

    public void Show(string dossier, long atLeast, long version)
    {
        if (version < atLeast)
            Violated($"{dossier} was shown at version {version} although somebody had been told of version {atLeast} before");
        Tell(dossier, version);
        Interlocked.Increment(ref _reads);
    }

    public void Tell(string dossier, long version) => _told.AddOrUpdate(dossier, version, (_, known) => Math.Max(known, version));
}

/// <summary>An act that was acknowledged.</summary>
/// <param name="Dossier">Code of its dossier.</param>
/// <param name="Version">Version after it.</param>
/// <param name="Position">Feed position of its last event.</param>
/// <param name="Kind">Kind of its first event.</param>
internal sealed record Acknowledged(string Dossier, long Version, long Position, string Kind);
