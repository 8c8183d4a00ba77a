using Tthc.Workflows.Deadlines;
using Tthc.Workflows.Procedures;

namespace Tthc.Engine.Procedures;

/// <summary>Limits in the words of the procedure file.</summary>
internal static class LimitWords
{
    public static string Of(Limit limit) => limit switch
    {
        Limit.WorkingDays { Days: 1 } => "1 working day",
        Limit.WorkingDays days => $"{days.Days} working days",
        Limit.CalendarDays { Days: 1 } => "1 calendar day",
        Limit.CalendarDays days => $"{days.Days} calendar days",
        Limit.WorkingTime { Minutes: 60 } => "1 working hour",
        Limit.WorkingTime time when time.Minutes % 60 == 0 => $"{time.Minutes / 60} working hours",
        Limit.WorkingTime time => $"{time.Minutes} working minutes",
        Limit.SameDay day => $"same day, cut-off {day.CutOff:HH:mm}",
        _ => "none",
    };

    public static string Of(StepLimit limit) => limit.Kind switch
    {
        StepLimitKind.None => "none",
        _ when limit.Amount == 0 => "0",
        StepLimitKind.WorkingDays => $"{limit.Amount:0.##} working {(limit.Amount <= 1 ? "day" : "days")}",
        _ => $"{limit.Amount:0.##} working {(limit.Amount <= 1 ? "hour" : "hours")}",
    };

    public static string Of(AgencySelector selector) => selector.Kind switch
    {
        AgencySelectorKind.Receiving => "receiving",
        AgencySelectorKind.Competent => "competent",
        AgencySelectorKind.Superior => "superior",
        AgencySelectorKind.Named => $"agency:{selector.Argument}",
        AgencySelectorKind.Nearest => $"nearest:{selector.Argument}",
        AgencySelectorKind.SameAsStep => $"as:{selector.Argument}",
        _ => "chosen",
    };
}
