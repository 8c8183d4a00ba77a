using System.Collections.Immutable;
using System.Globalization;
using Tthc.Text;
using Tthc.Text.Diagnostics;
using Tthc.Text.Json;
using Tthc.Text.Json.Fields;

namespace Tthc.Workflows.Calendars;

/// <summary>Reads one calendar file by itself.</summary>
internal static class CalendarFileReader
{
    private static readonly NamedValues<CalendarDayKind> Kinds = new(
        ("holiday", CalendarDayKind.Holiday),
        ("compensatory", CalendarDayKind.Compensatory),
        ("swap-off", CalendarDayKind.SwapOff),
        ("swap-work", CalendarDayKind.SwapWork));

    /// <summary>The file, or null when not even its id can be told; everything wrong has been reported.</summary>
    public static CalendarFile? Read(SourceText source, DiagnosticBag bag)
    {
        var errorsBefore = bag.ErrorCount;
        if (JsonCursor.AtRoot(JsonDocumentReader.Read(source, bag), bag).Object() is not { } root)
            return null;
        var id = root.RequiredString("id");
        if (id is not null && !KebabName.IsValid(id.Value))
            bag.Report(id.Problem(CalendarDiagnostics.BadId, id.Value));
        var name = root.Required("name") is { } text ? BilingualField.Read(text) : null;
        var extends = root.Optional("extends")?.NonBlankString();
        var offset = Offset(root.Optional("utcOffset"));
        var minutes = root.OptionalInt("workingDayMinutes", 1, 1440);
        var names = root.MapOf("dayNames", (key, value) => BilingualField.Read(value) is { } dayName ? new NamedDay(key.Value, dayName) : null);
        var periods = root.Array("hours", OfficeHoursReader.Read);
        CheckPeriods(periods, bag);
        var years = root.MapOf("years", (year, value) => Year(year, value, names.ToImmutableDictionary(day => day.Key, day => day.Name)));
        root.Finish();
        var isSound = bag.ErrorCount == errorsBefore;
        return id is null ? null : new CalendarFile(id, name ?? new BilingualText(id.Value, id.Value), extends, offset, minutes?.Value, periods, years, isSound);
    }

    private static TimeSpan? Offset(JsonCursor? cursor)
    {
        if (cursor?.String() is not { } text)
            return null;
        var sign = text.Value.StartsWith('-') ? -1 : 1;
        if (text.Value is ['+' or '-', .. var digits]
            && TimeSpan.TryParseExact(digits, "hh\\:mm", CultureInfo.InvariantCulture, out var offset) && offset <= TimeSpan.FromHours(14))
            return offset * sign;
        cursor.Report(CalendarDiagnostics.BadOffset, text.Value);
        return null;
    }

    private static void CheckPeriods(ImmutableArray<WrittenPeriod> periods, DiagnosticBag bag)
    {
        foreach (var (index, written) in periods.Index())
        {
            var others = periods.Take(index).Select(other => other.Period);
            if (others.Any(other => other.Contains(written.Period.From) || written.Period.Contains(other.From)))
                bag.Report(written.Place.Problem(CalendarDiagnostics.PeriodsOverlap, written.Period.From));
        }
    }

    private static WrittenYear? Year(Located<string> name, JsonCursor value, ImmutableDictionary<string, BilingualText> names)
    {
        var valid = int.TryParse(name.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100;
        if (!valid)
            value.Bag.Report(name.Problem(CalendarDiagnostics.NotAYear, name.Value));
        if (value.Object() is not { } body)
            return null;
        var source = body.RequiredString("source")?.Value;
        var confirmed = body.Required("confirmed")?.Boolean()?.Value;
        var seen = new HashSet<DateOnly>();
        var days = body.Array("days", day => Days(day, names, source ?? "", confirmed ?? false, valid ? year : null, seen));
        body.Finish();
        return valid ? new WrittenYear(name.With(year), [.. days.SelectMany(run => run)]) : null;
    }

    private static CalendarDay[]? Days(
        JsonCursor cursor, ImmutableDictionary<string, BilingualText> names, string source, bool confirmed, int? year, HashSet<DateOnly> seen)
    {
        if (cursor.Object() is not { } body)
            return null;
        var run = Run(body);
        var kind = body.RequiredEnum("kind", Kinds);
        var name = Name(body, names);
        var ownSource = body.Optional("source")?.NonBlankString()?.Value ?? source;
        var ownConfirmed = body.OptionalBoolean("confirmed")?.Value ?? confirmed;
        body.Finish();
        if (run is not ({ } first, { } last) || kind is null || name is null)
            return null;
        if (!IsInYear(first, last, year, cursor.Bag))
            return null;
        CheckRun(first, last.Value, kind.Value, seen, cursor.Bag);
        return
        [
            .. Enumerable.Range(0, Math.Max(0, last.Value.DayNumber - first.Value.DayNumber + 1))
                .Select(day => new CalendarDay(first.Value.AddDays(day), kind.Value, ownConfirmed, ownSource, name.Vietnamese, name.English)),
        ];
    }

    private static (Located<DateOnly>? First, Located<DateOnly>? Last) Run(ObjectReader body)
    {
        var (date, from, to) = (body.Optional("date"), body.Optional("from"), body.Optional("to"));
        if (date is null ? from is not null && to is not null : from is null && to is null)
        {
            var first = (date ?? from)!.Date();
            return (first, date is null ? to!.Date() : first);
        }
        body.Cursor.Report(CalendarDiagnostics.OneDayOrRun);
        return (null, null);
    }

    private static BilingualText? Name(ObjectReader body, ImmutableDictionary<string, BilingualText> names)
    {
        if (body.RequiredString("name") is not { } key)
            return null;
        if (names.TryGetValue(key.Value, out var name))
            return name;
        body.Cursor.Bag.Report(key.Problem(CalendarDiagnostics.UnknownName, key.Value).WithNearest(NameSuggestion.Nearest(key.Value, names.Keys)));
        return null;
    }

    private static bool IsInYear(Located<DateOnly> first, Located<DateOnly> last, int? year, DiagnosticBag bag)
    {
        if (last.Value < first.Value)
            bag.Report(last.Problem(CalendarDiagnostics.Backwards, last.Value, first.Value));
        if (year is not { } given)
            return false;
        var outside = new[] { first, last }.Where(end => end.Value.Year != given).DistinctBy(end => end.Value).ToArray();
        foreach (var end in outside)
            bag.Report(end.Problem(CalendarDiagnostics.OutsideYear, end.Value, given));
        return outside.Length == 0;
    }

    private static void CheckRun(Located<DateOnly> first, DateOnly last, CalendarDayKind kind, HashSet<DateOnly> seen, DiagnosticBag bag)
    {
        for (var day = first.Value; day <= last; day = day.AddDays(1))
        {
            if (!seen.Add(day))
                bag.Report(first.Problem(CalendarDiagnostics.DayTwice, day));
            var rest = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            if (kind == CalendarDayKind.SwapWork && !rest)
                bag.Report(first.Problem(CalendarDiagnostics.WorkedWeekday, day));
            if (kind is CalendarDayKind.SwapOff or CalendarDayKind.Compensatory && rest)
                bag.Report(first.Problem(CalendarDiagnostics.FreedRestDay, day));
        }
    }

    private sealed record NamedDay(string Key, BilingualText Name);
}
