using System.Globalization;
using System.Text;
using Tthc.Engine.Procedures;
using Tthc.Protos.V1;
using Tthc.Workflows.Calendars;
using Tthc.Workflows.Deadlines;
using Dossier = Tthc.Workflows.Dossiers.Dossier;

namespace Tthc.Engine.Dossiers;

/// <summary>Why a dossier is due when it is: the days counted, the days skipped with the act they rest on, the pauses.</summary>
internal static class DueWords
{
    // A limit of years would fill pages; what matters is what was skipped.
    private const int MostDaysNamed = 40;

    public static DueExplanation? Of(Dossier dossier, WorkCalendar? calendar)
    {
        if (dossier.Clock is not { DueAt: { } due } clock || calendar is null)
            return null;
        return new DueExplanation { Text = Tell(clock, due, calendar, vietnamese: true), TextEn = Tell(clock, due, calendar, vietnamese: false) };
    }

    private static string Tell(Clock clock, DateTimeOffset due, WorkCalendar calendar, bool vietnamese)
    {
        string Say(string vi, string en) => vietnamese ? vi : en;
        string At(DateTimeOffset at) => at.ToOffset(calendar.Definition.UtcOffset).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        text.Append(Say("Tiếp nhận ", "Received ")).Append(At(clock.StartedAt)).Append(Say("; thời hạn: ", "; limit: ")).Append(LimitWords.Of(clock.Limit)).Append(".\n");
        if (clock.CountsFrom != clock.StartedAt)
            text.Append(Say("Tính lại từ đầu từ ", "Counted again in full from ")).Append(At(clock.CountsFrom)).Append(".\n");
        Days(text, clock, due, calendar, vietnamese);
        foreach (var pause in clock.Suspensions.Closed)
            text.Append(Say("Tạm dừng ", "Stood still ")).Append(At(pause.From)).Append(" – ").Append(At(pause.To)).Append(".\n");
        if (clock.PausedAt is { } since)
            text.Append(Say("Đang tạm dừng từ ", "Standing still since ")).Append(At(since)).Append(".\n");
        if (clock.OriginalDueAt is { } original && original != due)
            text.Append(Say("Hạn ban đầu ", "First appointment ")).Append(At(original)).Append(".\n");
        text.Append(Say("Hạn trả: ", "Due: ")).Append(At(due)).Append('.');
        return text.ToString();
    }

    /// <summary>The days after the one the count begins on, as the calendar has them.</summary>
    private static void Days(StringBuilder text, Clock clock, DateTimeOffset due, WorkCalendar calendar, bool vietnamese)
    {
        var counted = new List<string>();
        var skipped = new List<string>();
        var last = calendar.LocalDate(due);
        for (var day = calendar.LocalDate(clock.CountsFrom).AddDays(1); day <= last && calendar.Covers(day); day = day.AddDays(1))
        {
            var named = calendar.Definition.Days.FirstOrDefault(d => d.Date == day);
            if (calendar.IsWorkingDay(day))
                counted.Add(named is null ? $"{day:dd/MM}" : Named(named, vietnamese));
            else if (named is not null)
                skipped.Add(Named(named, vietnamese));
            else
                skipped.Add($"{day:dd/MM} ({(vietnamese ? "nghỉ hằng tuần" : "weekly rest")})");
        }
        Line(text, vietnamese ? "Ngày làm việc" : "Working days", counted);
        Line(text, vietnamese ? "Không tính" : "Skipped", skipped);
    }

    private static string Named(CalendarDay day, bool vietnamese) =>
        $"{day.Date:dd/MM} ({(vietnamese ? day.NameVi : day.NameEn)}; {day.Source}{(day.Confirmed ? "" : vietnamese ? ", chưa đối chiếu" : ", unconfirmed")})";

    private static void Line(StringBuilder text, string title, List<string> days)
    {
        if (days.Count == 0)
            return;
        text.Append(title).Append(": ").AppendJoin(", ", days.Take(MostDaysNamed));
        if (days.Count > MostDaysNamed)
            text.Append(CultureInfo.InvariantCulture, $", … ({days.Count})");
        text.Append(".\n");
    }
}
