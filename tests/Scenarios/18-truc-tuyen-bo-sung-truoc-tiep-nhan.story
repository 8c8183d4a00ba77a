Chuyện: Nộp trực tuyến thiếu giấy: bổ sung trước khi tiếp nhận, không mất lượt bổ sung khi giải quyết
Story: An online filing is supplemented before acceptance; the one request during the solving is still there
Thủ tục: 1.013225

10/11/2025 08:00 | Cổng (online-portal@xa-a) | nộp trực tuyến | nơi nhận: xa-a; giấy tờ: form, land-paper chứng thực
    => trạng thái 1; hạn tiếp nhận 11/11/2025 08:00
10/11/2025 09:00 | Lan (reception@xa-a) | chấp nhận |
    => từ chối missing-paper; trạng thái 1
10/11/2025 09:30 | Lan (reception@xa-a) | yêu cầu bổ sung | giấy tờ: drawings; lý do: thiếu bản vẽ; phiếu: 1
    => trạng thái 5; hạn bổ sung 12/11/2025 17:00
12/11/2025 08:00 | Cổng (online-portal@xa-a) | nhận bổ sung | giấy tờ: drawings x2 bản sao
    => trạng thái 1; hạn tiếp nhận 13/11/2025 08:00
12/11/2025 09:00 | Lan (reception@xa-a) | chấp nhận | xảy ra: 12/11/2025 07:30
    => từ chối occurred-out-of-order
12/11/2025 09:00 | Lan (reception@xa-a) | chấp nhận |
    => trạng thái 2; hạn 21/11/2025 17:00
12/11/2025 10:00 | Lan (reception@xa-a) | yêu cầu bổ sung | giấy tờ: drawings; lý do: thiếu mặt cắt; phiếu: 2
    => trạng thái 5
13/11/2025 10:00 | Cổng (online-portal@xa-a) | nhận bổ sung | giấy tờ: drawings bản sao
    => trạng thái 4; hạn 24/11/2025 17:00
13/11/2025 11:00 | Lan (reception@xa-a) | yêu cầu bổ sung | giấy tờ: drawings; lý do: lại thiếu; phiếu: 3
    => từ chối second-supplement
13/11/2025 11:00 | Lan (reception@xa-a) | yêu cầu bổ sung | giấy tờ: drawings; lý do: cơ quan làm thất lạc; phiếu: 3; lỗi của cơ quan
    => trạng thái 5
