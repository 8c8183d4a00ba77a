Chuyện: Kết quả ký đúng hạn nhưng ghi lên hệ thống trễ: đúng hạn thực tế, trễ trên hệ thống
Story: Signed in time, recorded late: in time in fact, late on the system
Thủ tục: 1.004873

10/11/2025 08:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
    => hạn 13/11/2025 17:00
10/11/2025 09:00 | Lan (reception@xa-a) | chuyển |
10/11/2025 10:00 | Hùng (civil-status@xa-a) | chuyển | hành động: enough
17/11/2025 09:00 | Bình (leader@xa-a) | có kết quả | số: 5; ngày ký: 18/11/2025; tệp: xn.pdf
    => từ chối result-date
17/11/2025 09:00 | Bình (leader@xa-a) | có kết quả | số: 5; tệp: xn.pdf
    => từ chối result-incomplete
17/11/2025 09:00 | Bình (leader@xa-a) | có kết quả | số: 5; ngày ký: 13/11/2025; tệp: xn.pdf; xảy ra: 13/11/2025 16:00
    => trạng thái 9; trễ thực tế không; trễ trên hệ thống 600 phút
