Chuyện: Ghi lùi thời điểm: không được ở tương lai, không quá 30 ngày, không trước việc đã ghi
Story: Saying when it happened: not in the future, not more than thirty days back, not before what is on record
Thủ tục: 1.004873

10/11/2025 16:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form; xảy ra: 10/11/2025 17:00
    => từ chối occurred-in-future
10/11/2025 16:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form; xảy ra: 10/10/2025 08:00
    => từ chối occurred-too-long-ago
10/11/2025 16:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form; xảy ra: 07/11/2025 09:00
    => trạng thái 2; hạn 12/11/2025 17:00
10/11/2025 16:30 | Lan (reception@xa-a) | chuyển | xảy ra: 07/11/2025 08:00
    => từ chối occurred-out-of-order
10/11/2025 16:30 | Lan (reception@xa-a) | chuyển | xảy ra: 07/11/2025 10:00
    => đã dùng receive 60 phút; trễ bước receive 0 phút
