using Google.Type;

namespace Tthc.Engine.Procedures;

/// <summary>Days on the wire.</summary>
internal static class Dates
{
    public static Date Of(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    public static Date? Of(DateOnly? day) => day is { } known ? Of(known) : null;
}
