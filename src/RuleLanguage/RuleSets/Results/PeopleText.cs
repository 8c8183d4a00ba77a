using System.Collections;
using System.Globalization;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.RuleSets.Results;

/// <summary>Values as the people of an office write them.</summary>
/// <param name="language">In which language.</param>
/// <param name="offset">Offset of local time, in which instants are shown.</param>
internal sealed class PeopleText(TextLanguage language, TimeSpan offset)
{
    private const int MostItems = 20;

    public string Of(object? value, RuleType type)
    {
        var vietnamese = language == TextLanguage.Vietnamese;
        var invariant = CultureInfo.InvariantCulture;
        return value switch
        {
            null => vietnamese ? "(chưa có)" : "(none)",
            string text => text,
            bool truth => vietnamese ? (truth ? "có" : "không") : (truth ? "yes" : "no"),
            DateTimeOffset instant => Local(instant).ToString(vietnamese ? "HH:mm dd/MM/yyyy" : "yyyy-MM-dd HH:mm", invariant),
            DateTime local => local.ToString(vietnamese ? "HH:mm dd/MM/yyyy" : "yyyy-MM-dd HH:mm", invariant),
            DateOnly day => day.ToString(vietnamese ? "dd/MM/yyyy" : "yyyy-MM-dd", invariant),
            TimeOnly time => time.ToString("HH:mm", invariant),
            TimeSpan span => Span(span, vietnamese),
            double or float or decimal => vietnamese ? ((IFormattable)value).ToString(null, invariant).Replace('.', ',') : ((IFormattable)value).ToString(null, invariant),
            Enum name => name.ToString(),
            IFormattable other => other.ToString(null, invariant),
            IEnumerable list when type.Element is { } element => List(list, element),
            _ => ValueJson.Write(value, type, indented: false),
        } + (value is not null && type.Unit is { } unit ? " " + unit.Title.In(language) : "");
    }

    /// <summary>In local time, but for the first and last hours of the calendar, which have none.</summary>
    private DateTimeOffset Local(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks + offset.Ticks;
        return ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks ? instant.ToOffset(offset) : instant;
    }

    private string List(IEnumerable list, RuleType element)
    {
        var items = list.Cast<object?>().Take(MostItems + 1).Select(item => Of(item, element)).ToList();
        return items.Count > MostItems ? string.Join(", ", items.Take(MostItems)) + ", …" : string.Join(", ", items);
    }

    private static string Span(TimeSpan span, bool vietnamese)
    {
        var size = span.Duration();
        string[] parts =
        [
            size.Days > 0 ? $"{size.Days} {(vietnamese ? "ngày" : size.Days == 1 ? "day" : "days")}" : "",
            size.Hours > 0 ? $"{size.Hours} {(vietnamese ? "giờ" : "h")}" : "",
            size.Minutes > 0 || size < TimeSpan.FromHours(1) ? $"{size.Minutes} {(vietnamese ? "phút" : "min")}" : "",
        ];
        return (span < TimeSpan.Zero ? "-" : "") + string.Join(' ', parts.Where(p => p.Length > 0));
    }
}
