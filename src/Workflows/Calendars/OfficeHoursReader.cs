using System.Collections.Immutable;
using System.Globalization;
using Tthc.Text.Json.Fields;

namespace Tthc.Workflows.Calendars;

/// <summary>Reads the office hours of one period.</summary>
internal static class OfficeHoursReader
{
    private static readonly ImmutableArray<(string Field, DayOfWeek Day)> Weekdays =
    [
        ("monday", DayOfWeek.Monday), ("tuesday", DayOfWeek.Tuesday), ("wednesday", DayOfWeek.Wednesday), ("thursday", DayOfWeek.Thursday),
        ("friday", DayOfWeek.Friday), ("saturday", DayOfWeek.Saturday), ("sunday", DayOfWeek.Sunday),
    ];

    public static WrittenPeriod? Read(JsonCursor cursor)
    {
        if (cursor.Object() is not { } body)
            return null;
        var from = body.RequiredDate("from");
        var to = body.OptionalDate("to");
        var source = body.RequiredString("source");
        var confirmed = body.Required("confirmed")?.Boolean();
        var usual = Spans(body.Optional("weekdays"));
        var hours = Weekdays
            .Select(day => (day.Day, Spans: Spans(body.Optional(day.Field)) ?? (day.Day is DayOfWeek.Saturday or DayOfWeek.Sunday ? null : usual)))
            .Where(day => day.Spans is { IsEmpty: false })
            .ToImmutableDictionary(day => day.Day, day => day.Spans!.Value);
        var makeUp = Spans(body.Optional("makeUp")) ?? usual ?? [];
        if (from is not null && to is not null && to.Value < from.Value)
            cursor.Bag.Report(to.Problem(CalendarDiagnostics.Backwards, to.Value, from.Value));
        body.Finish();
        return from is null
            ? null
            : new WrittenPeriod(from, new OfficePeriod(from.Value, to?.Value, hours, makeUp)
            {
                Confirmed = confirmed?.Value ?? false,
                Source = source?.Value ?? "",
            });
    }

    private static ImmutableArray<OfficeSpan>? Spans(JsonCursor? cursor)
    {
        if (cursor is null)
            return null;
        var spans = ImmutableArray.CreateBuilder<OfficeSpan>();
        foreach (var item in cursor.Items())
        {
            if (Span(item) is not { } span)
                continue;
            if (spans.Count > 0 && span.From <= spans[^1].To)
                item.Report(CalendarDiagnostics.SpansOverlap, Text(span), Text(spans[^1]));
            spans.Add(span);
        }
        return spans.ToImmutable();
    }

    private static OfficeSpan? Span(JsonCursor cursor)
    {
        if (cursor.String() is not { } text)
            return null;
        if (text.Value.Split('-') is [var first, var last] && Time(first) is { } from && Time(last) is { } to && from < to)
            return new OfficeSpan(from, to);
        cursor.Report(CalendarDiagnostics.BadSpan, text.Value);
        return null;
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string Text(OfficeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.From:HH:mm}-{span.To:HH:mm}");
}
