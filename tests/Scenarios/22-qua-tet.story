Chuyện: Thời hạn bắc qua Tết Bính Ngọ
Story: A limit across the lunar new year holidays
Thủ tục: 1.004873

# 16–20/02/2026 nghỉ Tết.
12/02/2026 10:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
    => hạn 24/02/2026 17:00; hạn bước receive 12/02/2026 14:00
12/02/2026 14:00 | Lan (reception@xa-a) | chuyển |
    => hạn bước check 13/02/2026 14:00
23/02/2026 08:00 | Hùng (civil-status@xa-a) | chuyển | hành động: enough
    => trễ bước check 240 phút; bước sign
