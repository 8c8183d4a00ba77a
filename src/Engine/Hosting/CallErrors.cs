using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Tthc.Workflows.Dossiers;

namespace Tthc.Engine.Hosting;

/// <summary>The one table from refusals and failures to gRPC status, with rich details in grpc-status-details-bin.</summary>
internal static class CallErrors
{
    public const string Domain = "tthc.engine";
    private const string DetailsTrailer = "grpc-status-details-bin";

    /// <summary>A business refusal.</summary>
    public static RpcException Of(Refusal refusal)
    {
        var code = refusal.Descriptor.Kind switch
        {
            RefusalKind.Permission => StatusCode.PermissionDenied,
            RefusalKind.NotFound => StatusCode.NotFound,
            RefusalKind.Invalid => StatusCode.InvalidArgument,
            _ => StatusCode.FailedPrecondition,
        };
        var info = Info(refusal.Id);
        foreach (var (name, value) in refusal.Arguments)
            info.Metadata[name] = value;
        return Of(code, refusal.Id, info, Text("vi", refusal.Vietnamese), Text("en", refusal.English));
    }

    /// <summary>Something named in the call does not exist.</summary>
    public static RpcException NotFound(string reason, string what, string vietnamese, string english)
    {
        var info = Info(reason);
        info.Metadata["name"] = what;
        return Of(StatusCode.NotFound, reason, info, Text("vi", vietnamese), Text("en", english));
    }

    /// <summary>Nothing was done, and what to do about it.</summary>
    public static RpcException Refused(string reason, IEnumerable<KeyValuePair<string, string>> facts, Tthc.Text.BilingualText text, params ReadOnlySpan<IMessage> more)
    {
        var info = Info(reason);
        foreach (var (name, value) in facts)
            info.Metadata[name] = value;
        return Of(StatusCode.FailedPrecondition, $"{reason}: {text.English}", [info, Text("vi", text.Vietnamese), Text("en", text.English), .. more]);
    }

    /// <summary>The dossier has another version than the caller expected, or others were faster.</summary>
    public static RpcException LostRace(long currentVersion)
    {
        var info = Info("version-conflict");
        info.Metadata["current_version"] = $"{currentVersion}";
        return Of(
            StatusCode.Aborted,
            $"version-conflict: the dossier has version {currentVersion}",
            info,
            Text("vi", $"Hồ sơ đã thay đổi (phiên bản hiện tại {currentVersion}); hãy đọc lại rồi thực hiện lại."),
            Text("en", $"The dossier has changed (version {currentVersion}); read it again and repeat the act."));
    }

    /// <summary>The request id was used for another call.</summary>
    public static RpcException RequestReused() => Of(
        StatusCode.InvalidArgument,
        "request-id-reused",
        new BadRequest
        {
            FieldViolations =
            {
                new BadRequest.Types.FieldViolation
                {
                    Field = "request_id",
                    Reason = "request-id-reused",
                    Description = "Mã yêu cầu đã dùng cho nội dung khác / this request id was used for another body.",
                },
            },
        });

    /// <summary>Too much at once; the caller may try again.</summary>
    public static RpcException Busy() => Retry(StatusCode.ResourceExhausted, "queue-full", TimeSpan.FromMilliseconds(200));

    /// <summary>The store is away; the caller may try again.</summary>
    public static RpcException StoreAway(string reason) => Retry(StatusCode.Unavailable, reason, TimeSpan.FromSeconds(1));

    public static RpcException Of(StatusCode code, string message, params ReadOnlySpan<IMessage> details)
    {
        var status = new Google.Rpc.Status { Code = (int)code, Message = message };
        foreach (var detail in details)
            status.Details.Add(Any.Pack(detail));
        return new RpcException(new Grpc.Core.Status(code, message), new Metadata { { DetailsTrailer, status.ToByteArray() } });
    }

    /// <summary>The rich status of a failure, for replies that carry it as a value.</summary>
    public static Google.Rpc.Status DetailsOf(RpcException failure)
    {
        var details = failure.Trailers.GetValueBytes(DetailsTrailer);
        return details is null
            ? new Google.Rpc.Status { Code = (int)failure.StatusCode, Message = failure.Status.Detail }
            : Google.Rpc.Status.Parser.ParseFrom(details);
    }

    private static RpcException Retry(StatusCode code, string reason, TimeSpan delay) =>
        Of(code, reason, Info(reason), new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) });

    private static ErrorInfo Info(string reason) => new() { Reason = reason, Domain = Domain };

    private static LocalizedMessage Text(string locale, string message) => new() { Locale = locale, Message = message };
}
