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
    private const int MostDraws = 500;

    private readonly Dictionary<string, double[]> _busyness = new(StringComparer.Ordinal);
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
        // A procedure or agency may not exist on the day drawn, and quiet days are drawn as often as busy ones: another draw then decides.
        for (var attempt = 0; attempt < MostDraws; attempt++)
        {
            var procedure = procedures[chance.Pick(weights)];
            var offset = chance.Below(options.Days);
            var day = options.From.AddDays(offset);
            if (!procedure.IsInForce(day) || Receiving(procedure, day, offset) is not { Count: > 0 } able)
                continue;
            var agency = able[chance.Pick([.. able.Select(Size)])];
            if (offices.Bundle.CalendarFor(agency.Key, day) is not { } calendar || !chance.Happens(BusynessOf(calendar)[offset]) || Moment(calendar, day, chance) is not { } at)
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

    private static DateTimeOffset? Moment(WorkCalendar calendar, DateOnly day, Chance chance)
    {
        if (calendar.OpensAt(day) is not { } opens || calendar.ClosesAt(day) is not { } closes || !calendar.WorkingMinutesBetween(opens, closes).TryGet(out var minutes, out _))
            return null;
        var last = Math.Min(60, minutes);
        var into = chance.Happens(0.1) ? minutes - last + (last * chance.Next()) : (minutes - last) * chance.Next();
        return calendar.AddWorkingMinutes(opens, (long)into).TryGet(out var at, out _) ? at : null;
    }

    /// <summary>Of each day, from 0 (closed) to 1 (the day after days off).</summary>
    private double[] BusynessOf(WorkCalendar calendar)
    {
        if (_busyness.TryGetValue(calendar.Id, out var days))
            return days;
        _busyness.Add(calendar.Id, days = new double[options.Days]);
        var afterDaysOff = true;
        for (var i = 0; i < days.Length; i++)
        {
            var day = options.From.AddDays(i);
            var works = calendar.Covers(day) && calendar.IsWorkingDay(day);
            days[i] = !works ? 0 : afterDaysOff ? 1 : 1 / 1.4;
            afterDaysOff = !works;
        }
        return days;
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
