Chuyện: Tiếp nhận ngoài giờ hành chính: bước tính từ giờ mở cửa
Story: Received after hours: step clocks begin when the office opens
Thủ tục: 1.004873

14/11/2025 18:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
    => hạn 19/11/2025 17:00; hạn bước receive 17/11/2025 09:00
15/11/2025 10:00 | Lan (reception@xa-a) | chuyển |
    => đã dùng receive 0 phút; bước check; hạn bước check 17/11/2025 17:00
