using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;
using Tthc.Text;

namespace Tthc.Cli.Views;

/// <summary>A dossier for a person: where it stands, until when, what can be done now.</summary>
internal sealed class DossierView(Words words)
{
    /// <summary>What an act ends with.</summary>
    public void WriteShort(Dossier dossier, TextWriter to)
    {
        to.WriteLine(Head(dossier));
        if (dossier.DueAt is not null)
            Line(to, words.Say("Hẹn trả", "Due"), Due(dossier));
        WriteSteps(dossier, to);
    }

    public void WriteLong(Dossier dossier, TextWriter to)
    {
        to.WriteLine(Head(dossier));
        Line(to, words.Say("Thủ tục", "Procedure"), Join(dossier.ProcedureCode, dossier.CaseKey, dossier.ProcedureRevision));
        Line(to, words.Say("Trích yếu", "Subject"), dossier.Subject);
        Line(to, words.Say("Người nộp", "Applicant"), Name(dossier.Applicant));
        Line(to, words.Say("Chủ hồ sơ", "Owner"), Name(dossier.Owner));
        Line(to, words.Say("Nơi tiếp nhận", "Received at"), Join(dossier.ReceivingAgency, StatusNames.Of(dossier.Channel, words)));
        Line(to, words.Say("Nơi giải quyết", "Decided by"), dossier.CompetentAgency);
        Line(to, words.Say("Nộp lúc", "Filed"), LocalTime.Of(dossier.SubmittedAt));
        Line(to, words.Say("Hạn tiếp nhận", "Accept until"), LocalTime.Of(dossier.AcceptanceDueAt));
        Line(to, words.Say("Tiếp nhận lúc", "Received"), LocalTime.Of(dossier.ReceivedAt));
        Line(to, words.Say("Hẹn trả", "Due"), dossier.DueAt is null ? "" : Due(dossier));
        WriteClock(dossier, to);
        WriteSteps(dossier, to);
        WriteFindings(dossier, to);
        WriteHistory(dossier, to);
    }

    private void WriteFindings(Dossier dossier, TextWriter to)
    {
        var title = words.Say("Phát hiện", "Findings");
        foreach (var finding in dossier.Findings.Where(f => f.ClearedAt is null))
        {
            var open = finding.Kind switch
            {
                FindingKind.Undetermined => words.Say("chưa kết luận được: ", "cannot be told: "),
                FindingKind.Reminder => words.Say("nhắc: ", "reminder: "),
                _ => "",
            };
            var owed = finding.Obligation.Length > 0 && finding.ObligationDischargedAt is null ? words.Say($"còn nợ {finding.Obligation}", $"owed: {finding.Obligation}") : "";
            Line(to, title, Join($"{finding.Rule} {open}{words.Say(finding.Title, finding.TitleEn)}", words.Say($"từ {LocalTime.Of(finding.At)}", $"since {LocalTime.Of(finding.At)}"), owed));
            title = "";
        }
    }

    private string Head(Dossier dossier)
    {
        var code = dossier.Code.Length > 0 ? dossier.Code : dossier.FilingCode;
        return $"{VisibleText.Of(code)} · {StatusNames.Of(dossier.Status, words)} · {words.Say("phiên bản", "version")} {dossier.Version}";
    }

    private string Due(Dossier dossier)
    {
        var due = LocalTime.Of(dossier.DueAt);
        if (dossier.OriginalDueAt is not null && !dossier.OriginalDueAt.Equals(dossier.DueAt))
            due += words.Say($" (hẹn ban đầu {LocalTime.Of(dossier.OriginalDueAt)})", $" (first appointment {LocalTime.Of(dossier.OriginalDueAt)})");
        if (dossier.ReappointedAt is not null)
            due += words.Say($", hẹn lại {LocalTime.Of(dossier.ReappointedAt)}", $", new appointment {LocalTime.Of(dossier.ReappointedAt)}");
        return due;
    }

    private void WriteClock(Dossier dossier, TextWriter to)
    {
        if (dossier.Clock is { } clock)
        {
            var day = clock.CountsCalendarTime ? WorkingTime.CalendarDay : WorkingTime.WorkingDay;
            var remaining = clock.RemainingMinutes < 0
                ? words.Say("đã trễ ", "late by ") + WorkingTime.Of(clock.RemainingMinutes, words, day)
                : words.Say("còn ", "left ") + WorkingTime.Of(clock.RemainingMinutes, words, day);
            var paused = clock.Paused ? words.Say($"đồng hồ dừng từ {LocalTime.Of(clock.PausedSince)}", $"clock stands since {LocalTime.Of(clock.PausedSince)}") : "";
            Line(to, words.Say("Thời hạn", "Limit"), Join(clock.Limit, words.Say("đã dùng ", "used ") + WorkingTime.Of(clock.ElapsedMinutes, words, day), remaining, paused));
            if (clock.DependsOnUnconfirmedDay)
                Line(to, words.Say("Lưu ý", "Note"), words.Say("hạn còn phụ thuộc một ngày nghỉ chưa được công bố", "the due moment depends on a day off not yet confirmed"));
        }
        if (dossier.Lateness is { } late)
            Line(to, words.Say("Đúng/quá hạn", "Timeliness"), Join(
                words.Say("thực tế: ", "in fact: ") + Judged(late.InFact, late.LateMinutesInFact),
                words.Say("trên hệ thống: ", "on the system: ") + Judged(late.OnSystem, late.LateMinutesOnSystem)));
    }

    private string Judged(Timeliness timeliness, long minutes) =>
        StatusNames.Of(timeliness, words) + (minutes > 0 ? $" {WorkingTime.Of(minutes, words)}" : "");

    private void WriteSteps(Dossier dossier, TextWriter to)
    {
        foreach (var step in dossier.ActiveSteps)
        {
            var who = Join(step.Role, step.Agency, step.Unit, step.Officer);
            Line(to, words.Say("Đang ở", "At step"), Join($"{step.Step}#{step.Token} {step.Name}", who));
            if (step.DueAt is not null)
                Line(to, "", words.Say("hạn ", "due ") + LocalTime.Of(step.DueAt) + (step.Overdue ? words.Say(" (đã quá)", " (passed)") : ""));
            var ways = string.Join(", ", step.Actions);
            if (step.ClosedBy.Length > 0)
                Line(to, "", words.Say("xong bằng ", "closed by ") + step.ClosedBy + (ways.Length > 0 ? $": {ways}" : ""));
            if (step.SendBackTo.Count > 0)
                Line(to, "", words.Say("có thể trả lại: ", "may go back to: ") + string.Join(", ", step.SendBackTo));
        }
    }

    private void WriteHistory(Dossier dossier, TextWriter to)
    {
        Line(to, words.Say("Giấy tờ", "Papers"), string.Join(", ", dossier.Papers.Select(p => $"{p.Key}={p.Originals}/{p.Certified}/{p.Copies}")));
        Line(to, words.Say("Dữ kiện", "Facts"), string.Join(", ", dossier.Facts.Select(f => $"{f.Name}={f.Value}")));
        foreach (var asked in dossier.Supplements)
            Line(to, words.Say("Bổ sung", "Supplement"), Join($"{asked.Number}. {asked.Reason}", string.Join(", ", asked.Papers), LocalTime.Of(asked.RequestedAt), asked.ReceivedAt is null ? words.Say("chưa nộp", "not answered") : LocalTime.Of(asked.ReceivedAt)));
        foreach (var payment in dossier.Payments)
            Line(to, words.Say("Nộp tiền", "Payment"), Join(payment.NoticeNumber, Money(payment.Amount), payment.ConfirmedAt is null ? words.Say("chưa nộp", "not paid") : LocalTime.Of(payment.ConfirmedAt)));
        foreach (var pause in dossier.Pauses)
            Line(to, words.Say("Tạm dừng", "Pause"), Join(pause.Kind, pause.Ground, $"{LocalTime.Of(pause.From)} – {LocalTime.Of(pause.Until)}"));
        foreach (var apology in dossier.Apologies)
            Line(to, words.Say("Xin lỗi", "Apology"), Join(apology.SlipNumber, apology.Reason, words.Say("hẹn lại ", "new date ") + LocalTime.Of(apology.NewDueAt), apology.Signer));
        foreach (var child in dossier.Children)
            Line(to, words.Say("Liên thông", "Linked"), Join(child.Code, child.ProcedureCode, child.Agency, StatusNames.Of(child.Status, words)));
        if (dossier.Result is { } result)
            Line(to, words.Say("Kết quả", "Result"), Join(result.Number, LocalTime.Of(result.Date), result.Abstract, result.Signer, result.File));
        if (dossier.Handover is { } handover)
            Line(to, words.Say("Trả kết quả", "Returned"), Join(handover.Receiver, StatusNames.Of(handover.Channel, words), handover.Reference, LocalTime.Of(handover.HandedOverAt)));
        Line(to, words.Say("Lý do kết thúc", "Why it ended"), dossier.EndReason);
    }

    private string Money(long amount) => amount.ToString("#,0", words.IsVietnamese ? s_dots : System.Globalization.NumberFormatInfo.InvariantInfo) + " đ";

    private static readonly System.Globalization.NumberFormatInfo s_dots = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    private static string Name(Party? party) => party is null ? "" : Join(party.Name, party.IdNumber, party.Phone);

    private static string Join(params string[] parts) => string.Join(" · ", parts.Where(p => p.Length > 0));

    private static void Line(TextWriter to, string label, string value)
    {
        if (value.Length > 0)
            to.WriteLine($"  {label,-15} {VisibleText.Of(value, 2000)}");
    }
}
