Chuyện: Hộ kinh doanh và thuế làm song song, xong cả hai mới ghép
Story: Household business and tax in parallel; the join waits for both
Thủ tục: 1.010677

10/11/2025 08:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
10/11/2025 09:00 | Lan (reception@xa-a) | chuyển |
    => bước both/finance, tax-check
11/11/2025 09:00 | Thuế (tax@thue) | chuyển | bước: tax-check
    => bước both/finance, tax-number
11/11/2025 10:00 | Thuế (tax@thue) | trả lại | bước: tax-number; về: tax-check; lý do: sai mã ngành
    => bước both/finance, tax-check
# Bước cũ không được thêm giờ: 8 giờ đã dùng hết.
11/11/2025 11:00 | Thuế (tax@thue) | chuyển | bước: tax-check
    => trễ bước tax-check 60 phút; đã dùng tax-check 540 phút
11/11/2025 14:00 | Hạnh (finance@xa-a) | chuyển | bước: both/finance
    => bước tax-number
12/11/2025 09:00 | Thuế (tax@thue) | chuyển | bước: tax-number
    => bước settle; trễ của thue 60 phút
