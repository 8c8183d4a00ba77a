Chuyện: Niêm yết kết luận của hội đồng 5 ngày làm việc rồi tự chuyển lên ký
Story: The posting of the council's conclusion is over by itself after five working days
Thủ tục: 2.001661

03/11/2025 09:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
03/11/2025 10:00 | Lan (reception@xa-a) | chuyển |
04/11/2025 10:00 | Hùng (officer@xa-a) | chuyển |
05/11/2025 10:00 | Hội đồng (council@xa-a) | chuyển | hành động: concluded
    => bước posting; hạn bước posting 12/11/2025 17:00; đồng hồ chạy
12/11/2025 16:59 | Bình (leader@xa-a) | có kết quả | số: 1; ngày ký: 12/11/2025; tệp: k.pdf
    => từ chối wrong-step; bước posting
13/11/2025 08:00 | Bình (leader@xa-a) | hết giờ |
    => bước sign; việc cuối wait-ended; hạn bước sign 13/11/2025 17:00
13/11/2025 09:00 | Bình (leader@xa-a) | có kết quả | số: 1; ngày ký: 13/11/2025; tệp: k.pdf
    => trạng thái 9; trễ của xa-a 0 phút
