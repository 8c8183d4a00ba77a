using Tthc.Cli.Invocation;
using Tthc.Protos.V1;

namespace Tthc.Cli.Views;

/// <summary>Statuses, channels and timeliness in words; on the command line they are numbers or English keys.</summary>
internal static class StatusNames
{
    private static readonly (DossierStatus Status, string Key, string Vietnamese)[] s_statuses =
    [
        (DossierStatus.Submitted, "submitted", "Mới đăng ký"),
        (DossierStatus.Received, "received", "Được tiếp nhận"),
        (DossierStatus.Declined, "declined", "Không được tiếp nhận"),
        (DossierStatus.Processing, "processing", "Đang xử lý"),
        (DossierStatus.AwaitingSupplement, "awaiting-supplement", "Yêu cầu bổ sung giấy tờ"),
        (DossierStatus.AwaitingPayment, "awaiting-payment", "Yêu cầu thực hiện nghĩa vụ tài chính"),
        (DossierStatus.Withdrawn, "withdrawn", "Công dân yêu cầu rút hồ sơ"),
        (DossierStatus.Stopped, "stopped", "Dừng xử lý"),
        (DossierStatus.Settled, "settled", "Đã xử lý xong"),
        (DossierStatus.Returned, "returned", "Đã trả kết quả"),
    ];

    public static IReadOnlyList<string> Keys { get; } = [.. s_statuses.Select(s => s.Key)];

    public static string Of(DossierStatus status, Words words)
    {
        var found = Array.Find(s_statuses, s => s.Status == status);
        return found.Key is null ? $"{(int)status}" : words.Say(found.Vietnamese, found.Key);
    }

    public static DossierStatus? Read(string text) => Array.Find(s_statuses, s => s.Key == text || $"{(int)s.Status}" == text) is { Key: not null } found ? found.Status : null;

    public static string Of(Channel channel, Words words) => channel switch
    {
        Channel.Direct => words.Say("trực tiếp", "at the counter"),
        Channel.Online => words.Say("trực tuyến", "online"),
        Channel.PublicPost => words.Say("bưu chính công ích", "by public post"),
        _ => "",
    };

    public static string Of(Timeliness timeliness, Words words) => timeliness switch
    {
        Timeliness.InTime => words.Say("trong hạn", "in time"),
        Timeliness.Overdue => words.Say("đã quá hạn", "overdue"),
        Timeliness.Early => words.Say("trước hạn", "early"),
        Timeliness.OnTime => words.Say("đúng hạn", "on time"),
        Timeliness.Late => words.Say("quá hạn", "late"),
        Timeliness.NotCounted => words.Say("không tính", "not counted"),
        _ => "",
    };
}
