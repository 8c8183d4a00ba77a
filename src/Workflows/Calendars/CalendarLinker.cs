using System.Collections.Immutable;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.Workflows.Calendars;

/// <summary>Adds to a calendar what it extends and checks the whole.</summary>
internal static class CalendarLinker
{
    /// <summary>The calendar with everything it extends; null when it only serves to be extended or has errors.</summary>
    public static CalendarDefinition? Link(CalendarFile file, IReadOnlyDictionary<string, CalendarFile> all, DiagnosticBag bag)
    {
        if (Chain(file, all, bag) is not { } chain)
            return null;
        // What was reported where it was written would only come again from every calendar that builds on it.
        if (chain.Any(one => !one.IsSound) || chain.All(one => one.Periods.IsEmpty))
            return null;
        var errorsBefore = bag.ErrorCount;
        var offset = chain.Select(one => one.UtcOffset).FirstOrDefault(given => given is not null);
        var minutes = chain.Select(one => one.WorkingDayMinutes).FirstOrDefault(given => given is not null);
        Require(offset is not null, file, "utcOffset", bag);
        Require(minutes is not null, file, "workingDayMinutes", bag);
        // The nearest calendar that gives hours gives all of them: hours of two calendars mixed would surprise both authors.
        var periods = chain.First(one => !one.Periods.IsEmpty).Periods;
        var days = Days(chain);
        if (Coverage(file, chain, bag) is not var (from, to))
            return null;
        CheckHours(file, periods, days, (from, to), bag);
        return bag.ErrorCount > errorsBefore
            ? null
            : new CalendarDefinition(
                file.Id.Value, file.Name.Vietnamese, file.Name.English, offset!.Value, minutes!.Value,
                [.. periods.Select(written => written.Period)], days, from, to);
    }

    /// <summary>The calendar, then what it extends, the nearest first; null when that is unknown or goes in a circle.</summary>
    private static ImmutableArray<CalendarFile>? Chain(CalendarFile file, IReadOnlyDictionary<string, CalendarFile> all, DiagnosticBag bag)
    {
        var chain = ImmutableArray.CreateBuilder<CalendarFile>();
        for (var one = file; ;)
        {
            chain.Add(one);
            if (one.Extends is not { } extends)
                return chain.ToImmutable();
            if (!all.TryGetValue(extends.Value, out var next))
            {
                // Said once, where it is written, not again for every calendar further down.
                if (one == file)
                    bag.Report(extends.Problem(CalendarDiagnostics.UnknownBase, extends.Value).WithNearest(NameSuggestion.Nearest(extends.Value, all.Keys)));
                return null;
            }
            if (chain.Contains(next))
            {
                if (next == file)
                    bag.Report(file.Extends!.Problem(CalendarDiagnostics.BaseCycle, string.Join(" → ", chain.Append(next).Select(link => link.Id.Value))));
                return null;
            }
            one = next;
        }
    }

    private static void Require(bool given, CalendarFile file, string field, DiagnosticBag bag)
    {
        if (!given)
            bag.Report(file.Id.Problem(CalendarDiagnostics.Incomplete, file.Id.Value, field));
    }

    /// <summary>Days by date; where several calendars name a date the nearest one holds.</summary>
    private static ImmutableArray<CalendarDay> Days(ImmutableArray<CalendarFile> chain) =>
    [
        .. chain.SelectMany(one => one.Years).SelectMany(year => year.Days).DistinctBy(day => day.Date).OrderBy(day => day.Date),
    ];

    private static (DateOnly From, DateOnly To)? Coverage(CalendarFile file, ImmutableArray<CalendarFile> chain, DiagnosticBag bag)
    {
        var years = chain.SelectMany(one => one.Years).Select(year => year.Year.Value).Distinct().Order().ToArray();
        Require(years.Length > 0, file, "years", bag);
        if (years.Length == 0)
            return null;
        foreach (var missing in Enumerable.Range(years[0], years[^1] - years[0] + 1).Except(years))
            bag.Report(file.Id.Problem(CalendarDiagnostics.YearGap, missing));
        return (new DateOnly(years[0], 1, 1), new DateOnly(years[^1], 12, 31));
    }

    private static void CheckHours(
        CalendarFile file, ImmutableArray<WrittenPeriod> periods, ImmutableArray<CalendarDay> days, (DateOnly From, DateOnly To) covers, DiagnosticBag bag)
    {
        for (var date = covers.From; date <= covers.To; date = date.AddDays(1))
        {
            if (periods.Any(written => written.Period.Contains(date)))
                continue;
            bag.Report(file.Id.Problem(CalendarDiagnostics.HoursMissing, date, covers.From, covers.To));
            break;
        }
        foreach (var written in periods.Where(written => written.Period.MakeUpHours.IsEmpty))
        {
            if (days.FirstOrDefault(day => day.Kind == CalendarDayKind.SwapWork && written.Period.Contains(day.Date)) is { } worked)
                bag.Report(written.Place.Problem(CalendarDiagnostics.NoMakeUpHours, worked.Date));
        }
    }
}
