using System.Collections.Immutable;
using Tthc.Engine.Hosting;
using Tthc.Storage.Rules;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Workflows.Bundles;
using CompiledBundle = Tthc.Workflows.Bundles.RuleBundle;
using StoredBundle = Tthc.Storage.Rules.RuleBundle;

namespace Tthc.Engine.Rules;

/// <summary>
/// The one way in for rules, whoever brings them: check the whole, append a revision, take over, write the folder. A bad set is refused with
/// every mistake; the last good one runs on. One at a time.
/// </summary>
internal sealed class RulePublisher(RuleBundleStore store, RuleFolder folder, RuleCatalog catalog, EngineTime time, ILogger<RulePublisher> log) : IDisposable
{
    private readonly RuleSetHistory _history = new(store);
    private static readonly TimeSpan s_again = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private PublicationDays _days = PublicationDays.None;

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
            FolderChange.Heal(folder, published.Head);
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
        FolderChange.Heal(folder, published.Head);
        return await TakeFolderAsync(published, cancellation);
    }

    /// <summary>Publishes edits that somebody sent. When it returns <see cref="PublishResult.Done"/> they are on the disk and, unless they wait for their day, in force.</summary>
    public async Task<PublishResult> PublishAsync(RulePublication publication, CancellationToken cancellation)
    {
        using var turn = await EnterAsync(cancellation);
        await TakeDueAsync(cancellation);
        if (publication.RequestId is { } id && await store.FindPublicationAsync(id, cancellation) is { } before)
            return ReplayOf(before, publication);
        var published = await LoadAsync(cancellation);
        if (publication.Edits.FirstOrDefault(e => !published.IsMadeFromNewest(e)) is { } stale)
            return new PublishResult.BaseMoved(stale.Path, published.Newest(stale.Path)?.Label ?? "");
        try
        {
            FolderChange.Heal(folder, published.Head);
            return folder.IsSource && publication.Edits.FirstOrDefault(e => !IsInFolder(e.Path, published.Head)) is { } edited
                ? new PublishResult.FolderEdited(edited.Path)
                : await CommitAsync(publication, published, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new PublishResult.FolderClosed(folder.Path, e.Message);
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
        var published = new PublishedRules(await store.LoadHeadAsync(cancellation), await store.LoadPendingAsync(cancellation));
        Volatile.Write(ref _days, PublicationDays.Of(published, catalog.World));
        return published;
    }

    private bool IsInFolder(string path, StoredBundle? head) =>
        (folder.Read(path), head?.Files.FirstOrDefault(f => f.Path == path)?.Content) switch
        {
            (null, null) => true,
            ({ } there, { } known) => there.AsSpan().SequenceEqual(known),
            _ => false,
        };

    private async Task<bool> TakeFolderAsync(PublishedRules published, CancellationToken cancellation)
    {
        var files = folder.Read();
        if (files.Count == 0)
        {
            RuleLog.EmptyFolder(log, folder.Path);
            return false;
        }
        var edits = BundleRevisions.FolderEdits(files, published.Head);
        if (edits.IsEmpty)
            return catalog.Current.BundleId == published.Head!.Row.Id || await TakeStoredAsync(published.Head, "unchanged");
        switch (await CommitAsync(new RulePublication { Edits = edits, Author = RulePublication.FolderAuthor }, published, cancellation))
        {
            case PublishResult.Mistaken mistaken:
                RuleLog.Tell(log, mistaken.Diagnostics);
                RuleLog.Refused(log, folder.Path, mistaken.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error));
                return false;
            case PublishResult.Done done:
                RuleLog.Tell(log, done.Diagnostics);
                return true;
            case var other:
                throw new InvalidOperationException($"The folder's edits cannot end as {other.GetType().Name}.");
        }
    }

    /// <summary>Checks today's set and every set to come, appends, takes over, writes the folder.</summary>
    private async Task<PublishResult> CommitAsync(RulePublication publication, PublishedRules published, CancellationToken cancellation)
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
        var write = publication.IsFromFolder ? null : FolderChange.Prepare(folder, changes);
        var outcome = await AppendAsync(DraftOf(publication, changes, bundle, effective, published), write, cancellation);
        switch (outcome)
        {
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
            FolderChange.Heal(folder, published.Head);
            var changes = published.ChangesOn(today);
            await ForceAsync(bundle, changes, due, published, FolderChange.Prepare(folder, changes));
            return due.Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Taken over without the folder it would be undone by the folder's next look.
            RuleLog.FolderBehind(log, folder.Path, e.Message);
            TryAgainLater();
            return 0;
        }
    }

    private async Task ForceAsync(
        CompiledBundle bundle, ImmutableArray<RuleFileChange> changes, ImmutableArray<PendingPublication> due, PublishedRules published, FolderChange write)
    {
        var last = due[^1].Publication.Row;
        var draft = DraftOf(new RulePublication { Edits = [], Author = last.Author, Reason = last.Reason, Basis = last.Basis }, changes, bundle, null, published);
        var head = await store.TakeForceAsync(new RuleForceDraft([.. due.Select(d => d.Publication.Row.Id)], draft), CancellationToken.None);
        await TakeOverAsync(bundle, head, $"publication {last.Id} by {last.Author} takes force");
        WriteFolder(write);
        await LoadAsync(CancellationToken.None);
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
            RuleLog.FolderBehind(log, folder.Path, e.Message);
        }
    }

    private async Task RunOnStoredAsync(StoredBundle? head)
    {
        if (head is not null && await TakeStoredAsync(head, "from the store"))
            RuleLog.RunningOnStored(log, head.Row.Id, head.Row.Hash, folder.Path);
        else
            RuleLog.NothingToRun(log, folder.Path);
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
        var compliance = await _history.RulesAsync(bundle, head, RulesInForce.LocalOffsetOf(bundle), CancellationToken.None);
        catalog.Swap(new RulesInForce(bundle, head, compliance));
        RuleLog.Published(log, head.Row.Id, head.Row.Hash[..12], bundle.Procedures.Length, state);
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
