using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tthc.Cli.Demo.Misdeeds;
using Tthc.Protos.V1;
using Tthc.Workflows.Procedures;

namespace Tthc.Cli.Demo;

/// <summary>Plays the arrivals through the engine: moves its clock from one moment with something to do to the next.</summary>
internal sealed class Play
{
    private const int MostAtOnce = 32;

    // What the engine does by itself; everything else the play did and knows.
    private static readonly string[] s_systemKinds = ["tacitly-consented", "wait-ended", "child-ended", "stopped"];

    private readonly Stage _stage;
    private readonly DemoOptions _options;
    private readonly DossierPlanner _planner;
    private readonly CancellationToken _cancellation;
    private readonly OldHistories _histories;
    private readonly IReadOnlyList<Arrival> _arrivals;
    private readonly Dictionary<string, PlayedDossier> _byCode = new(StringComparer.Ordinal);
    private long _position;
    private bool _hasFamilies;
    private bool _hasHistories;

    public Play(Stage stage, DemoOptions options, IReadOnlyList<Arrival> arrivals, CancellationToken cancellation)
    {
        _stage = stage;
        _options = options;
        _cancellation = cancellation;
        _planner = new(stage);
        _histories = new(stage, options);
        _arrivals = arrivals;
        var misdeeds = Misdeeds = new MisdeedPlan(options, arrivals);
        foreach (var arrival in arrivals)
        {
            var misdeed = misdeeds.Of(arrival);
            var subject = new PlayedDossier(arrival.Key, arrival.Procedure, Fate.Draw(arrival.Key, IsLand(arrival.Procedure), options.Rates).For(misdeed), misdeed)
            {
                KeptUntil = misdeed == Misdeed.BatchHandover ? misdeeds.Batch.At : null,
                Account = misdeed is Misdeed.OneAccount or Misdeed.BatchEntry
                    ? Officer.Name(arrival.Agency.Id, arrival.Procedure.Steps[arrival.Procedure.Start].Role ?? "", arrival.Key)
                    : null,
            };
            _planner.PlanArrival(subject, arrival);
        }
    }

    public int HandedIn { get; private set; }

    public MisdeedPlan Misdeeds { get; }

    public DateTimeOffset Now => _stage.Agenda.Now;

    public double Part => Math.Clamp((Now - _options.Start) / (_options.End - _options.Start), 0, 1);

    public async Task RunAsync(Action<Play> progress)
    {
        while (_stage.Agenda.Next is { } next && next < _options.End)
        {
            _cancellation.ThrowIfCancellationRequested();
            var due = _stage.Agenda.TakeNext();
            var passed = await AdvanceAsync(next);
            if (next >= _histories.At && !_hasHistories)
                await TakeOverAsync();
            if (passed > 0 || _hasFamilies)
                await LookAtAsync(await ReadFeedAsync());
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = _cancellation }, async (errands, _) =>
            {
                foreach (var errand in errands)
                    await errand.RunAsync();
            });
            await PlanFreshAsync(due.Select(errands => errands[0].Subject));
            progress(this);
        }
        await AdvanceAsync(_options.End);
    }

    private async Task TakeOverAsync()
    {
        _hasHistories = true;
        foreach (var (code, subject) in await _histories.BringAsync(_arrivals))
        {
            _byCode.Add(code, subject);
            subject.IsFresh = false;
            _planner.Plan(subject);
        }
    }

    private async Task<int> AdvanceAsync(DateTimeOffset to)
    {
        var reply = await _stage.Engine.Simulation.AdvanceClockAsync(new() { To = Timestamp.FromDateTimeOffset(to) }, _stage.Engine.Options);
        return reply.DeadlinesPassed;
    }

    /// <summary>Plans what follows, in an order that does not depend on which reply came first.</summary>
    private async Task PlanFreshAsync(IEnumerable<PlayedDossier> touched)
    {
        foreach (var subject in touched.Where(s => s.IsFresh).ToList())
        {
            subject.IsFresh = false;
            if (_byCode.TryAdd(subject.Code, subject))
                HandedIn++;
            _byCode.TryAdd(subject.Latest!.FilingCode, subject);
            _planner.Plan(subject);
            await AdoptChildrenAsync(subject);
        }
    }

    /// <summary>Dossiers that a step opened are played like any other.</summary>
    private async Task AdoptChildrenAsync(PlayedDossier parent)
    {
        for (var i = 0; i < parent.Latest!.Children.Count; i++)
        {
            var child = parent.Latest.Children[i];
            if (child.Code.Length == 0 || _byCode.ContainsKey(child.Code))
                continue;
            var dossier = await _stage.Engine.GetAsync(child.Code);
            if (ProcedureOf(dossier) is not { } procedure)
                continue;
            var key = Chance.Key(parent.Key, 1 + (ulong)i);
            var subject = new PlayedDossier(key, procedure, Fate.Draw(key, IsLand(procedure), _options.Rates) with { Ending = Ending.Settled }) { Latest = dossier };
            _byCode.Add(child.Code, subject);
            _hasFamilies = true;
            _planner.Plan(subject);
        }
    }

    private CompiledProcedure? ProcedureOf(Dossier dossier) =>
        _stage.Offices.Bundle.FindProcedure(dossier.ProcedureCode, Offices.DayOf((dossier.ReceivedAt ?? dossier.SubmittedAt).ToDateTimeOffset()));

    private async Task<IReadOnlyCollection<string>> ReadFeedAsync()
    {
        var touched = new SortedSet<string>(StringComparer.Ordinal);
        var request = new WatchEventsRequest { AfterPosition = _position, UntilCaughtUp = true };
        request.Kinds.AddRange(s_systemKinds);
        using var call = _stage.Engine.Feed.WatchEvents(request, _stage.Engine.Options);
        await foreach (var batch in call.ResponseStream.ReadAllAsync(_cancellation))
        {
            _position = batch.Position;
            touched.UnionWith(batch.Events.Select(e => e.DossierCode));
        }
        return touched;
    }

    private async Task LookAtAsync(IReadOnlyCollection<string> codes)
    {
        foreach (var subject in codes.Select(c => _byCode.GetValueOrDefault(c)).OfType<PlayedDossier>().Where(s => !s.IsOver).Distinct().OrderBy(s => s.Key).ToList())
        {
            subject.Latest = await _stage.Engine.GetAsync(subject.Code);
            _planner.Plan(subject);
            await AdoptChildrenAsync(subject);
        }
    }

    private static bool IsLand(CompiledProcedure procedure) =>
        procedure.Field.Vietnamese.Contains("đất", StringComparison.OrdinalIgnoreCase);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Now.ToOffset(Output.LocalTime.Offset):dd/MM/yyyy} · {HandedIn} hồ sơ · {_stage.Engine.Count} lời gọi");
}
