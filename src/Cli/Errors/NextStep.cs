using Grpc.Core;
using Tthc.Cli.Invocation;

namespace Tthc.Cli.Errors;

/// <summary>What to do about a failure.</summary>
internal static class NextStep
{
    public static string Of(CallFailure failure, Words words) => failure.Code switch
    {
        StatusCode.Unavailable => words.Say(
            $"Kiểm tra engine có chạy không (tthc status), rồi gọi lại đúng lệnh này với --request-id {failure.RequestId}: không bao giờ ghi hai lần.",
            $"See whether the engine runs (tthc status), then repeat this command with --request-id {failure.RequestId}: it is never recorded twice."),
        StatusCode.DeadlineExceeded => words.Say(
            $"Gọi lại đúng lệnh này với --request-id {failure.RequestId} (có thể thêm --timeout): nếu đã ghi thì nhận lại kết quả cũ.",
            $"Repeat this command with --request-id {failure.RequestId} (perhaps with --timeout): if it was recorded, the first reply comes back."),
        StatusCode.ResourceExhausted => words.Say(
            $"Chờ {Seconds(failure)} giây rồi gọi lại với --request-id {failure.RequestId}.",
            $"Wait {Seconds(failure)} second(s), then repeat with --request-id {failure.RequestId}."),
        StatusCode.Aborted when failure.Reason == "base-moved" => words.Say(
            "Lấy bản mới nhất về (tthc rules pull), sửa lại trên đó rồi gọi lại, với --base của bản đó hoặc bỏ --base.",
            "Fetch the newest (tthc rules pull), make the edit in it, then repeat with its --base, or without."),
        StatusCode.Aborted => words.Say(
            "Xem lại hồ sơ (tthc dossier show), rồi gọi lại với --expected-version của phiên bản đó, hoặc bỏ --expected-version.",
            "Look at the dossier (tthc dossier show), then repeat with its --expected-version, or without."),
        StatusCode.InvalidArgument => words.Say("Sửa các trường nêu trên rồi gọi lại.", "Mend the fields named above and call again."),
        StatusCode.PermissionDenied => OfRight(failure, words),
        StatusCode.Unauthenticated => words.Say("Thêm --as, --agency, --roles (hoặc TTHC_ACTOR, TTHC_AGENCY, TTHC_ROLES).", "Add --as, --agency, --roles (or TTHC_ACTOR, TTHC_AGENCY, TTHC_ROLES)."),
        StatusCode.NotFound => words.Say("Kiểm tra mã: tthc dossier list, tthc procedures list.", "Check the code: tthc dossier list, tthc procedures list."),
        StatusCode.FailedPrecondition => OfRefusal(failure, words),
        StatusCode.Unimplemented => words.Say("Kiểm tra phiên bản engine: tthc status.", "Check the version of the engine: tthc status."),
        _ => words.Say($"Xem nhật ký của engine theo mã lời gọi {failure.RequestId}.", $"Look into the engine's log for request {failure.RequestId}."),
    };

    private static string OfRight(CallFailure failure, Words words) => failure.Reason switch
    {
        "wrong-role" when failure.Facts.TryGetValue("role", out var role) => words.Say($"Gọi với --roles {role}, nếu anh/chị có vai trò đó.", $"Call with --roles {role}, if that role is yours."),
        "wrong-agency" when failure.Facts.TryGetValue("agency", out var agency) => words.Say($"Người của {agency} thực hiện (--agency {agency}).", $"Somebody of {agency} has to do it (--agency {agency})."),
        "wrong-unit" when failure.Facts.TryGetValue("unit", out var unit) => words.Say($"Người của bộ phận {unit} thực hiện (--unit {unit}).", $"Somebody of unit {unit} has to do it (--unit {unit})."),
        _ => words.Say("Xem ai được làm: tthc dossier show.", "See who may: tthc dossier show."),
    };

    private static string OfRefusal(CallFailure failure, Words words) => failure.Reason switch
    {
        "rules-mistaken" => words.Say("Sửa các chỗ nêu trên; xem hết lỗi bằng tthc rules check.", "Mend the places named above; tthc rules check shows all of them."),
        "folder-edited" => words.Say("Sửa cho hết lỗi hoặc khôi phục tệp đó trong thư mục quy tắc của engine.", "Mend or restore that file in the engine's rules folder."),
        "rules-folder-closed" => words.Say("Cấp quyền ghi thư mục quy tắc cho tài khoản chạy engine.", "Let the engine's account write in the rules folder."),
        "missing-paper" => words.Say("Bổ sung bằng --paper <khoá>; danh mục: tthc procedures show <mã thủ tục>.", "Add them with --paper <key>; the list: tthc procedures show <procedure>."),
        "unknown-paper" or "unknown-case" => words.Say("Xem danh mục: tthc procedures show <mã thủ tục>.", "See the list: tthc procedures show <procedure>."),
        "unknown-action" or "branch-choice" => words.Say("Chọn một trong các giá trị nêu trên (--action, --branch).", "Choose one of the values named above (--action, --branch)."),
        "wrong-verb" when failure.Facts.TryGetValue("verb", out var verb) => words.Say($"Dùng lệnh của {verb}; xem tthc dossier --help.", $"Use the command for {verb}; see tthc dossier --help."),
        "clock-paused" => words.Say("Kết thúc việc tạm dừng trước: receive-supplement, confirm-payment hoặc resume.", "End the pause first: receive-supplement, confirm-payment or resume."),
        "assigned-to-another" => words.Say("Người đang giữ việc thực hiện, hoặc giao lại: tthc dossier assign.", "Its holder does it, or hands it on: tthc dossier assign."),
        "not-settled" => words.Say("Ghi kết quả trước: tthc dossier settle.", "Record the result first: tthc dossier settle."),
        "unknown-procedure" or "procedure-not-in-force" => words.Say("Xem thủ tục đang có hiệu lực: tthc procedures list.", "See the procedures in force: tthc procedures list."),
        _ => words.Say("Xem hồ sơ đang ở đâu: tthc dossier show <mã hồ sơ>.", "See where the dossier stands: tthc dossier show <code>."),
    };

    private static int Seconds(CallFailure failure) => (int)Math.Ceiling(Math.Clamp(failure.RetryAfter?.TotalSeconds ?? 1, 1, 86_400));
}
