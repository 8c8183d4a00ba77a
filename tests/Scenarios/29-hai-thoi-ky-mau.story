Chuyện: Hồ sơ nhận trước 01/7/2025 theo bộ mẫu cũ, kể cả khi dừng sau ngày đó
Story: A dossier received before 1 July 2025 keeps the old set of forms
Thủ tục: 1.004873

30/06/2025 10:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
02/07/2025 09:00 | Lan (reception@xa-a) | dừng | căn cứ: trùng hồ sơ; phiếu: 3
    => trạng thái 8; mẫu 03
