namespace Tthc.RuleLanguage.Library.Dates;

/// <summary>Whole months added to a day.</summary>
internal static class Months
{
    public static DateTime? Moved(DateTime value, long months) => InRange(value.Year, value.Month, months) ? value.AddMonths((int)months) : null;

    public static DateOnly? Moved(DateOnly value, long months) => InRange(value.Year, value.Month, months) ? value.AddMonths((int)months) : null;

    private static bool InRange(int year, int month, long months) => months + (12L * year) + month - 1 is >= 12 and < 12L * 10_000;
}
