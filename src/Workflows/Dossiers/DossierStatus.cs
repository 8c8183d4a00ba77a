namespace Tthc.Workflows.Dossiers;

/// <summary>The ten statuses of the synchronisation with the national portal; the numbers are its numbers.</summary>
public enum DossierStatus
{
    /// <summary>Before the first act.</summary>
    None = 0,

    /// <summary>Mới đăng ký: filed online, not accepted yet.</summary>
    Submitted = 1,

    /// <summary>Được tiếp nhận: received, nothing done yet.</summary>
    Received = 2,

    /// <summary>Không được tiếp nhận: refused before receipt. Final.</summary>
    Declined = 3,

    /// <summary>Đang xử lý.</summary>
    Processing = 4,

    /// <summary>Yêu cầu bổ sung giấy tờ.</summary>
    AwaitingSupplement = 5,

    /// <summary>Yêu cầu thực hiện nghĩa vụ tài chính.</summary>
    AwaitingPayment = 6,

    /// <summary>Công dân yêu cầu rút hồ sơ. Final.</summary>
    Withdrawn = 7,

    /// <summary>Dừng xử lý. Final.</summary>
    Stopped = 8,

    /// <summary>Đã xử lý xong: the result is ready.</summary>
    Settled = 9,

    /// <summary>Đã trả kết quả. Final.</summary>
    Returned = 10,
}

/// <summary>How a dossier comes in or a result goes out.</summary>
public enum Channel
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>Trực tiếp.</summary>
    Direct = 1,

    /// <summary>Trực tuyến.</summary>
    Online = 2,

    /// <summary>Bưu chính công ích.</summary>
    PublicPost = 3,
}

/// <summary>Which status may follow which. Everything else is refused.</summary>
public static class StatusTransitions
{
    private static readonly int[] s_allowed = Build();

    /// <summary>Whether <paramref name="to"/> may follow <paramref name="from"/>; staying is always allowed.</summary>
    public static bool Allows(DossierStatus from, DossierStatus to) => from == to || (s_allowed[(int)from] & (1 << (int)to)) != 0;

    /// <summary>Whether nothing can follow.</summary>
    public static bool IsFinal(DossierStatus status) =>
        status is DossierStatus.Declined or DossierStatus.Withdrawn or DossierStatus.Stopped or DossierStatus.Returned;

    /// <summary>Whether a duty to deliver is open: received and not ended.</summary>
    public static bool IsOpen(DossierStatus status) =>
        status is DossierStatus.Received or DossierStatus.Processing or DossierStatus.AwaitingSupplement or DossierStatus.AwaitingPayment;

    private static int[] Build()
    {
        var allowed = new int[11];
        void From(DossierStatus from, params ReadOnlySpan<DossierStatus> to)
        {
            foreach (var status in to)
                allowed[(int)from] |= 1 << (int)status;
        }
        From(DossierStatus.None, DossierStatus.Submitted, DossierStatus.Received);
        From(DossierStatus.Submitted, DossierStatus.Received, DossierStatus.Declined, DossierStatus.AwaitingSupplement, DossierStatus.Withdrawn);
        From(DossierStatus.Received, DossierStatus.Processing, DossierStatus.AwaitingSupplement, DossierStatus.Withdrawn, DossierStatus.Stopped);
        From(DossierStatus.Processing, DossierStatus.AwaitingSupplement, DossierStatus.AwaitingPayment, DossierStatus.Withdrawn, DossierStatus.Stopped, DossierStatus.Settled);
        From(DossierStatus.AwaitingSupplement, DossierStatus.Submitted, DossierStatus.Processing, DossierStatus.Withdrawn, DossierStatus.Stopped);
        From(DossierStatus.AwaitingPayment, DossierStatus.Processing, DossierStatus.Withdrawn, DossierStatus.Stopped);
        From(DossierStatus.Settled, DossierStatus.Returned, DossierStatus.Processing);
        return allowed;
    }
}
