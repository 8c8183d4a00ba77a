Chuyện: Trả lại nhiều lần: mỗi lần đều trong cùng một thời gian của bước; quá số lần thì không được
Story: Sent back again and again: all visits share one limit, and the loop has a bound
Thủ tục: 9.000003

10/11/2025 08:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
10/11/2025 09:00 | Lan (reception@xa-a) | chuyển |
    => bước draft; hạn bước draft 11/11/2025 09:00
10/11/2025 11:00 | Nam (officer@xa-a) | chuyển |
10/11/2025 13:00 | Thu (section-head@xa-a) | trả lại | về: receive; lý do: x
    => từ chối send-back-forbidden
10/11/2025 13:00 | Thu (section-head@xa-a) | trả lại | về: draft
    => từ chối missing-reason
10/11/2025 13:00 | Thu (section-head@xa-a) | trả lại | về: draft; lý do: sai căn cứ
    => bước draft; hạn bước draft 11/11/2025 09:00
11/11/2025 11:00 | Nam (officer@xa-a) | chuyển |
    => trễ bước draft 120 phút; đã dùng draft 600 phút
11/11/2025 11:00 | Thu (section-head@xa-a) | chuyển | hành động: again
11/11/2025 14:00 | Nam (officer@xa-a) | chuyển |
    => trễ bước draft 180 phút; trễ của xa-a 180 phút
11/11/2025 14:30 | Thu (section-head@xa-a) | chuyển | hành động: again
    => từ chối loop-bound; bước check
