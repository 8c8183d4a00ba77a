using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Tthc.Engine.Dossiers.AtHand;
using Tthc.Engine.Hosting;
using Tthc.Engine.Hosting.Metrics;
using Tthc.Engine.Rules;
using Tthc.Storage.Dossiers;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Verbs;
using Tthc.Workflows.Procedures;

namespace Tthc.Engine.Dossiers;

/// <summary>The one loop for every cause: load, transition, commit, again on a lost race.</summary>
internal sealed class DossierRunner(DossierShelf shelf, DossierIds ids, CommitPipeline pipeline, RuleCatalog rules, DossierTallies tallies, EngineTime time, ILogger<DossierRunner> log)
{
    private const int MostAttempts = 16;

    // What passed while nothing ran is carried out before the act: a rule that looks at each midnight has some hundreds of them a year.
    private const int MostDue = 1_000;

    public async ValueTask<RunOutcome> RunAsync(DossierRun run, CancellationToken cancellation)
    {
        long? id = run.Id;
        if (run.Code is { } code && (id = await shelf.FindIdAsync(code, cancellation)) is null)
            return new RunOutcome.Unknown(code);
        using var turn = id is { } known ? await shelf.Stripes.EnterAsync(known, cancellation) : await shelf.Stripes.EnterAsync(run.RequestId ?? "", cancellation);
        for (var (attempt, due) = (1, 0); attempt <= MostAttempts; attempt++)
        {
            var taken = id is null ? DossierInHand.Blank(await ids.NextAsync(cancellation)) : await shelf.TakeAsync(id.Value, cancellation);
            if (attempt > 1)
                EngineMeter.Retries.Add(1);
            if (taken is null)
                return new RunOutcome.Unknown(run.Code ?? $"#{id}");
            var current = rules.Current;
            var outcome = run.ExpectedVersion == 0 || run.ExpectedVersion == taken.Dossier.Version
                ? await AttemptAsync(run, taken, current, cancellation)
                : new RunOutcome.Lost(taken.Dossier.Version);
            if (outcome is RunOutcome.DueFirst)
            {
                // No race was lost: time had decided something before.
                attempt -= due++ < MostDue ? 1 : 0;
                continue;
            }
            if (outcome is null)
                continue;
            if (!outcome.RestsOnMemory)
                return outcome;
            if (await ReplayAsync(run, cancellation) is { } replayed)
                return replayed;
            if (!await IsOldAsync(taken, current, cancellation))
                return outcome;
        }
        return new RunOutcome.Lost(0);
    }

    /// <summary>What time has decided already comes before what a person wants: silence that counted as consent on Friday is not answered on Monday.</summary>
    private async ValueTask<RunOutcome?> AttemptAsync(DossierRun run, DossierInHand taken, RulesInForce current, CancellationToken cancellation) =>
        !run.Actor.IsSystem
        && await DueFirstAsync(taken.Dossier, cancellation) is { } due
        && await ActAsync(due, taken, current, cancellation) is { } done and not RunOutcome.Refused
            ? done is RunOutcome.Done ? RunOutcome.DueFirst.Instance : null
            : await ActAsync(run, taken, current, cancellation);

    /// <summary>Decides and commits on a dossier whose turn is held; null when another was faster.</summary>
    private async ValueTask<RunOutcome?> ActAsync(DossierRun act, DossierInHand taken, RulesInForce current, CancellationToken cancellation)
    {
        var (transition, refusal) = await DecideAsync(act, taken, current.World, cancellation);
        if (transition is null)
            return new RunOutcome.Refused(refusal!);
        cancellation.ThrowIfCancellationRequested();
        return await CommitAsync(act, transition, taken, current.BundleId, cancellation);
    }

    /// <summary>Whether other engines have moved the dossier or the rules on: nothing is refused by what is past.</summary>
    private async ValueTask<bool> IsOldAsync(DossierInHand taken, RulesInForce current, CancellationToken cancellation)
    {
        await rules.Fence.PassAsync(cancellation);
        return rules.Current != current || await shelf.IsOldAsync(taken, cancellation);
    }

    private async ValueTask<(DossierTransition? Transition, Refusal? Refusal)> DecideAsync(DossierRun run, DossierInHand taken, RuleWorld world, CancellationToken cancellation)
    {
        var dossier = taken.Dossier;
        var now = time.Now;
        var (published, refusal) = await ProcedureOf(run, dossier, world, world.DayOf(run.OccurredAt ?? now), cancellation);
        if (published is null)
            return (null, refusal);
        var fresh = published.Procedure.ChildProcedures.IsEmpty ? [] : await FreshIdsAsync(published.Procedure, cancellation);
        return DossierTransition.Of(dossier, run.Command, new DecisionContext
        {
            Now = now,
            OccurredAt = run.OccurredAt,
            Actor = run.Actor,
            Published = published,
            World = world,
            FreshIds = fresh,
            Acts = taken.Acts,
            Tallies = await tallies.CountAsync(run, dossier, world, cancellation),
        });
    }

    private async ValueTask<DossierRun?> DueFirstAsync(Dossier dossier, CancellationToken cancellation)
    {
        if (dossier.Version == 0)
            return null;
        var published = rules.Loaded(dossier.ProcedureRevision) ?? await rules.PinnedAsync(dossier.ProcedureRevision, cancellation);
        return DeadlinePlan.Next(dossier, published.Procedure) is { } planned && planned.At <= time.Now
            ? new DossierRun { Command = new ExpireDeadline(planned.Name, planned.At), Actor = Actor.System, Id = dossier.Id }
            : null;
    }

    /// <summary>One number for each step that opens a child dossier: one act may lead into all of them.</summary>
    private async ValueTask<ImmutableArray<long>> FreshIdsAsync(CompiledProcedure procedure, CancellationToken cancellation)
    {
        var fresh = ImmutableArray.CreateBuilder<long>();
        foreach (var step in procedure.Steps.Values)
            if (step.Kind == StepKind.Child)
                fresh.Add(await ids.NextAsync(cancellation));
        return fresh.DrainToImmutable();
    }

    /// <summary>The revision a dossier is pinned to; for a receipt the one in force on its day.</summary>
    private async ValueTask<(PublishedProcedure?, Refusal?)> ProcedureOf(DossierRun run, Dossier dossier, RuleWorld world, DateOnly day, CancellationToken cancellation)
    {
        var code = run.ProcedureCode ?? dossier.ProcedureCode;
        if (dossier.Version > 0 && run.Command is not ReceiveDossier)
            return (await rules.PinnedAsync(dossier.ProcedureRevision, cancellation), null);
        if (world.FindProcedure(code, day) is { } published)
            return (published, null);
        return (null, rules.Knows(code)
            ? Refusals.ProcedureNotInForce.With("procedure", code, "date", day.ToString("O"))
            : Refusals.UnknownProcedure.With("procedure", code));
    }

    /// <summary>Commits; null when another was faster and it has to be decided again.</summary>
    private async ValueTask<RunOutcome?> CommitAsync(DossierRun run, DossierTransition transition, DossierInHand taken, long bundle, CancellationToken cancellation)
    {
        if (!transition.ChangesAnything)
            return new RunOutcome.Done(transition.After, 0, Replayed: false, transition.RecordedAt);
        foreach (var shadow in transition.Shadows)
            RuleLog.ShadowDiffers(log, transition.After.Id, transition.After.Code, shadow);
        var final = transition;
        var request = run.RequestId is { } requestId ? new RequestRow(requestId, run.BodyHash, transition.After.Id, transition.After.Version) : null;
        var children = new Dictionary<long, DossierTransition>();
        var unit = DossierCommits.UnitOf(transition, bundle, request, run.ConsumedSignal, numbered =>
        {
            if (numbered.After.Id == transition.After.Id)
                final = numbered;
            else
                children[numbered.After.Id] = numbered;
        });
        // Until this process knows what became of it, others look at it in the store: what the feed told them they must see here, and of a
        // commit that ended in an error it may be unknown whether it was written.
        shelf.Forget(transition.After.Id);
        if (pipeline.Commit(unit, run.IsBackground) is not { } commit)
            return PutBack(taken);
        // The commit is not called off: what was handed to the writer is answered by what became of it.
        switch (await commit)
        {
            case Committed committed:
                shelf.Keep(DossierInHand.After(final));
                foreach (var child in children.Values)
                    shelf.Keep(DossierInHand.After(child));
                return new RunOutcome.Done(final.After, committed.Position, Replayed: false, final.RecordedAt);
            case VersionConflict:
                return null;
            case RulesMoved moved:
                await rules.AtLeastAsync(moved.Bundle, cancellation);
                return null;
            case DuplicateRequest:
                return await ReplayAsync(run, cancellation) ?? new RunOutcome.Lost(0);
            case SignalGone:
                return new RunOutcome.AlreadyDone();
            case UnitFailed failed:
                ExceptionDispatchInfo.Throw(failed.Cause);
                return null;
            default:
                throw new InvalidOperationException("An unknown outcome of a commit.");
        }
    }

    /// <summary>Nothing was handed to the writer: what is at hand is as good as before.</summary>
    private RunOutcome.Busy PutBack(DossierInHand taken)
    {
        if (taken.Dossier.Version > 0)
            shelf.Keep(taken);
        return new RunOutcome.Busy();
    }

    /// <summary>The first reply to a request that was carried out before, from the log as it stood then.</summary>
    private async ValueTask<RunOutcome?> ReplayAsync(DossierRun run, CancellationToken cancellation)
    {
        if (run.RequestId is not { } id || await shelf.FindRequestAsync(id, cancellation) is not { } stored)
            return null;
        if (!stored.BodyHash.AsSpan().SequenceEqual(run.BodyHash))
            return new RunOutcome.RequestReused();
        var (dossier, position, at) = await shelf.AsOfAsync(stored.DossierId, stored.Version, cancellation);
        return new RunOutcome.Done(dossier, position, Replayed: true, at);
    }
}
