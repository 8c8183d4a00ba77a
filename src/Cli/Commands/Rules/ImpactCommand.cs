using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;
using Tthc.Text;

namespace Tthc.Cli.Commands.Rules;

internal static class ImpactCommand
{
    public static Command Build(Shell shell)
    {
        var files = RulesCommand.Files(shell);
        var rules = RulesCommand.Folder(shell);
        var months = new Option<int>("--months")
        {
            HelpName = shell.Say("số tháng", "months"),
            Description = shell.Say("Xét cả hồ sơ đã kết thúc trong chừng ấy tháng qua. Mặc định 0: chỉ hồ sơ đang giải quyết.", "Looks at dossiers that ended within so many months too. Default 0: open ones only."),
        };
        var at = Moments.Instant(shell, "--at", "Đánh giá tại thời điểm này. Mặc định bây giờ.", "Judged at this moment. Default now.");
        var limit = new Option<int>("--limit")
        {
            HelpName = shell.Say("số dòng", "rows"),
            Description = shell.Say("Liệt kê nhiều nhất bao nhiêu hồ sơ thay đổi (đến 10.000). Mặc định 50.", "Lists at most so many changed dossiers (up to 10,000). Default 50."),
            DefaultValueFactory = _ => 50,
        };
        var command = new CliCommand("impact", shell.Say("các tệp đã sửa sẽ làm hồ sơ nào trễ, đúng hạn, đổi ngày hẹn, có hay hết vi phạm; không ghi gì", "which dossiers edited files would make late or on time, move, or find violations in; writes nothing"))
        {
            Details = shell.Say(
                "Dùng cho quy tắc, thủ tục, lịch làm việc. Hồ sơ vẫn theo bản thủ tục lúc tiếp nhận; với thủ tục đã sửa, bảng cho biết điều sẽ xảy ra nếu hồ sơ được tiếp nhận theo bản mới.",
                "For rules, procedures, calendars. A dossier stays with the procedure revision of its receipt; for an edited procedure the table tells what would be if it had been received under the new text."),
            Examples = ["rules impact rules/compliance/overdue.rules.json", "rules impact rules/calendars/vn-public-holidays.calendar.json --months 3 --json"],
        };
        command.Arguments.Add(files);
        return command.With(rules, months, at, limit).Calls(shell, async (parsed, session) =>
        {
            if (PushedFiles.Read(shell, parsed.GetRequiredValue(files), parsed.GetValue(rules)) is not { } edits)
                return ExitCode.Usage;
            var request = new PreviewImpactRequest { EndedMonths = parsed.GetValue(months), At = parsed.GetValue(at), MostListed = parsed.GetValue(limit) };
            request.Files.AddRange(edits);
            var result = await ReadAsync(shell, session, request);
            if (shell.Json(parsed))
                shell.Output.WriteLine(MessageJson.Of(result));
            else
                Write(shell, result, shell.Colour(parsed));
            return result.Accepted ? ExitCode.Ok : ExitCode.Refused;
        });
    }

    private static async Task<ImpactResult> ReadAsync(Shell shell, EngineSession session, PreviewImpactRequest request)
    {
        using var call = session.Rules.PreviewImpact(request, session.Stream);
        var result = new ImpactResult();
        await foreach (var message in call.ResponseStream.ReadAllAsync(session.Cancellation))
        {
            if (message.Result is { } last)
                result = last;
            else if (shell.Surroundings.ErrorIsTerminal)
                await shell.Error.WriteAsync($"\r{message.Progress.Done:N0} / {message.Progress.Total:N0}   ");
        }
        if (shell.Surroundings.ErrorIsTerminal)
            await shell.Error.WriteLineAsync();
        return result;
    }

    private static void Write(Shell shell, ImpactResult result, bool drawn)
    {
        if (result.Summary is not null)
            new ImpactText(shell).Write(result, drawn);
        if (!result.Accepted)
            WriteMistakes(shell, result);
    }

    private static void WriteMistakes(Shell shell, ImpactResult result)
    {
        shell.Error.WriteLine(result.Summary is null
            ? shell.Say("Các tệp còn lỗi; chưa xét hồ sơ nào.", "The files have mistakes; no dossier was looked at.")
            : shell.Say("Chưa công bố được: kiểm thử chưa đạt.", "Not to be published yet: tests are red or missing."));
        foreach (var one in result.Diagnostics)
            shell.Error.WriteLine(VisibleText.Of($"{one.Path}:{one.Line}:{one.Column}: {one.Severity} {one.Id}: {shell.Say(one.MessageVi, one.MessageEn)}", 2000));
    }
}

/// <summary>An impact in words and a table.</summary>
internal sealed class ImpactText(Shell shell)
{
    public void Write(ImpactResult result, bool drawn)
    {
        var all = result.Summary;
        Line($"Đã xét {all.Dossiers} hồ sơ ({all.OpenDossiers} đang giải quyết): {all.Changed} thay đổi.", $"Looked at {all.Dossiers} dossiers ({all.OpenDossiers} open): {all.Changed} change.");
        Line($"  Thành trễ hạn: {all.BecomingLate}    Thành đúng hạn: {all.BecomingOnTime}    Đổi hạn: {all.DueMoved}", $"  Becoming late: {all.BecomingLate}    Becoming on time: {all.BecomingOnTime}    Due moment moved: {all.DueMoved}");
        Line($"  Vi phạm xuất hiện: {Of(all.FindingsAppearing, all.AppearingByRule)}", $"  Findings appearing: {Of(all.FindingsAppearing, all.AppearingByRule)}");
        Line($"  Vi phạm mất đi: {Of(all.FindingsVanishing, all.VanishingByRule)}", $"  Findings vanishing: {Of(all.FindingsVanishing, all.VanishingByRule)}");
        if (result.Dossiers.Count == 0)
            return;
        shell.Output.WriteLine();
        var table = new TextTable(
            shell.Say("Hồ sơ", "Dossier"), shell.Say("Hạn đang có", "Due now"), shell.Say("Hạn mới", "Due then"), shell.Say("Trễ", "Late"), shell.Say("Xuất hiện", "Appears"), shell.Say("Mất đi", "Vanishes"));
        foreach (var one in result.Dossiers)
            table.Add(one.Dossier, LocalTime.Of(one.DueBefore), Moved(one.DueBefore, one.DueAfter), LateOf(one), string.Join(", ", one.FindingsAppearing), string.Join(", ", one.FindingsVanishing));
        table.Write(shell.Output, drawn);
        if (result.Truncated)
            shell.Error.WriteLine(shell.Say($"Còn nữa: --limit (đang xem {result.Dossiers.Count}).", $"There is more: --limit (shown: {result.Dossiers.Count})."));
    }

    private static string Moved(Timestamp? before, Timestamp? after) => Equals(before, after) ? "=" : LocalTime.Of(after);

    private static string Of(long total, IEnumerable<KeyValuePair<string, long>> byRule) =>
        total == 0 ? "0" : $"{total} ({string.Join(", ", byRule.OrderByDescending(r => r.Value).Select(r => $"{r.Key} {r.Value}"))})";

    private string LateOf(DossierImpact impact) => (impact.LateBefore, impact.LateAfter) switch
    {
        (false, true) => shell.Say("thành trễ", "becomes late"),
        (true, false) => shell.Say("hết trễ", "no longer"),
        (true, true) => shell.Say("vẫn trễ", "still"),
        _ => "",
    };

    private void Line(string vietnamese, string english) => shell.Output.WriteLine(shell.Say(vietnamese, english));
}
