using System.CommandLine;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Google.Type;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;

namespace Tthc.Cli.Input;

/// <summary>Reads instants and days as people write them; without a zone it is Vietnam's time.</summary>
internal static class Moments
{
    private static readonly string[] s_local =
    [
        "dd/MM/yyyy HH:mm", "d/M/yyyy H:mm", "dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd",
    ];

    private static readonly string[] s_zoned = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    private static readonly string[] s_days = ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"];

    public static bool TryReadInstant(string text, out DateTimeOffset instant)
    {
        if (System.DateTime.TryParseExact(text, s_local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            instant = new(local, LocalTime.Offset);
            return true;
        }
        return DateTimeOffset.TryParseExact(text, s_zoned, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
    }

    public static bool TryReadDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, s_days, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public static Option<Timestamp?> Instant(Shell shell, string name, string vietnamese, string english, bool required = false)
    {
        var option = new Option<Timestamp?>(name) { HelpName = "dd/MM/yyyy HH:mm", Description = shell.Say(vietnamese, english), Required = required };
        option.CustomParser = result =>
        {
            if (TryReadInstant(result.Tokens[0].Value, out var instant))
                return Timestamp.FromDateTimeOffset(instant);
            result.AddError(shell.Say(
                $"{name}: '{result.Tokens[0].Value}' không phải thời điểm; viết 31/12/2025 15:30 hoặc 2025-12-31T15:30+07:00.",
                $"{name}: '{result.Tokens[0].Value}' is not a moment; write 31/12/2025 15:30 or 2025-12-31T15:30+07:00."));
            return null;
        };
        return option;
    }

    public static Option<Date?> Day(Shell shell, string name, string vietnamese, string english, bool required = false)
    {
        var option = new Option<Date?>(name) { HelpName = "dd/MM/yyyy", Description = shell.Say(vietnamese, english), Required = required };
        option.CustomParser = result =>
        {
            if (TryReadDay(result.Tokens[0].Value, out var day))
                return new Date { Year = day.Year, Month = day.Month, Day = day.Day };
            result.AddError(shell.Say(
                $"{name}: '{result.Tokens[0].Value}' không phải ngày; viết 31/12/2025 hoặc 2025-12-31.",
                $"{name}: '{result.Tokens[0].Value}' is not a day; write 31/12/2025 or 2025-12-31."));
            return null;
        };
        return option;
    }
}
