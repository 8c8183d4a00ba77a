using System.Collections.Immutable;
using System.Globalization;
using Tthc.Text;
using Tthc.Workflows.Deadlines;

namespace Tthc.Workflows.Procedures.Reading;

/// <summary>Reads how the law and the internal process write time: <c>8 working days</c>, <c>0.5 working day</c>, <c>same day, cut-off 15:00</c>.</summary>
public static class LimitText
{
    private const string SameDay = "same day, cut-off ";
    private const decimal Longest = 3650m;

    /// <summary>Examples of all accepted writings of a total, for messages.</summary>
    public const string Accepted = "\"8 working days\", \"0.5 working day\", \"15 calendar days\", \"6 working hours\", \"same day, cut-off 15:00\", \"none\"";

    /// <summary>Examples of all accepted writings of a step limit, for messages.</summary>
    public const string AcceptedOfStep = "\"0.5 working day\", \"2 working days\", \"4 working hours\", \"0\", \"none\"";

    private static readonly ImmutableArray<string> Units = ["working day", "working days", "calendar day", "calendar days", "working hour", "working hours"];

    // What people write from habit, and what they must decide: "day" without "working" is a calendar day in law.
    private static readonly ImmutableDictionary<string, string> Habits = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ngày làm việc"] = "working days",
        ["ngày"] = "calendar days",
        ["day"] = "calendar days",
        ["days"] = "calendar days",
        ["giờ"] = "working hours",
        ["giờ làm việc"] = "working hours",
        ["hour"] = "working hours",
        ["hours"] = "working hours",
        ["wd"] = "working days",
    }.ToImmutableDictionary();

    /// <summary>A total; null when it cannot be read.</summary>
    public static Limit? Parse(string text)
    {
        if (text == "none")
            return new Limit.None();
        if (text.StartsWith(SameDay, StringComparison.Ordinal))
            return ParseTime(text[SameDay.Length..]) is { } cutOff ? new Limit.SameDay(cutOff) : null;
        if (!TrySplit(text, out var amount, out var unit) || amount <= 0)
            return null;
        var whole = decimal.Truncate(amount) == amount;
        return unit switch
        {
            "working day" or "working days" => whole ? new Limit.WorkingDays((int)amount) : Minutes(amount * StepCost.MinutesPerWorkingDay),
            "calendar day" or "calendar days" => whole ? new Limit.CalendarDays((int)amount) : null,
            "working hour" or "working hours" => Minutes(amount * 60m),
            _ => null,
        };
    }

    /// <summary>The time of a step; null when it cannot be read.</summary>
    public static StepLimit? ParseStep(string text)
    {
        if (text == "none")
            return StepLimit.None;
        if (text == "0")
            return new StepLimit(StepLimitKind.WorkingDays, 0m);
        if (!TrySplit(text, out var amount, out var unit))
            return null;
        return unit switch
        {
            "working day" or "working days" when IsWhole(amount * StepCost.MinutesPerWorkingDay) => new StepLimit(StepLimitKind.WorkingDays, amount),
            "working hour" or "working hours" when IsWhole(amount * 60m) => new StepLimit(StepLimitKind.WorkingHours, amount),
            _ => null,
        };
    }

    /// <summary>A local time of day written <c>15:00</c>.</summary>
    public static TimeOnly? ParseTime(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>What an author who wrote <paramref name="text"/> probably wants; null when nobody can tell.</summary>
    public static string? Suggest(string text)
    {
        var point = text.Trim().Replace(',', '.');
        if (!TrySplit(point, out var amount, out var unit))
            return null;
        var meant = Habits.GetValueOrDefault(unit.ToLowerInvariant()) ?? NameSuggestion.Nearest(unit, Units);
        return meant is null ? null : string.Create(CultureInfo.InvariantCulture, $"{amount} {meant}");
    }

    private static Limit.WorkingTime? Minutes(decimal minutes) => IsWhole(minutes) ? new Limit.WorkingTime((long)minutes) : null;

    private static bool IsWhole(decimal value) => decimal.Truncate(value) == value;

    private static bool TrySplit(string text, out decimal amount, out string unit)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        unit = space < 0 ? "" : text[(space + 1)..];
        amount = 0m;
        return space > 0
            && decimal.TryParse(text.AsSpan(0, space), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount)
            && amount <= Longest;
    }
}
