using Tthc.Protos.V1;
using Tthc.Workflows.Agencies;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures;

namespace Tthc.Cli.Demo;

/// <summary>
/// When what is handed in where. A Poisson process of which the total is given is that many independent moments, so each is
/// drawn by itself: Mondays and the day after days off weigh 1.4, a tenth comes in the last hour.
/// </summary>
internal sealed class ArrivalPlan(Offices offices, DemoOptions options)
{
    private readonly Dictionary<string, double[]> _dayWeights = new(StringComparer.Ordinal);
    private readonly Dictionary<(CompiledProcedure, int), IReadOnlyList<Agency>> _receiving = [];

    public IReadOnlyList<Arrival> Draw()
    {
        // What a linked procedure opens nobody hands in by himself.
        var linked = offices.Bundle.Procedures.SelectMany(p => p.ChildProcedures).ToHashSet(StringComparer.Ordinal);
        var procedures = offices.Bundle.Procedures.Where(p => p.InForceFrom <= options.LastDay && !(p.InForceTo < options.From) && !linked.Contains(p.Code)).ToArray();
        if (procedures.Length == 0)
            return [];
        var weights = procedures.Select(Weight).ToArray();
        return [.. Enumerable.Range(1, options.Dossiers).Select(i => Draw((ulong)i, procedures, weights)).OfType<Arrival>().OrderBy(a => a.At).ThenBy(a => a.Key)];
    }

    private Arrival? Draw(ulong ordinal, CompiledProcedure[] procedures, double[] weights)
    {
        var key = Chance.Key(options.Seed, ordinal);
        var chance = Chance.For(key, "arrival");
        // A procedure or agency may not exist on the day drawn; another draw then decides.
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var procedure = procedures[chance.Pick(weights)];
            var offset = chance.Below(options.Days);
            var day = options.From.AddDays(offset);
            var able = Receiving(procedure, day, offset);
            if (able.Count == 0 || !procedure.IsInForce(day))
                continue;
            var agency = able[chance.Pick([.. able.Select(Size)])];
            if (offices.CalendarOf(agency.Key, options.Start) is not { } calendar || Moment(calendar, agency.Calendar, chance) is not { } at || !procedure.IsInForce(Offices.DayOf(at)))
                continue;
            var channel = (Channel)(1 + chance.Pick([0.28, 0.70, 0.02]));
            return new(key, channel == Channel.Online && chance.Happens(0.2) ? Evening(at, chance) : at, procedure, Case(procedure, chance), agency, channel);
        }
        return null;
    }

    private IReadOnlyList<Agency> Receiving(CompiledProcedure procedure, DateOnly day, int offset)
    {
        if (!_receiving.TryGetValue((procedure, offset), out var able))
            _receiving.Add((procedure, offset), able = offices.ReceivingFor(procedure, day));
        return able;
    }

    private DateTimeOffset? Moment(WorkCalendar calendar, string id, Chance chance)
    {
        if (!_dayWeights.TryGetValue(id, out var weights))
            _dayWeights.Add(id, weights = DayWeights(calendar));
        if (weights.Sum() <= 0)
            return null;
        var day = options.From.AddDays(chance.Pick(weights));
        if (calendar.OpensAt(day) is not { } opens || calendar.ClosesAt(day) is not { } closes || !calendar.WorkingMinutesBetween(opens, closes).TryGet(out var minutes, out _))
            return null;
        var last = Math.Min(60, minutes);
        var into = chance.Happens(0.1) ? minutes - last + (last * chance.Next()) : (minutes - last) * chance.Next();
        return calendar.AddWorkingMinutes(opens, (long)into).TryGet(out var at, out _) ? at : null;
    }

    private double[] DayWeights(WorkCalendar calendar)
    {
        var weights = new double[options.Days];
        var afterDaysOff = true;
        for (var i = 0; i < weights.Length; i++)
        {
            var day = options.From.AddDays(i);
            var works = calendar.Covers(day) && calendar.IsWorkingDay(day);
            weights[i] = !works ? 0 : afterDaysOff ? 1.4 : 1;
            afterDaysOff = !works;
        }
        return weights;
    }

    private static DateTimeOffset Evening(DateTimeOffset at, Chance chance) =>
        new DateTimeOffset(Offices.DayOf(at).ToDateTime(new TimeOnly(19, 0)), Output.LocalTime.Offset).AddMinutes((int)chance.Between(0, 180));

    private static string? Case(CompiledProcedure procedure, Chance chance) =>
        procedure.Cases.Count == 0 || chance.Happens(0.6) ? null : procedure.Cases.Keys.Order(StringComparer.Ordinal).ElementAt(chance.Below(procedure.Cases.Count));

    /// <summary>Communes have most of the dossiers, and few procedures most of a commune's.</summary>
    private static double Weight(CompiledProcedure procedure)
    {
        var level = procedure.Level switch { "commune" => 8, "district" => 3, _ => 2 };
        return level * procedure.DefaultCase.Promised switch
        {
            Limit.SameDay => 4,
            Limit.WorkingTime { Minutes: <= 480 } or Limit.WorkingDays { Days: 1 } => 4,
            Limit.WorkingDays { Days: <= 3 } => 2,
            _ => 1,
        };
    }

    private static double Size(Agency agency) => 0.5 + Chance.For(0, agency.Key).Next();
}
