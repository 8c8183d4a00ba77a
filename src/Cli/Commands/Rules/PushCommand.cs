using System.CommandLine;
using Google.Type;
using Grpc.Core;
using Tthc.Cli.Errors;
using Tthc.Cli.Help;
using Tthc.Cli.Input;
using Tthc.Cli.Invocation;
using Tthc.Cli.Output;
using Tthc.Protos.V1;

namespace Tthc.Cli.Commands.Rules;

internal static class PushCommand
{
    public static Command Build(Shell shell)
    {
        var files = RulesCommand.Files(shell);
        var rules = RulesCommand.Folder(shell);
        var options = new PublishOptions(shell);
        var command = new CliCommand("push", shell.Say("ban hành các tệp quy tắc đã sửa, cùng ca thử cạnh chúng", "publish edited rule files with the tests beside them"))
        {
            Details = shell.Say(
                "Engine kiểm tra cả bộ rồi mới nhận; có lỗi thì không ghi gì. Mỗi lần ban hành là một bản mới, không sửa được. Cũng dùng cho lịch, cơ quan, chính sách.",
                "The engine checks the whole set before it takes it; with a mistake nothing is written. Each publication is a new revision that is never changed. Also for calendars, agencies, policies."),
            Examples =
            [
                "rules push rules/compliance/overdue.rules.json --reason \"sửa ngưỡng\" --basis \"QĐ 12/QĐ-UBND\"",
                "rules push rules/calendars/vn-public-holidays.calendar.json --reason \"lịch nghỉ Tết\" --effective 01/01/2027",
            ],
        };
        command.Arguments.Add(files);
        return command.With([rules, .. options.All]).Calls(shell, async (parsed, session) =>
        {
            if (PushedFiles.Read(shell, parsed.GetRequiredValue(files), parsed.GetValue(rules)) is not { } edits)
                return ExitCode.Usage;
            var request = new PublishRuleSetRequest
            {
                RequestId = session.Settings.RequestId, Reason = parsed.GetRequiredValue(options.Reason), Basis = parsed.GetValue(options.Basis) ?? "", EffectiveFrom = parsed.GetValue(options.Effective),
            };
            request.Files.AddRange(edits);
            if (parsed.GetValue(options.Base) is { } known)
                request.Files[0].BaseRevision = known;
            var given = parsed.GetValue(options.Base) is null ? null : request.Files[0].Path;
            var reply = await Heads.FollowAsync(
                () => session.Rules.PublishRuleSetAsync(request, session.Once), (path, head) => SetBase(request, path, head), path => path == given);
            if (shell.Json(parsed))
                shell.Output.WriteLine(MessageJson.Of(reply));
            else
                PublishedText.Write(shell, reply.Publication, reply.Revisions.Select(r => (r.Name, r.Revision)), reply.Replayed);
            return ExitCode.Ok;
        });
    }

    private static void SetBase(PublishRuleSetRequest request, string path, string head)
    {
        foreach (var file in request.Files.Where(f => f.Path == path))
            file.BaseRevision = head;
    }
}

/// <summary>What every publication is given.</summary>
internal sealed class PublishOptions(Shell shell)
{
    public Option<string> Reason { get; } = shell.Required("--reason", ("lý do", "reason"), "Vì sao ban hành.", "Why it is published.");

    public Option<string> Basis { get; } = shell.Text("--basis", ("căn cứ", "basis"), "Căn cứ pháp lý, chẳng hạn số quyết định.", "The legal basis, such as the number of a decision.");

    public Option<Date?> Effective { get; } = Moments.Day(shell, "--effective", "Áp dụng từ ngày này. Mặc định ngay.", "Used from this day. Default at once.");

    public Option<string> Base { get; } = shell.Text(
        "--base", ("bản", "revision"), "Chỉ ban hành nếu bản mới nhất của tệp (đầu tiên) vẫn là bản này (mã thoát 4 nếu không).", "Only if the newest revision of the (first) file is still this one (exit code 4 otherwise).");

    public IEnumerable<Option> All => [Reason, Basis, Effective, Base];
}

/// <summary>Without a base on the line an edit is taken as made from the newest revision: the engine tells which that is.</summary>
internal static class Heads
{
    // One refusal for each file, and a few more for somebody who publishes at the same time.
    private const int MostAttempts = 110;

    /// <summary>The same for a single file.</summary>
    public static Task<T> FollowAsync<T>(Func<AsyncUnaryCall<T>> call, Action<string, string> setBase, bool isGiven) => FollowAsync(call, setBase, _ => isGiven);

    /// <summary>Calls, and calls again with the head the engine names; not for a file whose base the caller gave.</summary>
    public static async Task<T> FollowAsync<T>(Func<AsyncUnaryCall<T>> call, Action<string, string> setBase, Func<string, bool> isGiven)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (RpcException e) when (attempt < MostAttempts && CallFailure.HeadOf(e) is var (path, head) && !isGiven(path))
            {
                setBase(path, head);
            }
        }
    }
}

/// <summary>What was published, in words.</summary>
internal static class PublishedText
{
    public static void Write(Shell shell, RulePublication publication, IEnumerable<(string Name, string Revision)> revisions, bool replayed)
    {
        if (replayed)
            shell.Output.WriteLine(shell.Say("(kết quả của lần gọi trước, không ghi thêm gì)", "(reply of the earlier call, nothing new recorded)"));
        if (publication.Number == 0)
        {
            shell.Output.WriteLine(shell.Say("Không có gì thay đổi: nội dung này đang có hiệu lực.", "Nothing changed: this content is in force already."));
            return;
        }
        shell.Output.WriteLine(publication.Waiting
            ? shell.Say($"Đã ban hành (lần {publication.Number}), áp dụng từ {LocalTime.Of(publication.EffectiveFrom)}.", $"Published (number {publication.Number}), used from {LocalTime.Of(publication.EffectiveFrom)}.")
            : shell.Say($"Đã ban hành (lần {publication.Number}), có hiệu lực ngay.", $"Published (number {publication.Number}), in force."));
        foreach (var (name, revision) in revisions)
            shell.Output.WriteLine($"  {name}: {revision}");
    }
}
