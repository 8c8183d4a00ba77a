Chuyện: Quá 2 ngày làm việc không bổ sung thì dừng giải quyết
Story: No answer to the one supplement request in two working days: the dossier is stopped
Thủ tục: 1.013225

10/11/2025 08:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form, drawings x2 bản sao, land-paper chứng thực
10/11/2025 08:30 | Lan (reception@xa-a) | chuyển |
11/11/2025 08:00 | Hùng (construction@xa-a) | yêu cầu bổ sung | giấy tờ: drawings; lý do: thiếu mặt cắt
    => từ chối missing-slip
11/11/2025 08:00 | Hùng (construction@xa-a) | yêu cầu bổ sung | giấy tờ: so-ho-khau; lý do: thiếu; phiếu: 4
    => từ chối unknown-paper
11/11/2025 08:00 | Hùng (construction@xa-a) | yêu cầu bổ sung | giấy tờ: drawings; lý do: thiếu mặt cắt; phiếu: 4
    => trạng thái 5; đồng hồ dừng; hạn bổ sung 13/11/2025 17:00
12/11/2025 08:00 | Hùng (construction@xa-a) | chuyển | hành động: fit
    => từ chối status-forbids
14/11/2025 08:00 | Lan (reception@xa-a) | hết giờ |
    => trạng thái 8; bước không; mẫu 05; việc cuối stopped; trễ thực tế không; trễ của xa-a 0 phút
14/11/2025 09:00 | Lan (reception@xa-a) | nhận bổ sung | giấy tờ: drawings x2 bản sao
    => từ chối status-forbids
