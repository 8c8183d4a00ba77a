using Tthc.Engine.Rules.Folder;
using System.Collections.Immutable;
using Tthc.Engine.Hosting;
using Tthc.Storage.Database;
using Tthc.Storage.Rules;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Bundles;
using CompiledBundle = Tthc.Workflows.Bundles.RuleBundle;
using StoredBundle = Tthc.Storage.Rules.RuleBundle;

namespace Tthc.Engine.Rules;

/// <summary>
/// The one way in for rules, whoever brings them: check the whole, append a revision, take over, write the folder. A bad set is refused with
/// every mistake; the last good one runs on. One at a time; what another engine on the same store published in between is noticed and published upon.
/// </summary>
internal sealed class RulePublisher(RuleBundleStore store, RuleMirror mirror, RuleCatalog catalog, EngineTime time, ILogger<RulePublisher> log) : IDisposable
{
    private const int MostAttempts = 8;
    private readonly RuleFolder _folder = mirror.Folder;
    private readonly RuleSetHistory _history = new(store);
    private static readonly TimeSpan s_again = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private PublicationDays _days = PublicationDays.None;
    private volatile bool _isInStep = true;

    /// <summary>When the next publication takes force; null: none waits.</summary>
    public DateTimeOffset? NextTurn => Volatile.Read(ref _days).Next;

    /// <summary>At start: the folder if it is good, else the last good bundle of the store, else nothing.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        using var turn = await EnterAsync(cancellation);
        var published = await LoadAsync(cancellation);
        var isTaken = false;
        try
        {
            FolderChange.Heal(_folder, published.Head);
            isTaken = await TakeFolderAsync(published, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            RuleLog.LookAgain(log, e.Message);
        }
        if (!isTaken)
            await RunOnStoredAsync(published.Head);
        await TakeDueAsync(cancellation);
    }

    /// <summary>Takes over what was edited in the folder; false when it is refused.</summary>
    /// <exception cref="IOException">A file could not be read just now.</exception>
    public async Task<bool> PublishFolderAsync(CancellationToken cancellation)
    {
        using var turn = await EnterAsync(cancellation);
        var published = await LoadAsync(cancellation);
        FolderChange.Heal(_folder, published.Head);
        return await TakeFolderAsync(published, cancellation);
    }

    /// <summary>Takes over what another engine has published; the look costs one question of the store.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        if (!mirror.IsShared || (_isInStep && await store.NewestAsync(cancellation) <= catalog.Current.BundleId))
            return;
        using var turn = await EnterAsync(cancellation);
        var published = await LoadAsync(cancellation);
        if (published.Head is { } head && head.Row.Id > catalog.Current.BundleId)
            await TakeStoredAsync(head, "published by another engine");
        await FollowAsync(published.Head, cancellation);
    }

    /// <summary>Publishes edits that somebody sent. When it returns <see cref="PublishResult.Done"/> they are on the disk and, unless they wait for their day, in force.</summary>
    public async Task<PublishResult> PublishAsync(RulePublication publication, CancellationToken cancellation)
    {
        using var turn = await EnterAsync(cancellation);
        await TakeDueAsync(cancellation);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
            if (await TryPublishAsync(publication, cancellation) is { } result)
                return result;
        throw new StorageUnavailableException("Other engines published rules again and again in between; try again.");
    }

    private async Task<PublishResult?> TryPublishAsync(RulePublication publication, CancellationToken cancellation)
    {
        if (publication.RequestId is { } id && await store.FindPublicationAsync(id, cancellation) is { } before)
            return ReplayOf(before, publication);
        var published = await LoadAsync(cancellation);
        if (publication.Edits.FirstOrDefault(e => !published.IsMadeFromNewest(e)) is { } stale)
            return new PublishResult.BaseMoved(stale.Path, published.Newest(stale.Path)?.Label ?? "");
        try
        {
            FolderChange.Heal(_folder, published.Head);
            if (published.Head is { } head)
                await mirror.FollowAsync(head, cancellation);
            return _folder.IsSource && publication.Edits.FirstOrDefault(e => !IsInFolder(e.Path, published.Head)) is { } edited
                ? new PublishResult.FolderEdited(edited.Path)
                : await CommitAsync(publication, published, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new PublishResult.FolderClosed(_folder.Path, e.Message);
        }
    }

    /// <summary>Puts in force what waited for today; how many publications there were.</summary>
    public async Task<int> TakeForceAsync(CancellationToken cancellation)
    {
        using var turn = await EnterAsync(cancellation);
        return await TakeDueAsync(cancellation);
    }

    public void Dispose() => _turn.Dispose();

    private static PublishResult ReplayOf(Publication before, RulePublication publication) =>
        before.BodyHash is { } hash && hash.AsSpan().SequenceEqual(publication.BodyHash)
            ? new PublishResult.Done(before, [], Replayed: true)
            : new PublishResult.RequestReused();

    private async Task<Turn> EnterAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        return new Turn(_turn);
    }

    private async Task<PublishedRules> LoadAsync(CancellationToken cancellation)
    {
        var newest = await store.NewestHeadAsync(cancellation);
        var published = new PublishedRules(await store.LoadHeadAsync(cancellation), await store.LoadPendingAsync(cancellation)) { Base = newest };
        Volatile.Write(ref _days, PublicationDays.Of(published, catalog.World));
        return published;
    }

    private bool IsInFolder(string path, StoredBundle? head) =>
        (_folder.Read(path), head?.Files.FirstOrDefault(f => f.Path == path)?.Content) switch
        {
            (null, null) => true,
            ({ } there, { } known) => there.AsSpan().SequenceEqual(known),
            _ => false,
        };

    private async Task<bool> TakeFolderAsync(PublishedRules published, CancellationToken cancellation)
    {
        var state = await mirror.LookAsync(published.Head, cancellation);
        if (state.IsEmpty)
        {
            RuleLog.EmptyFolder(log, _folder.Path);
            return false;
        }
        if (!state.Contested.IsEmpty)
        {
            RuleLog.FolderContested(log, _folder.Path, string.Join(", ", state.Contested), published.Base.BundleId);
            return false;
        }
        if (state.Edits.IsEmpty)
            return (catalog.Current.BundleId == published.Head!.Row.Id || await TakeStoredAsync(published.Head, "unchanged"))
                && await FollowAsync(published.Head, cancellation);
        switch (await CommitAsync(new RulePublication { Edits = state.Edits, Author = RulePublication.FolderAuthor }, published, cancellation))
        {
            case null:
                return await TakeFolderAsync(await LoadAsync(cancellation), cancellation);
            case PublishResult.Mistaken mistaken:
                RuleLog.Tell(log, mistaken.Diagnostics);
                RuleLog.Refused(log, _folder.Path, mistaken.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error));
                return false;
            case var done:
                RuleLog.Tell(log, done.Hints);
                return true;
        }
    }

    /// <summary>The folder goes along with what is in force; where it cannot be written it is tried again.</summary>
    private async Task<bool> FollowAsync(StoredBundle? head, CancellationToken cancellation)
    {
        try
        {
            if (head is not null)
                await mirror.FollowAsync(head, cancellation);
            _isInStep = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (_isInStep)
                RuleLog.FolderBehind(log, _folder.Path, e.Message);
            _isInStep = false;
        }
        return true;
    }

    /// <summary>Checks today's set and every set to come, appends, takes over, writes the folder; null when another engine published in between.</summary>
    private async Task<PublishResult?> CommitAsync(RulePublication publication, PublishedRules published, CancellationToken cancellation)
    {
        var today = catalog.World.DayOf(time.Now);
        var effective = publication.EffectiveFrom is { } day && day > today ? day : (DateOnly?)null;
        var changes = publication.Edits.Select(e => new RuleFileChange(e.Path, e.Content)).ToImmutableArray();
        var check = new PublicationCheck(published, today);
        var (bundle, diagnostics) = check.Compile(changes, effective ?? today);
        if (bundle is null)
            return new PublishResult.Mistaken(diagnostics, effective);
        if (check.FirstMistake(changes, effective ?? today) is { } later)
            return later;
        // Probed also for what waits: a folder that cannot be written is better told today than on the day.
        var write = publication.IsFromFolder ? null : FolderChange.Prepare(_folder, changes);
        var outcome = await AppendAsync(DraftOf(publication, changes, bundle, effective, published), write, cancellation);
        switch (outcome)
        {
            case PublicationBaseMoved:
                write?.Drop();
                return null;
            case PublishedBefore before:
                write?.Drop();
                return ReplayOf(before.Publication, publication);
            case NothingToPublish nothing:
                write?.Drop();
                await TakeOverAsync(bundle, nothing.Bundle, "unchanged");
                return new PublishResult.Unchanged(diagnostics);
            case Published done when effective is { } waits:
                write?.Drop();
                await LoadAsync(CancellationToken.None);
                RuleLog.Waiting(log, done.Publication.Row.Id, publication.Author, waits);
                return new PublishResult.Done(done.Publication, diagnostics, Replayed: false);
            case Published done:
                await TakeOverAsync(bundle, done.Bundle!, $"by {publication.Author}");
                WriteFolder(write);
                await FollowAsync(done.Bundle, CancellationToken.None);
                return new PublishResult.Done(done.Publication, diagnostics, Replayed: false);
            default:
                throw new InvalidOperationException($"A publication cannot end as {outcome.GetType().Name}: the turn is held.");
        }
    }

    private async Task<PublishOutcome> AppendAsync(RulePublicationDraft draft, FolderChange? write, CancellationToken cancellation)
    {
        try
        {
            return await store.PublishAsync(draft, cancellation);
        }
        catch
        {
            write?.Drop();
            throw;
        }
    }

    private RulePublicationDraft DraftOf(RulePublication publication, ImmutableArray<RuleFileChange> changes, CompiledBundle bundle, DateOnly? effective, PublishedRules published) => new()
    {
        Changes = changes,
        Procedures = BundleRevisions.Procedures(bundle),
        RuleSets = BundleRevisions.RuleSets(bundle),
        Author = publication.Author,
        Reason = publication.Reason,
        Basis = publication.Basis,
        EffectiveFrom = effective,
        RequestId = publication.RequestId,
        BodyHash = publication.BodyHash,
        PublishedAt = time.Now,
        Base = published.Base,
    };

    private async Task<int> TakeDueAsync(CancellationToken cancellation)
    {
        var today = catalog.World.DayOf(time.Now);
        var published = await LoadAsync(cancellation);
        var due = published.DueOn(today);
        if (due.IsEmpty)
            return 0;
        var (bundle, diagnostics) = new PublicationCheck(published, today).CompileDue();
        if (bundle is null)
        {
            RuleLog.Tell(log, diagnostics);
            RuleLog.CannotTakeForce(log, today, diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error));
            TryAgainLater();
            return 0;
        }
        try
        {
            FolderChange.Heal(_folder, published.Head);
            var changes = published.ChangesOn(today);
            if (await ForceAsync(bundle, changes, due, published, FolderChange.Prepare(_folder, changes)))
                return due.Length;
            // Another engine was faster by a moment.
            if ((await LoadAsync(cancellation)).Head is { } head && head.Row.Id > catalog.Current.BundleId)
                await TakeStoredAsync(head, "published by another engine");
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Taken over without the folder it would be undone by the folder's next look.
            RuleLog.FolderBehind(log, _folder.Path, e.Message);
            TryAgainLater();
            return 0;
        }
    }

    private async Task<bool> ForceAsync(
        CompiledBundle bundle, ImmutableArray<RuleFileChange> changes, ImmutableArray<PendingPublication> due, PublishedRules published, FolderChange write)
    {
        var last = due[^1].Publication.Row;
        var draft = DraftOf(new RulePublication { Edits = [], Author = last.Author, Reason = last.Reason, Basis = last.Basis }, changes, bundle, null, published);
        if (await AppendAsync(new RuleForceDraft([.. due.Select(d => d.Publication.Row.Id)], draft), write) is not { } head)
            return false;
        await TakeOverAsync(bundle, head, $"publication {last.Id} by {last.Author} takes force");
        WriteFolder(write);
        await FollowAsync(head, CancellationToken.None);
        await LoadAsync(CancellationToken.None);
        return true;
    }

    /// <summary>Puts the draft in force; null when another engine did it, or published, in between.</summary>
    private async Task<StoredBundle?> AppendAsync(RuleForceDraft draft, FolderChange write)
    {
        StoredBundle? head = null;
        try
        {
            return head = await store.TakeForceAsync(draft, CancellationToken.None);
        }
        catch (StorageConstraintException)
        {
            return null;
        }
        finally
        {
            if (head is null)
                write.Drop();
        }
    }

    private void TryAgainLater() => Volatile.Write(ref _days, new PublicationDays(time.Now + s_again));

    private void WriteFolder(FolderChange? write)
    {
        try
        {
            write?.Finish();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It lies beside, is in the store, and is put in its place by the next look.
            RuleLog.FolderBehind(log, _folder.Path, e.Message);
        }
    }

    private async Task RunOnStoredAsync(StoredBundle? head)
    {
        if (head is not null && await TakeStoredAsync(head, "from the store"))
            RuleLog.RunningOnStored(log, head.Row.Id, head.Row.Hash, _folder.Path);
        else
            RuleLog.NothingToRun(log, _folder.Path);
    }

    private async Task<bool> TakeStoredAsync(StoredBundle head, string state)
    {
        var (bundle, diagnostics) = RuleBundleCompiler.Load([.. head.Files.Select(f => SourceText.FromUtf8(f.Path, f.Content))]);
        RuleLog.Tell(log, diagnostics);
        if (bundle is null)
            return false;
        await TakeOverAsync(bundle, head, state);
        return true;
    }

    /// <summary>From here on calls see the new set, whole. Not called off: what is committed is in force.</summary>
    private async Task TakeOverAsync(CompiledBundle bundle, StoredBundle head, string state)
    {
        var compliance = await _history.RulesAsync(bundle, head, BundleWorld.LocalOffsetOf(bundle), CancellationToken.None);
        catalog.Swap(new RulesInForce(bundle, head, compliance));
        RuleLog.Published(log, head.Row.Id, head.Row.Hash[..12], bundle.Procedures.Length, state);
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
