Chuyện: Tạm dừng quá 20 ngày làm việc không khắc phục thì dừng hẳn
Story: A suspension not answered in twenty working days stops the dossier
Thủ tục: 1.013239

03/11/2025 08:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
03/11/2025 09:00 | Lan (reception@xa-a) | tạm dừng | căn cứ: khoản 4 Điều 36
    => trạng thái 2; đồng hồ dừng; hạn bổ sung 01/12/2025 17:00
02/12/2025 08:00 | Lan (reception@xa-a) | hết giờ |
    => trạng thái 8; bước không; trễ thực tế không; mẫu 05
