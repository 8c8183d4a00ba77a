using Google.Rpc;
using Grpc.Core;
using Tthc.Engine.Hosting;
using Tthc.Protos.V1;
using Tthc.Text;
using Tthc.Text.Diagnostics;

namespace Tthc.Engine.Rules.Calls;

/// <summary>A publication that did not take place, as the caller sees it: what is wrong and what to do next.</summary>
internal static class PublishErrors
{
    // A status travels in a header: the first mistakes are enough to begin mending, the rest is told by a check.
    private const int MostAttached = 10;

    public static RpcException Of(PublishResult result) => result switch
    {
        PublishResult.Mistaken mistaken => Mistaken(mistaken),
        PublishResult.BaseMoved moved => Moved(moved),
        PublishResult.FolderEdited edited => CallErrors.Refused(
            "folder-edited",
            [new("path", edited.Path)],
            new BilingualText(
                $"Tệp {edited.Path} trong thư mục quy tắc đang có chỗ sửa chưa được nhận; hãy sửa cho hết lỗi hoặc khôi phục tệp đó rồi ban hành lại.",
                $"The file {edited.Path} in the rules folder has an edit that was not taken over; mend or restore it, then publish again.")),
        PublishResult.FolderClosed closed => CallErrors.Refused(
            "rules-folder-closed",
            [new("folder", closed.Folder), new("cause", closed.Reason)],
            new BilingualText(
                $"Không ghi được vào thư mục quy tắc {closed.Folder} ({closed.Reason}); cấp quyền ghi cho tài khoản chạy engine rồi ban hành lại. Chưa có gì được ban hành.",
                $"The rules folder {closed.Folder} cannot be written ({closed.Reason}); let the engine's account write there, then publish again. Nothing was published.")),
        PublishResult.RequestReused => CallErrors.RequestReused(),
        _ => throw new InvalidOperationException($"A call cannot end as {result.GetType().Name}."),
    };

    private static RpcException Mistaken(PublishResult.Mistaken mistaken)
    {
        var errors = mistaken.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        var attached = new RuleDiagnostics { Total = mistaken.Diagnostics.Length };
        attached.Diagnostics.AddRange(mistaken.Diagnostics.OrderByDescending(d => d.Severity == DiagnosticSeverity.Error).Take(MostAttached).Select(RuleMessages.Of));
        var day = mistaken.Day is { } later ? later.ToString("O") : "";
        return CallErrors.Refused(
            "rules-mistaken",
            [new("errors", $"{errors}"), new("day", day)],
            mistaken.Day is null
                ? new BilingualText($"Quy tắc có {errors} lỗi; chưa có gì được ban hành.", $"The rules have {errors} error(s); nothing was published.")
                : new BilingualText(
                    $"Bộ quy tắc áp dụng từ {day} sẽ có {errors} lỗi; chưa có gì được ban hành.", $"The rules in force from {day} would have {errors} error(s); nothing was published."),
            attached);
    }

    private static RpcException Moved(PublishResult.BaseMoved moved)
    {
        var info = new ErrorInfo { Reason = "base-moved", Domain = CallErrors.Domain };
        info.Metadata["path"] = moved.Path;
        info.Metadata["head"] = moved.Head;
        var (vietnamese, english) = moved.Head.Length == 0 ? ("không còn tệp này", "the file is not there") : ($"bản mới nhất là {moved.Head}", $"its newest revision is {moved.Head}");
        return CallErrors.Of(
            StatusCode.Aborted,
            $"base-moved: {moved.Path}: {english}",
            info,
            new LocalizedMessage { Locale = "vi", Message = $"{moved.Path}: {vietnamese}; hãy lấy bản đó về, sửa lại trên đó rồi ban hành." },
            new LocalizedMessage { Locale = "en", Message = $"{moved.Path}: {english}; fetch that, make your edit in it, then publish." });
    }
}
