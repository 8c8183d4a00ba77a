using System.Text;
using Tthc.Workflows.Dossiers;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Tests.Dossiers;

/// <summary>What holds after every act, whatever it was.</summary>
internal static class Invariants
{
    // More places than any sample procedure can have at once.
    private const int MostTokens = 12;

    public static void Check(DossierTransition transition, List<RecordedEvent> log, CompiledProcedure procedure, RuleWorld world)
    {
        var (before, after) = (transition.Before, transition.After);
        CheckReadingBack(after, log);
        Assert.Equal(log.Count, after.Version);
        Assert.True(StatusTransitions.Allows(before.Status, after.Status), $"{before.Status} -> {after.Status}");
        CheckTokens(after, procedure);
        CheckWork(transition, procedure);
        if (transition.Act is { } act)
            CheckClock(before, act, after);
        CheckPauses(after, procedure);
        CheckDeadline(transition, procedure);
        CheckUse(after, log);
        CheckUsedTime(after, log, procedure, world);
    }

    /// <summary>Nothing changes on refusal: the state is immutable and no event was made, and the texts are filled.</summary>
    public static void CheckRefusal(Dossier before, List<RecordedEvent> log, Refusal refusal)
    {
        Assert.Equal(log.Count, before.Version);
        if (log.Count > 0)
            Assert.Equal(before, DossierEvolution.Fold(before.Id, log) with { LookAgainAt = before.LookAgainAt });
        Assert.Contains(refusal.Descriptor, Refusals.All);
        Assert.DoesNotContain('{', refusal.Vietnamese);
        Assert.DoesNotContain('{', refusal.English);
    }

    private static void CheckReadingBack(Dossier after, List<RecordedEvent> log)
    {
        var readState = DossierJson.Read(DossierJson.Write(after));
        Assert.Equal(after, readState);
        Assert.Equal(Text(after), Text(readState));
        var readLog = log.Select(r => r with { Event = EventKinds.Read(EventKinds.KindOf(r.Event), EventKinds.Write(r.Event)) }).ToList();
        Assert.Equal(log[^1], readLog[^1]);
        // When the rules look again is worked out, not read back.
        var folded = DossierEvolution.Fold(after.Id, readLog) with { LookAgainAt = after.LookAgainAt };
        Assert.Equal(after, folded);
        Assert.Equal(Text(after), Text(folded));
    }

    private static void CheckTokens(Dossier after, CompiledProcedure procedure)
    {
        Assert.InRange(after.Tokens.Count, 0, MostTokens);
        Assert.Equal(after.Tokens.Count, after.Tokens.Select(t => t.Id).Distinct().Count());
        if (StatusTransitions.IsFinal(after.Status))
        {
            Assert.Empty(after.Tokens);
            Assert.Empty(after.Forks);
            Assert.All(after.Phases, p => Assert.NotNull(p.Clock.LeftAt));
        }
        else if (after.ReceivedAt is not null)
        {
            Assert.NotEmpty(after.Tokens);
        }
        foreach (var token in after.Tokens)
        {
            var step = procedure.Steps[token.Step];
            var fork = token.Fork is { } id ? after.Forks.Single(f => f.Id == id) : null;
            Assert.Equal(step.Scope, fork?.Step);
            if (step.AtMost is { } most)
                Assert.InRange(after.Steps.Single(u => u.Step == step.Id).Visits, 1, most);
        }
        foreach (var fork in after.Forks)
        {
            Assert.InRange(fork.Done, 0, fork.Needed - 1);
            Assert.True(fork.Outer is null || after.Forks.Any(f => f.Id == fork.Outer));
            Assert.True(after.Tokens.Any(t => t.Fork == fork.Id) || after.Forks.Any(f => f.Outer == fork.Id), "an open fork without a token");
        }
    }

    private static void CheckWork(DossierTransition transition, CompiledProcedure procedure)
    {
        var people = transition.After.Tokens.Where(t => procedure.Steps[t.Step].Role is not null).ToList();
        Assert.Equal(people.Select(t => t.Id), transition.WorkItems.Select(w => w.Token));
        Assert.All(people, t => Assert.NotNull(t.Agency));
    }

    /// <summary>The due moment given at receipt never changes; the current one only with a row that says why.</summary>
    private static void CheckClock(Dossier before, RecordedEvent recorded, Dossier after)
    {
        if (before.Clock is null || after.Clock is null)
        {
            Assert.Null(before.Clock);
            return;
        }
        Assert.Equal(before.Clock.OriginalDueAt, after.Clock.OriginalDueAt);
        Assert.Equal(before.Clock.StartedAt, after.Clock.StartedAt);
        if (before.Clock.DueAt == after.Clock.DueAt)
            return;
        var rows = new[]
        {
            (recorded.Event.Pause?.DueBefore, recorded.Event.Pause?.DueAfter),
            (recorded.Event.Extension?.DueBefore, recorded.Event.Extension?.DueAfter),
        };
        Assert.Contains((before.Clock.DueAt, after.Clock.DueAt), rows);
    }

    /// <summary>The clock stands still exactly while a supplement, a suspension or a pausing wait is open, and the ledger says since when.</summary>
    private static void CheckPauses(Dossier after, CompiledProcedure procedure)
    {
        Assert.All(after.Pauses.SkipLast(1), row => Assert.NotNull(row.Until));
        if (after.Clock is not { StoppedAt: null } clock)
            return;
        var open = after.Pauses.LastOrDefault(p => p.Until is null);
        Assert.Equal(clock.PausedAt, open?.From);
        var waits = after.Tokens.Any(t => procedure.Steps[t.Step].Wait is { ClockPaused: true });
        Assert.Equal(clock.PausedAt is not null, waits || open?.Kind is PauseKind.Supplement or PauseKind.Suspension);
        Assert.Equal(after.Status == DossierStatus.AwaitingSupplement, open?.Kind == PauseKind.Supplement);
        if (after.Status == DossierStatus.AwaitingPayment)
            Assert.Contains(after.Tokens, t => procedure.Steps[t.Step].Wait?.Kind == WaitKind.Payment);
    }

    /// <summary>What passed is on record does not come again unless its moment moved.</summary>
    private static void CheckDeadline(DossierTransition transition, CompiledProcedure procedure)
    {
        Assert.Equal(DeadlinePlan.Next(transition.After, procedure), transition.Deadline);
        if (transition.Deadline is not { } next)
            return;
        Assert.DoesNotContain(next.Name, transition.After.PassedDeadlines);
        // Rules may still watch a dossier that has ended.
        Assert.True(next.Name == DeadlineNames.Rules || !StatusTransitions.IsFinal(transition.After.Status));
        if (transition.Act?.Event is DeadlinePassed passed)
            Assert.NotEqual((passed.Name, passed.LegalInstant), (next.Name, next.At));
    }

    /// <summary>What the state adds up is what the events say.</summary>
    private static void CheckUse(Dossier after, List<RecordedEvent> log)
    {
        var left = log.SelectMany(r => r.Event.Moves?.Left ?? []).ToList();
        foreach (var use in after.Steps)
            Assert.Equal(left.Where(l => (l.ClockStep ?? l.Step) == use.Step).Aggregate(TimeSpan.Zero, (sum, l) => sum + l.Used), use.Used);
        foreach (var use in after.Agencies)
        {
            Assert.Equal(left.Where(l => l.Agency == use.Agency).Aggregate(TimeSpan.Zero, (sum, l) => sum + l.Used), use.Used);
            Assert.Equal(left.Where(l => l.Agency == use.Agency).Sum(l => l.LateMinutes), use.LateMinutes);
        }
        Assert.All(left, l => Assert.True(l.Used >= TimeSpan.Zero && l.LateMinutes >= 0));
    }

    /// <summary>One branch, one calendar, no wait: the times of the steps add up to the working time since receipt without the pauses.</summary>
    private static void CheckUsedTime(Dossier after, List<RecordedEvent> log, CompiledProcedure procedure, RuleWorld world)
    {
        if (after.Clock is null || procedure.Steps.Values.Any(s => s.Kind != StepKind.Task) || VisitCalendars(log, world).Distinct().Count() > 1)
            return;
        var calendar = world.CalendarOf(after.CompetentAgency, world.DayOf(after.ReceivedAt!.Value))!;
        var last = after.Tokens is [var token] ? token.ArrivedAt : log.FindLast(r => r.Event is not (FindingRaised or FindingCleared or ObligationDischarged))!.OccurredAt;
        var all = calendar.WorkingTimeBetween(after.ReceivedAt.Value, last).Value;
        var still = TimeSpan.Zero;
        foreach (var pause in after.Clock.Suspensions.Closed.Select(s => (s.From, s.To)).Append((after.Clock.PausedAt ?? last, last)))
        {
            var to = pause.Item2 < last ? pause.Item2 : last;
            if (to > pause.Item1)
                still += calendar.WorkingTimeBetween(pause.Item1, to).Value;
        }
        Assert.Equal(all - still, after.Agencies.Aggregate(TimeSpan.Zero, (sum, use) => sum + use.Used));
    }

    private static IEnumerable<object?> VisitCalendars(List<RecordedEvent> log, RuleWorld world) =>
        from recorded in log
        from entered in recorded.Event.Moves?.Entered ?? []
        let agency = entered.Token.Agency
        where agency is not null
        select world.CalendarOf(agency, world.DayOf(entered.Token.ArrivedAt));

    private static string Text(Dossier dossier) => Encoding.UTF8.GetString(DossierJson.Write(dossier));
}
