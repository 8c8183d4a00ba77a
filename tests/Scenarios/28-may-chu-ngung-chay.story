Chuyện: Máy chủ ngừng qua đêm: im lặng vẫn là đồng ý từ đúng lúc hết hạn, không phải từ lúc máy chạy lại
Story: The engine was down: tacit consent counts from its legal instant, not from when it was observed
Thủ tục: 1.013225

10/11/2025 08:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form, drawings x2 bản sao, land-paper chứng thực
10/11/2025 08:30 | Lan (reception@xa-a) | chuyển |
11/11/2025 08:00 | Hùng (construction@xa-a) | chuyển | hành động: consult; hỏi: culture
# Hết hạn lúc 08:00 ngày 13; trước khi máy ghi nhận, công dân đã được yêu cầu bổ sung.
13/11/2025 09:00 | Lan (reception@xa-a) | yêu cầu bổ sung | giấy tờ: drawings; lý do: thiếu; phiếu: 1; đồng hồ chưa chạy
    => trạng thái 5; bước opinions/culture
13/11/2025 10:00 | Lan (reception@xa-a) | hết giờ |
    => trạng thái 5; bước conclude; trễ của so-van-hoa 0 phút; việc cuối tacitly-consented
14/11/2025 09:00 | Lan (reception@xa-a) | nhận bổ sung | giấy tờ: drawings bản sao
    => trạng thái 4; hạn bước conclude 17/11/2025 08:00
