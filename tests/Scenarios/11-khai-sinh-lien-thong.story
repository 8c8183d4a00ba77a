Chuyện: Liên thông khai sinh – cư trú – bảo hiểm y tế: hai hồ sơ con ở hai ngành dọc
Story: Linked birth registration: two child dossiers at the police and the social insurance, each with its own clock
Thủ tục: 3.000722

# Nộp sau 15 giờ: tính từ ngày làm việc kế tiếp.
10/11/2025 15:30 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
    => hạn 14/11/2025 17:00
10/11/2025 16:00 | Lan (reception@xa-a) | chuyển |
11/11/2025 10:00 | Hùng (civil-status@xa-a) | chuyển |
    => bước linked/insurance, linked/residence; hồ sơ con 1.001939 2, 1.004222 2
11/11/2025 10:30 | Quân (reception@cong-an) | chuyển | hồ sơ: 1.004222
    => trạng thái 4; hạn 13/11/2025 17:30
12/11/2025 10:00 | Quân (officer@cong-an) | có kết quả | hồ sơ: 1.004222; số: CT01; ngày ký: 12/11/2025; tệp: ct.pdf
    => trạng thái 9
12/11/2025 10:01 | Hùng (civil-status@xa-a) | hết giờ |
    => bước linked/insurance; hồ sơ con 1.001939 2, 1.004222 9; việc cuối child-ended
12/11/2025 11:00 | Vân (reception@bao-hiem) | chuyển | hồ sơ: 1.001939
13/11/2025 09:00 | Vân (officer@bao-hiem) | có kết quả | hồ sơ: 1.001939; số: BH; ngày ký: 13/11/2025; tệp: bh.pdf
13/11/2025 09:30 | Hùng (civil-status@xa-a) | có kết quả | số: KS; ngày ký: 13/11/2025; tệp: ks.pdf
    => trạng thái 9; hồ sơ con 1.001939 9, 1.004222 9; trễ thực tế không
