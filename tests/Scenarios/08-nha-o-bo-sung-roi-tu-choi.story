Chuyện: Bổ sung rồi vẫn không đạt: từ chối bằng phiếu; không được yêu cầu bổ sung lần hai
Story: Supplemented once, still unfit: refused with its form; a second request is not allowed
Thủ tục: 1.013225

10/11/2025 08:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form, drawings x2 bản sao, land-paper chứng thực
    => hạn 19/11/2025 17:00
10/11/2025 08:30 | Lan (reception@xa-a) | chuyển |
11/11/2025 08:00 | Hùng (construction@xa-a) | yêu cầu bổ sung | giấy tờ: drawings; lý do: thiếu mặt cắt; phiếu: 4
12/11/2025 08:00 | Lan (reception@xa-a) | nhận bổ sung | giấy tờ: form
    => từ chối missing-paper; trạng thái 5
# Một ngày làm việc của công dân không tính: hạn lùi đúng một ngày.
12/11/2025 08:00 | Lan (reception@xa-a) | nhận bổ sung | giấy tờ: drawings x2 bản sao
    => trạng thái 4; hạn 20/11/2025 17:00; hạn gốc 19/11/2025 17:00; đồng hồ chạy; hạn bước examine 14/11/2025 08:30
12/11/2025 09:00 | Hùng (construction@xa-a) | yêu cầu bổ sung | giấy tờ: drawings; lý do: vẫn thiếu; phiếu: 5
    => từ chối second-supplement
12/11/2025 09:00 | Hùng (construction@xa-a) | chuyển | hành động: unfit
    => bước refuse
12/11/2025 10:00 | Hùng (construction@xa-a) | chuyển |
    => từ chối wrong-verb
12/11/2025 10:00 | Hùng (construction@xa-a) | dừng | căn cứ: không phù hợp quy hoạch
    => từ chối missing-slip
12/11/2025 10:00 | Hùng (construction@xa-a) | dừng | căn cứ: không phù hợp quy hoạch; phiếu: 9
    => trạng thái 8; mẫu 03; bước không
