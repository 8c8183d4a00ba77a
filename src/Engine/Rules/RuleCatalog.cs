using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Tthc.Storage.Database;
using Tthc.Storage.Rules;
using Tthc.Text;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Procedures;

namespace Tthc.Engine.Rules;

/// <summary>The rules in force, swapped as one, and every revision a dossier is pinned to, compiled when first needed.</summary>
internal sealed class RuleCatalog
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_remind = TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentDictionary<long, PinnedRevision> _pinned = new();
    private readonly ConcurrentDictionary<long, string> _ruleSetLabels = new();
    private readonly RuleBundleStore _store;
    private volatile RulesInForce _current = RulesInForce.Nothing;
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="store">Where older revisions are.</param>
    /// <param name="isShared">Whether other engines may publish too.</param>
    public RuleCatalog(RuleBundleStore store, bool isShared)
    {
        _store = store;
        Fence = new RulesFence(isShared, store, this);
    }

    /// <summary>What is told without a commit passes here first.</summary>
    public RulesFence Fence { get; }

    public RulesInForce Current => _current;

    public RuleWorld World => _current.World;

    /// <summary>Whether any version of a procedure is in the bundle in force.</summary>
    public bool Knows(string code) => _current.Bundle.Procedures.Any(p => p.Code == code);

    /// <summary>Takes a bundle over: from here on new calls see it, whole.</summary>
    public void Swap(RulesInForce next)
    {
        _current = next;
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    /// <summary>Completes when other rules than these are in force.</summary>
    public Task ChangedAfter(RulesInForce known)
    {
        var next = _changed.Task;
        return _current == known ? next : Task.CompletedTask;
    }

    /// <summary>Told when somebody met newer rules in the store than are in force here: they have to be fetched now.</summary>
    public event Action? Behind;

    /// <summary>Has the store asked for newer rules now.</summary>
    public void Look() => Behind?.Invoke();

    /// <summary>Waits until the rules in force here are as new as a bundle that another engine has published.</summary>
    /// <exception cref="StorageUnavailableException">They could not be taken over in time; the caller may try again.</exception>
    public async ValueTask AtLeastAsync(long bundle, CancellationToken cancellation)
    {
        for (var started = Stopwatch.GetTimestamp(); ;)
        {
            var current = _current;
            if (current.BundleId >= bundle)
                return;
            var left = s_patience - Stopwatch.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
                throw new StorageUnavailableException($"Rules {bundle} are published, and this engine still has {current.BundleId}.");
            Look();
            await Task.WhenAny(ChangedAfter(current), Task.Delay(left < s_remind ? left : s_remind, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>A revision that is loaded already; null when it is not.</summary>
    public PublishedProcedure? Loaded(long revisionId) => _pinned.GetValueOrDefault(revisionId)?.Published;

    /// <summary>The revision a dossier is pinned to.</summary>
    public async ValueTask<PublishedProcedure> PinnedAsync(long revisionId, CancellationToken cancellation) =>
        (await RevisionAsync(revisionId, cancellation)).Published;

    /// <summary>A revision as people name it: number and the beginning of its content hash.</summary>
    public async ValueTask<string> LabelAsync(long revisionId, CancellationToken cancellation) => (await RevisionAsync(revisionId, cancellation)).Label;

    /// <summary>A revision of a rule set as people name it; null: the store has none of that number.</summary>
    public async ValueTask<string?> RuleSetLabelAsync(long revisionId, CancellationToken cancellation)
    {
        if (_ruleSetLabels.TryGetValue(revisionId, out var known))
            return known;
        return await _store.LoadRevisionAsync(RevisionKind.RuleSet, revisionId, cancellation) is { } found
            ? _ruleSetLabels.GetOrAdd(revisionId, RuleLabels.Of(found.Row))
            : null;
    }

    private async ValueTask<PinnedRevision> RevisionAsync(long revisionId, CancellationToken cancellation)
    {
        if (_pinned.TryGetValue(revisionId, out var known))
            return known;
        var source = await _store.LoadRevisionAsync(RevisionKind.Procedure, revisionId, cancellation)
            ?? throw new InvalidOperationException($"The store has no procedure revision {revisionId}, yet a dossier is pinned to it.");
        var (procedure, diagnostics) = ProcedureCompiler.CompileStored(SourceText.FromUtf8(source.Row.SourcePath, source.Content));
        if (procedure is null)
            throw new InvalidOperationException(
                $"The stored revision {RuleLabels.Of(source.Row)} of procedure {source.Row.Code} no longer compiles: {string.Join("; ", diagnostics.Select(d => d.Id))}.");
        return _pinned.GetOrAdd(revisionId, new PinnedRevision(new PublishedProcedure(revisionId, procedure), RuleLabels.Of(source.Row)));
    }

    private sealed record PinnedRevision(PublishedProcedure Published, string Label);
}
