Chuyện: Trích lục nộp sau 15 giờ, hẹn ngày làm việc kế tiếp
Story: An extract filed after 15:00 is due on the next working day
Thủ tục: 2.000635

# Thứ sáu: ngày làm việc kế tiếp là thứ hai.
14/11/2025 15:20 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
    => hạn 17/11/2025 17:00; hạn gốc 17/11/2025 17:00
17/11/2025 17:30 | Lan (reception@xa-a) | hết giờ |
    => trễ thực tế không
18/11/2025 08:00 | Lan (reception@xa-a) | hết giờ |
    => trạng thái 2; trễ thực tế 60 phút; việc cuối deadline-passed
