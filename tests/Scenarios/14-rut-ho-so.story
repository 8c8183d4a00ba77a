Chuyện: Công dân rút hồ sơ khi đã quá hạn: hết tính trễ từ lúc rút
Story: Withdrawn when already late: lateness ends with the withdrawal
Thủ tục: 9.000003

# Hạn giữ giờ tiếp nhận.
10/11/2025 09:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
    => hạn 17/11/2025 09:00
18/11/2025 09:00 | Lan (reception@xa-a) | rút hồ sơ |
    => từ chối missing-reason
18/11/2025 09:00 | Lan (reception@xa-a) | rút hồ sơ | lý do: đi xa
    => trạng thái 7; bước không; trễ thực tế 480 phút
30/11/2025 09:00 | Lan (reception@xa-a) | hết giờ |
    => trễ thực tế 480 phút; việc cuối withdrawn
