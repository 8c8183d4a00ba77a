Chuyện: Thứ bảy làm bù là ngày làm việc
Story: A worked Saturday counts
Thủ tục: 1.004873

# 26/04/2025 (thứ bảy) làm bù cho 02/05; 30/04, 01/05, 02/05 nghỉ.
24/04/2025 10:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
    => hạn 28/04/2025 17:00
26/04/2025 08:00 | Lan (reception@xa-a) | chuyển |
    => đã dùng receive 840 phút; trễ bước receive 720 phút
