Chuyện: Trích lục hộ tịch nộp trước 15 giờ, trả ngay trong ngày
Story: An extract filed before 15:00 is returned the same day
Thủ tục: 2.000635

10/11/2025 14:30 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
    => trạng thái 2; hạn 10/11/2025 17:00; bước receive
10/11/2025 14:40 | Lan (reception@xa-a) | chuyển |
    => trạng thái 4; bước look-up; đã dùng receive 10 phút
10/11/2025 15:30 | Hùng (civil-status@xa-a) | chuyển |
    => bước sign
10/11/2025 16:00 | Bình (leader@xa-a) | chuyển |
10/11/2025 16:30 | Mai (clerk@xa-a) | có kết quả | số: 12/TLHT; ngày ký: 10/11/2025; tệp: tl.pdf
    => trạng thái 9; bước return; trễ thực tế không
11/11/2025 09:00 | Lan (reception@xa-a) | trả kết quả | người nhận: Nguyễn Văn An
    => trạng thái 10; bước không; trễ thực tế không; trễ trên hệ thống không; trễ của xa-a 0 phút
