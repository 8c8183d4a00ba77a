using System.Collections.Concurrent;

namespace Tthc.Cli.Demo.Misdeeds;

/// <summary>What was done against the rules, and what the engine did not let anybody do.</summary>
internal sealed class MisdeedLog(MisdeedRates rates)
{
    private readonly ConcurrentDictionary<(Misdeed, ulong), bool> _done = [];
    private readonly ConcurrentDictionary<(Misdeed, ulong), string> _refused = [];

    /// <summary>How often each is meant to be done.</summary>
    public MisdeedRates Rates { get; } = rates;

    public void Done(Misdeed misdeed, PlayedDossier subject) => _done.TryAdd((misdeed, subject.Key), true);

    public void Refused(Misdeed misdeed, PlayedDossier subject, string reason) => _refused.TryAdd((misdeed, subject.Key), reason);

    /// <summary>Dossiers with which it was done.</summary>
    public int CountDone(Misdeed misdeed) => _done.Keys.Count(k => k.Item1 == misdeed);

    /// <summary>Dossiers with which it was tried in vain.</summary>
    public int CountRefused(Misdeed misdeed) => _refused.Keys.Count(k => k.Item1 == misdeed);

    /// <summary>The refusals it met.</summary>
    public IEnumerable<string> ReasonsFor(Misdeed misdeed) =>
        _refused.Where(r => r.Key.Item1 == misdeed).Select(r => r.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
