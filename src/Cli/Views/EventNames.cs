using Tthc.Cli.Invocation;

namespace Tthc.Cli.Views;

/// <summary>The kinds of event in words. A kind of a newer engine is shown as it is.</summary>
internal static class EventNames
{
    private static readonly Dictionary<string, (string Vietnamese, string English)> s_names = new(StringComparer.Ordinal)
    {
        ["submitted"] = ("Nộp trực tuyến", "Filed online"),
        ["received"] = ("Tiếp nhận", "Received"),
        ["declined"] = ("Từ chối tiếp nhận", "Declined"),
        ["step-claimed"] = ("Nhận việc", "Step claimed"),
        ["step-assigned"] = ("Phân công", "Step assigned"),
        ["step-advanced"] = ("Chuyển bước", "Step done"),
        ["step-sent-back"] = ("Trả lại bước trước", "Sent back"),
        ["tacitly-consented"] = ("Im lặng là đồng ý", "Silence taken as consent"),
        ["wait-ended"] = ("Hết thời gian chờ", "Wait over"),
        ["child-ended"] = ("Hồ sơ liên thông xong", "Linked dossier ended"),
        ["deadline-passed"] = ("Quá hạn", "Deadline passed"),
        ["supplement-requested"] = ("Yêu cầu bổ sung", "Supplement requested"),
        ["supplement-received"] = ("Nhận bổ sung", "Supplement received"),
        ["payment-requested"] = ("Yêu cầu nộp tiền", "Payment requested"),
        ["payment-confirmed"] = ("Đã nộp tiền", "Payment confirmed"),
        ["suspended"] = ("Tạm dừng", "Suspended"),
        ["resumed"] = ("Tiếp tục", "Resumed"),
        ["apology-issued"] = ("Xin lỗi và hẹn lại", "Apology and new appointment"),
        ["settled"] = ("Có kết quả", "Settled"),
        ["returned"] = ("Trả kết quả", "Result returned"),
        ["withdrawn"] = ("Rút hồ sơ", "Withdrawn"),
        ["stopped"] = ("Dừng xử lý", "Stopped"),
        ["imported"] = ("Nhập từ hệ thống khác", "Taken over"),
        ["reopened"] = ("Xử lý lại", "Reopened"),
        ["finding-raised"] = ("Phát hiện vi phạm", "Finding raised"),
        ["finding-cleared"] = ("Phát hiện đã được khắc phục", "Finding cleared"),
        ["obligation-discharged"] = ("Đã thực hiện nghĩa vụ", "Obligation discharged"),
    };

    public static bool Knows(string kind) => s_names.ContainsKey(kind);

    public static string Of(string kind, Words words) => s_names.TryGetValue(kind, out var name) ? words.Say(name.Vietnamese, name.English) : kind;
}
