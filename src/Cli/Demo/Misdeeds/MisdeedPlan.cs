using Tthc.Protos.V1;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures;

namespace Tthc.Cli.Demo.Misdeeds;

/// <summary>
/// Which dossier is dealt with against which rule. A share of all is an exact number, at least one: drawn for each by itself, what is
/// done once in a thousand dossiers would often not be played at all. Those are taken whose draw is the lowest and that give the occasion.
/// </summary>
internal sealed class MisdeedPlan
{
    // What is begun later does not come to its end in the play.
    private const double EarlyPart = 0.55;

    private readonly Dictionary<ulong, Misdeed> _planned = [];
    private readonly DemoOptions _options;

    public MisdeedPlan(DemoOptions options, IReadOnlyList<Arrival> arrivals)
    {
        _options = options;
        // Those that few dossiers give the occasion for choose first.
        Batch = new(options, arrivals.Where(a => Suits(Misdeed.BatchHandover, a)).ToList());
        foreach (var kind in MisdeedKind.All.Where(k => !k.OfLateOnes).OrderBy(k => arrivals.Count(a => Suits(k.Misdeed, a))).ThenBy(k => k.Misdeed))
            Choose(kind.Misdeed, arrivals);
    }

    /// <summary>Which results are kept to be handed over at once.</summary>
    public HandoverBatch Batch { get; }

    public Misdeed Of(Arrival arrival) => _planned.GetValueOrDefault(arrival.Key);

    public int Count(Misdeed misdeed) => _planned.Values.Count(m => m == misdeed);

    private void Choose(Misdeed misdeed, IReadOnlyList<Arrival> arrivals)
    {
        var wanted = (int)Math.Ceiling(_options.Rates[misdeed] * arrivals.Count);
        foreach (var arrival in arrivals.Where(a => !_planned.ContainsKey(a.Key) && Suits(misdeed, a) && (misdeed != Misdeed.BatchHandover || Batch.Takes(a))).OrderBy(a => Chance.For(a.Key, "misdeed " + misdeed).Next()).Take(wanted))
            _planned.Add(arrival.Key, misdeed);
    }

    private bool Suits(Misdeed misdeed, Arrival arrival)
    {
        var (procedure, limit) = (arrival.Procedure, arrival.Procedure.DefaultCase.Promised);
        return arrival.At < _options.Start.AddDays(_options.Days * EarlyPart) && misdeed switch
        {
            Misdeed.EndBackdated or Misdeed.NoResult or Misdeed.Reopening or Misdeed.LateStop => IsOfDays(limit, 1),
            Misdeed.LatePause => IsOfDays(limit, 3),
            Misdeed.BatchEntry => arrival.Channel == Channel.Direct && limit is not Limit.SameDay && procedure.ChildProcedures.IsEmpty && procedure.Steps.Values.All(s => s.Wait is null),
            Misdeed.OutsidePaper or Misdeed.RepeatedRequest => AsksForPapers(arrival),
            Misdeed.LateAnswer => AsksForPapers(arrival) && procedure.Supplement is { AnswerWithin: not null, Silence: Silence.Wait },
            Misdeed.BatchHandover => limit is Limit.SameDay || IsOfDays(limit, 1),
            Misdeed.LateAcceptance => arrival.Channel == Channel.Online,
            Misdeed.LateReceipt => arrival.Channel != Channel.Online && Offices.HourOf(arrival.At) is >= 7 and < 15,
            Misdeed.FeeKept or Misdeed.LateResume => procedure.Steps.Values.Any(s => s.Wait is { Kind: WaitKind.Payment }),
            Misdeed.OneAccount or Misdeed.NightWork or Misdeed.GroundlessPause or Misdeed.NotCollected => IsOfDays(limit, 1),
            _ => false,
        };
    }

    // Longer ones would not end in a month.
    private static bool IsOfDays(Limit limit, int least) => limit is Limit.WorkingDays { Days: var days } && days >= least && days <= 10;

    private static bool AsksForPapers(Arrival arrival) => arrival.Procedure.PapersFor(arrival.CaseKey).Any(p => !p.Optional);
}

/// <summary>One office keeps what it has ready and hands all of it over in one minute.</summary>
internal sealed class HandoverBatch
{
    private readonly string? _agency;

    public HandoverBatch(DemoOptions options, IReadOnlyList<Arrival> suiting)
    {
        At = options.Start.AddDays(options.Days * 3 / 5).AddHours(16.5);
        _agency = suiting.Where(a => a.At > At.AddDays(-Days)).GroupBy(a => a.Agency.Id).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
    }

    private const int Days = 25;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; }

    public bool Takes(Arrival arrival) => arrival.Agency.Id == _agency && arrival.At > At.AddDays(-Days);
}
