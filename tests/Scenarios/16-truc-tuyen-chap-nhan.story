Chuyện: Nộp trực tuyến ngoài giờ, chấp nhận hôm sau: thời hạn chỉ chạy từ lúc chấp nhận
Story: Filed online after hours, accepted the next day: the limit runs from the acceptance
Thủ tục: 1.004873

# 8 giờ làm việc để tiếp nhận, nộp lúc 20 giờ thì tính từ sáng hôm sau.
10/11/2025 20:00 | Cổng (online-portal@xa-a) | nộp trực tuyến | nơi nhận: xa-a; giấy tờ: form
    => trạng thái 1; hạn không; hạn tiếp nhận 11/11/2025 17:00; bước không
11/11/2025 09:00 | Lan (reception@xa-b) | chấp nhận |
    => từ chối wrong-agency
11/11/2025 09:00 | Lan (reception@xa-a) | chấp nhận |
    => trạng thái 2; hạn 14/11/2025 17:00; bước receive
11/11/2025 10:00 | Lan (reception@xa-a) | chấp nhận |
    => từ chối status-forbids
