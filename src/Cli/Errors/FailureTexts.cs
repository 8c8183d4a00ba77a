using Grpc.Core;

namespace Tthc.Cli.Errors;

/// <summary>Words for failures that bring none of their own, such as an engine that is away.</summary>
internal static class FailureTexts
{
    public static (string Vietnamese, string English) Of(StatusCode code, string detail, Uri server) => code switch
    {
        StatusCode.Unavailable => ($"Không liên lạc được với engine tại {Address(server)}.", $"The engine at {Address(server)} cannot be reached."),
        StatusCode.DeadlineExceeded => ("Quá giờ chờ mà engine chưa trả lời; không biết lời gọi đã được ghi hay chưa.", "The engine did not answer in time; whether the call was recorded is not known."),
        StatusCode.Aborted => ("Hồ sơ đã được người khác thay đổi trước.", "Somebody else changed the dossier first."),
        StatusCode.InvalidArgument => ($"Yêu cầu có chỗ sai ({detail}).", $"The request is malformed ({detail})."),
        StatusCode.NotFound => (Or(detail, "Không tìm thấy."), Or(detail, "Not found.")),
        StatusCode.Unimplemented => ("Engine này không có chức năng đó.", "This engine does not offer that."),
        StatusCode.Unauthenticated => ("Chưa xưng danh.", "The caller is not known."),
        StatusCode.Cancelled => ("Engine đã huỷ lời gọi.", "The engine cancelled the call."),
        _ => (Or(detail, $"Lời gọi hỏng ({code})."), Or(detail, $"The call failed ({code}).")),
    };

    private static string Address(Uri server) => server.GetLeftPart(UriPartial.Authority);

    private static string Or(string detail, string otherwise) => detail.Length > 0 ? detail : otherwise;
}
