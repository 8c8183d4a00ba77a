using System.Collections.Immutable;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Dossiers.CaseFacts;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;

namespace Tthc.Workflows.Dossiers;

/// <summary>A branch to open or an agency for the step led into, as the officer chose.</summary>
public sealed record BranchChoice(string Branch, string? Agency);

/// <summary>Moves the tokens of a dossier through its procedure: branch, fork, join, wait, child dossier. Collects the moves of one event.</summary>
/// <remarks>Mutable while one decision is being made, never kept. The first problem stops it; the decision is then refused as a whole.</remarks>
internal sealed class TokenFlow(Dossier dossier, DecisionContext context, ImmutableArray<BranchChoice> choices, DateTimeOffset at)
{
    // A procedure is checked to have no cycle of steps that need nobody; this bounds the walk should a stored one slip through.
    private const int MostMoves = 10_000;

    private readonly List<TokenLeft> _left = [];
    private readonly List<TokenEntered> _entered = [];
    private readonly List<ChildOpening> _children = [];
    private EquatableList<OpenFork> _forks = dossier.Forks;
    private bool _forksChanged;
    private int _lastToken = dossier.LastToken;
    private int _lastFork = Math.Max(dossier.LastFork, dossier.Forks.IsEmpty ? 0 : dossier.Forks.Items.Max(f => f.Id));
    private readonly PhaseFlow _phases = new(dossier, context);
    private DateTimeOffset _at = at;
    private int _moves;
    private Refusal? _problem;

    /// <summary>Asks the conditions of the procedure; for acts that carry no facts unless another is given.</summary>
    public ConditionRun Conditions { get; init; } = new(dossier, context, at, carriesFacts: false);

    /// <summary>Why it cannot go on; null while it can.</summary>
    public Refusal? Problem => _problem ?? Conditions.Problem;

    /// <summary>The waits standing after the moves so far while which the clock stands still.</summary>
    public IReadOnlyList<CompiledStep> StandingWaits =>
        [.. Standing().Select(StepOf).Where(s => s.Wait is { ClockPaused: true })];

    /// <summary>When the moves took place: the instant of the act, or of the last branch where a join fired.</summary>
    public DateTimeOffset At => _at;

    /// <summary>Dossiers to open.</summary>
    public ImmutableArray<ChildOpening> Children => [.. _children];

    private CompiledProcedure Procedure => context.Procedure;

    /// <summary>The moves so far.</summary>
    public Moves ToMoves() => new()
    {
        Left = EquatableList.From(_left),
        Entered = EquatableList.From(_entered),
        Forks = _forksChanged ? _forks : null,
        Phases = _phases.Changed([.. Standing().Select(StepOf)], _at),
    };

    /// <summary>A token leaves its step.</summary>
    public void Leave(Token token, LeaveReason reason, string? officer = null)
    {
        var step = Procedure.Steps[token.Step];
        var used = TimeSpan.Zero;
        var late = 0L;
        if (token.Agency is { } agency)
        {
            if (CalendarOf(agency, token.ArrivedAt) is not { } calendar)
                return;
            if (!StepTimes.OfVisit(dossier, token, step, _at, calendar).TryGet(out var visit, out var gap))
            {
                _problem ??= gap.ToRefusal();
                return;
            }
            (used, late) = visit;
        }
        _left.Add(new TokenLeft
        {
            Token = token.Id,
            Step = token.Step,
            ClockStep = step.ClockStep == token.Step ? null : step.ClockStep,
            Agency = token.Agency,
            Unit = token.Unit,
            Officer = officer ?? token.Officer,
            Reason = reason,
            Used = used,
            LateMinutes = late,
        });
    }

    /// <summary>A token that left takes a way on: where that leads may depend on the facts.</summary>
    public void Take(StepAction way, Token from) => Go(Conditions.Choose(way.TargetWhen, way.Target), from.Fork, from.Branch);

    /// <summary>A token that left goes on to a target.</summary>
    public void Go(Target target, int? fork, string? branch)
    {
        if (Problem is not null)
            return;
        if (++_moves > MostMoves)
            throw new InvalidOperationException($"Procedure {Procedure.Code} moves in a circle.");
        if (target.Kind == TargetKind.Step)
            Enter(Procedure.Steps[target.Step!], fork, branch, null);
        else if (target.Kind == TargetKind.BranchEnd && fork is { } id)
            EndBranch(id);
        else
            throw new InvalidOperationException($"Procedure {Procedure.Code} leads out of its steps without an end.");
    }

    /// <summary>A token that left goes back to an earlier step. Where that lies before a fork, the fork and what is left of its branches end.</summary>
    public void GoBack(CompiledStep step, Token from)
    {
        var (fork, branch) = (from.Fork, from.Branch);
        while (fork is { } id && _forks.Items.FirstOrDefault(f => f.Id == id) is { } open && open.Step != step.Scope)
        {
            CancelInside(id);
            _forks = _forks.Without(f => f.Id == id);
            _forksChanged = true;
            (fork, branch) = (open.Outer, open.OuterBranch);
        }
        Go(Target.To(step.Id), fork, branch);
    }

    /// <summary>All tokens leave, those entered in this very decision included: the dossier ends or begins anew.</summary>
    public void CancelAll()
    {
        foreach (var token in dossier.Tokens)
            if (!HasLeft(token.Id))
                Leave(token, LeaveReason.Cancelled);
        _forksChanged = !dossier.Forks.IsEmpty;
        _forks = [];
    }

    private void Enter(CompiledStep step, int? fork, string? branch, string? chosenAgency)
    {
        if (Problem is not null)
            return;
        if (step.AtMost is { } most && dossier.UseOf(step.Id).Visits + Entered(step.Id) >= most)
        {
            _problem = Refusals.LoopBound.With("step", step.Id, "most", $"{most}");
            return;
        }
        if (step.Fork is { } plan)
        {
            OpenFork(step, plan, fork, branch);
            return;
        }
        var token = new Token { Id = ++_lastToken, Step = step.Id, ArrivedAt = _at, Fork = fork, Branch = branch };
        if (step.Kind == StepKind.Child)
            EnterChild(step, token, chosenAgency);
        else if (step.Wait is { } wait)
            EnterWait(step, wait, token, chosenAgency);
        else
            EnterTask(step, token, chosenAgency);
    }

    private void EnterTask(CompiledStep step, Token token, string? chosenAgency)
    {
        if (Assign(step, token, chosenAgency) is not { Agency: { } agency } assigned)
            return;
        if (CalendarOf(agency, _at) is not { } calendar)
            return;
        var located = assigned with { BudgetMinutes = BudgetOf(step, calendar) };
        if (!StepTimes.DueAt(WithUseSoFar(step), located, step, calendar).TryGet(out var due, out var gap))
        {
            _problem = gap.ToRefusal();
            return;
        }
        Add(located with { DueAt = due }, step);
    }

    /// <summary>A result that lies ready is not late because it is not fetched: the step that hands it over has no limit of its own.</summary>
    private long? BudgetOf(CompiledStep step, WorkCalendar calendar)
    {
        var clock = Procedure.Steps[step.ClockStep];
        return step.Act == StepAct.Return ? null : Conditions.Choose(clock.LimitWhen, clock.Limit).Minutes((int)calendar.WorkingDay.TotalMinutes);
    }

    /// <summary>Who does a step, and where; null: nobody, and that is the problem.</summary>
    private Token? Assign(CompiledStep step, Token token, string? chosenAgency)
    {
        var place = Conditions.Choose(step.AtWhen, step.At);
        var role = Conditions.Choose(step.RoleWhen, step.Role);
        if (AgencyResolution.Resolve(place, dossier, context, ChosenFor(place, chosenAgency)) is { } agency)
            return token with { Agency = agency, Unit = Conditions.Choose(step.UnitWhen, step.Unit), Role = role == step.Role ? null : role };
        _problem ??= Unresolved(step, place);
        return null;
    }

    private void EnterWait(CompiledStep step, WaitPlan wait, Token token, string? chosenAgency)
    {
        if (CalendarOf(dossier.CompetentAgency, _at) is not { } calendar)
            return;
        DateTimeOffset? due = null;
        if (wait.Length is { } length)
        {
            if (!Clock.Start(length, DuePolicy.Default, calendar, _at).TryGet(out var clock, out var gap))
            {
                _problem = gap.ToRefusal();
                return;
            }
            due = clock.DueAt;
        }
        if ((step.Role is null ? token with { Unit = step.Unit } : Assign(step, token, chosenAgency)) is { } assigned)
            Add(assigned with { DueAt = due }, step);
    }

    private void EnterChild(CompiledStep step, Token token, string? chosenAgency)
    {
        if (Assign(step, token, chosenAgency)?.Agency is not { } agency)
            return;
        var id = context.FreshIds[_children.Count];
        _children.Add(new ChildOpening(id, step.ChildProcedure!, agency, _at));
        _entered.Add(new TokenEntered
        {
            Token = token with { Child = id },
            Child = new ChildDossier(id, step.ChildProcedure!, agency, token.Branch ?? step.Id, DossierStatus.Received),
        });
    }

    private void OpenFork(CompiledStep step, ForkPlan plan, int? outer, string? outerBranch)
    {
        ImmutableArray<(ForkBranch Branch, string? Agency)> opened = plan.ChooseSome && (choices.Length > 0 || plan.Else is null || AnyOpens(plan))
            ? Chosen(step, plan)
            : [.. plan.Branches.Where(b => Conditions.Holds(b.When)).Select(b => (b, AgencyFor(b.Key)))];
        if (Problem is not null)
            return;
        if (opened.IsEmpty)
        {
            Go(plan.Else ?? Conditions.Choose(plan.ThenWhen, plan.Then), outer, outerBranch);
            return;
        }
        var fork = new OpenFork
        {
            Id = ++_lastFork,
            Step = step.Id,
            Needed = plan.JoinCount == 0 ? opened.Length : Math.Min(plan.JoinCount, opened.Length),
            Outer = outer,
            OuterBranch = outerBranch,
        };
        _forks = _forks.Add(fork);
        _forksChanged = true;
        foreach (var (branch, agency) in opened)
            Enter(Procedure.Steps[branch.Step], fork.Id, branch.Key, agency);
    }

    private bool AnyOpens(ForkPlan plan) => plan.Branches.Any(b => Conditions.Holds(b.When));

    private string? AgencyFor(string branch) => choices.FirstOrDefault(c => c.Branch == branch)?.Agency;

    private ImmutableArray<(ForkBranch Branch, string? Agency)> Chosen(CompiledStep step, ForkPlan plan)
    {
        var opened = ImmutableArray.CreateBuilder<(ForkBranch, string?)>();
        var seen = new HashSet<(string, string?)>();
        foreach (var choice in choices)
        {
            if (plan.Branches.FirstOrDefault(b => b.Key == choice.Branch) is not { } branch)
                continue;
            if (Conditions.Demand(branch.When, $"{step.Id}/{branch.Key}") is { } closed)
                _problem ??= closed;
            // One branch may be opened for several agencies, but never twice for the same: it would stand in for another at the join.
            var perAgency = Procedure.Steps[branch.Step].MayBeChosen;
            if (seen.Add((branch.Key, perAgency ? choice.Agency : null)))
                opened.Add((branch, choice.Agency));
        }
        if (opened.Count == 0 || opened.Count != choices.Length)
            _problem = Refusals.BranchChoice.With("step", step.Id, "known", string.Join(", ", plan.Branches.Select(b => b.Key)));
        return opened.DrainToImmutable();
    }

    private void EndBranch(int forkId)
    {
        var fork = _forks.Items.FirstOrDefault(f => f.Id == forkId);
        if (fork is null)
            return;
        _forksChanged = true;
        var done = fork with { Done = fork.Done + 1, DoneAt = Later(fork.DoneAt, _at) };
        if (done.Done < done.Needed)
        {
            _forks = _forks.Replace(f => f.Id == forkId, _ => done);
            return;
        }
        // Branches may be recorded in another order than they were done: what follows the join began when the last of them was done.
        _at = done.DoneAt!.Value;
        CancelInside(forkId);
        _forks = _forks.Without(f => f.Id == forkId);
        var plan = Procedure.Steps[fork.Step].Fork!;
        Go(Conditions.Choose(plan.ThenWhen, plan.Then), fork.Outer, fork.OuterBranch);
    }

    /// <summary>What the join does not wait for any more leaves, forks inside included.</summary>
    private void CancelInside(int forkId)
    {
        foreach (var token in dossier.Tokens)
            if (token.Fork == forkId && !HasLeft(token.Id))
                Leave(token, LeaveReason.Cancelled);
        foreach (var inner in _forks.Items.Where(f => f.Outer == forkId))
        {
            CancelInside(inner.Id);
            _forks = _forks.Without(f => f.Id == inner.Id);
        }
    }

    private void Add(Token token, CompiledStep step)
    {
        if (step.Phase is { } phase && _phases.Begin(phase, _at) is { } gap)
            _problem = gap;
        else
            _entered.Add(new TokenEntered { Token = token });
    }

    private string? ChosenFor(AgencySelector place, string? chosenAgency) =>
        chosenAgency ?? (place.Kind == AgencySelectorKind.Chosen ? choices.FirstOrDefault(c => c.Branch.Length == 0)?.Agency : null);

    private static Refusal Unresolved(CompiledStep step, AgencySelector place) => place.Kind == AgencySelectorKind.Chosen
        ? Refusals.BranchChoice.With("step", step.Id, "known", "agency")
        : Refusals.NoAgency.With("step", step.Id, "selector", AgencyResolution.Describe(place));

    private IEnumerable<Token> Standing() => dossier.Tokens.Items.Where(t => !HasLeft(t.Id)).Concat(_entered.Select(e => e.Token));

    private CompiledStep StepOf(Token token) => Procedure.Steps[token.Step];

    /// <summary>The state with what this decision has used of the step's clock already, so that coming back at once buys no time.</summary>
    private Dossier WithUseSoFar(CompiledStep step)
    {
        var used = TimeSpan.Zero;
        foreach (var left in _left)
            if ((left.ClockStep ?? left.Step) == step.ClockStep)
                used += left.Used;
        if (used == TimeSpan.Zero)
            return dossier;
        var use = dossier.UseOf(step.ClockStep);
        return dossier with { Steps = dossier.Steps.Without(u => u.Step == step.ClockStep).Add(use with { Used = use.Used + used }) };
    }

    private static DateTimeOffset Later(DateTimeOffset? known, DateTimeOffset other) => known is { } k && k > other ? k : other;

    private int Entered(string step) => _entered.Count(e => e.Token.Step == step);

    private bool HasLeft(int token) => _left.Exists(l => l.Token == token);

    /// <summary>A visit is measured in the calendar its agency had when it began, so that limit and use are on one scale.</summary>
    private WorkCalendar? CalendarOf(string agency, DateTimeOffset from)
    {
        var day = context.World.DayOf(from);
        var calendar = context.World.CalendarOf(agency, day);
        if (calendar is null)
            _problem ??= Refusals.UnknownAgency.With("agency", agency, "date", day.ToString("O"));
        return calendar;
    }
}
