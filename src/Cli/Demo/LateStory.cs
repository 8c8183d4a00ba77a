using System.Text;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;
using Tthc.Workflows.Dossiers.Events;
using Tthc.Workflows.Procedures;
using LogEvent = Tthc.Protos.V1.DossierEvent;

namespace Tthc.Cli.Demo;

/// <summary>The time line of one dossier in words: each step, who, due when, how late. In Vietnamese: it is what an inspector reads.</summary>
internal sealed class LateStory(Offices offices)
{
    private static readonly Words s_words = new(Text.TextLanguage.Vietnamese);

    private readonly Dictionary<int, Workflows.Dossiers.Token> _standing = [];

    public string Tell(Dossier dossier, IReadOnlyList<LogEvent> log)
    {
        var day = Offices.DayOf(dossier.ReceivedAt.ToDateTimeOffset());
        var procedure = offices.Bundle.FindProcedure(dossier.ProcedureCode, day);
        var text = new StringBuilder();
        text.AppendLine($"Hồ sơ {dossier.Code}: {procedure?.Name.Vietnamese ?? dossier.ProcedureCode}");
        text.AppendLine($"Nơi tiếp nhận: {offices.NameOf(dossier.ReceivingAgency, day)}. Thời hạn: {dossier.Clock?.Limit}. Hẹn trả: {LocalTime.Of(dossier.OriginalDueAt)}{Moved(dossier)}.");
        foreach (var written in log)
        {
            var happened = EventKinds.Read(written.Kind, Encoding.UTF8.GetBytes(written.PayloadJson));
            foreach (var line in Lines(written, happened, procedure, day))
                text.AppendLine($"  {LocalTime.Of(written.OccurredAt)}  {line}");
            Follow(happened);
        }
        text.Append($"Trễ so với hẹn: {WorkingTime.Of(dossier.Lateness?.LateMinutesInFact ?? 0, s_words)} làm việc.");
        return text.ToString();
    }

    private static string Moved(Dossier dossier) =>
        dossier.DueAt is null || dossier.DueAt.Equals(dossier.OriginalDueAt) ? "" : $" (sau các lần tạm dừng: {LocalTime.Of(dossier.DueAt)})";

    private IEnumerable<string> Lines(LogEvent written, Workflows.Dossiers.Events.DossierEvent happened, CompiledProcedure? procedure, DateOnly day)
    {
        var who = written.Actor == "system" ? "hệ thống" : written.Actor;
        if (Sentence(happened) is { } sentence)
            yield return $"{sentence} – {who}";
        foreach (var left in happened.Moves?.Left ?? default)
            yield return Left(left, procedure, day, written.OccurredAt.ToDateTimeOffset());
    }

    private string Left(TokenLeft left, CompiledProcedure? procedure, DateOnly day, DateTimeOffset at)
    {
        var name = procedure is not null && procedure.Steps.TryGetValue(left.Step, out var step) ? step.Name.Vietnamese : left.Step;
        var line = new StringBuilder($"Xong bước «{name}»");
        if (left.Reason == LeaveReason.TacitConsent)
            line.Append(" (im lặng là đồng ý)");
        else if (left.Reason == LeaveReason.SentBack)
            line.Append(" (trả lại)");
        if (left.Agency is { } agency)
            line.Append($": {left.Officer ?? "chưa ai nhận"}, {offices.NameOf(agency, day)}");
        line.Append($"; dùng {WorkingTime.Of((long)left.Used.TotalMinutes, s_words)}");
        if (_standing.TryGetValue(left.Token, out var token) && token.DueAt is { } due)
        {
            line.Append($", hạn {LocalTime.Of(due)}");
            if (left.LateMinutes > 0 || at > due)
                line.Append($", TRỄ {WorkingTime.Of(left.LateMinutes, s_words)}");
        }
        return line.ToString();
    }

    /// <summary>What the act was, where leaving a step does not say it already.</summary>
    private static string? Sentence(Workflows.Dossiers.Events.DossierEvent happened) => happened switch
    {
        Submitted => "Nộp trực tuyến",
        Received => "Tiếp nhận, hẹn trả kết quả",
        StepSentBack back => $"Trả lại bước «{back.ToStep}»: {back.Reason}",
        SupplementRequested asked => $"Yêu cầu bổ sung: {asked.Request.Reason} (đồng hồ dừng)",
        SupplementReceived => "Người nộp bổ sung giấy tờ, đồng hồ chạy tiếp",
        PaymentRequested payment => $"Thông báo nghĩa vụ tài chính số {payment.NoticeNumber}",
        PaymentConfirmed paid => $"Đã nộp tiền, biên lai {paid.ReceiptNumber}",
        ApologyIssued apology => $"Xin lỗi, hẹn lại {LocalTime.Of(apology.Slip.NewDueAt)}: {apology.Slip.Reason}",
        DeadlinePassed { Step: null } => "QUÁ HẠN TRẢ KẾT QUẢ",
        Settled settled => $"Có kết quả số {settled.Result.Number}",
        Returned => "Trả kết quả cho người nộp",
        _ => null,
    };

    private void Follow(Workflows.Dossiers.Events.DossierEvent happened)
    {
        foreach (var entered in happened.Moves?.Entered ?? default)
            _standing[entered.Token.Id] = entered.Token;
        foreach (var moved in happened.Moves?.Rescheduled ?? default)
            if (_standing.TryGetValue(moved.Token, out var token))
                _standing[moved.Token] = token with { DueAt = moved.DueAt };
    }
}
