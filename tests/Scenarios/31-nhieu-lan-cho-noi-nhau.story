Chuyện: Các lần chờ nối nhau: đồng hồ dừng suốt, sổ ghi từng lần
Story: One wait follows another: the clock stands still throughout, the ledger has a row for each
Thủ tục: 9.000002

03/11/2025 08:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
    => hạn 24/11/2025 17:00
03/11/2025 09:00 | Lan (reception@xa-a) | chuyển |
    => bước outside, pay, post, work; đồng hồ dừng
03/11/2025 10:00 | Nam (officer@xa-a) | chuyển | bước: work
    => bước outside, pay, post; đồng hồ dừng
03/11/2025 11:00 | Nam (officer@xa-a) | chuyển | bước: outside
    => bước second; đồng hồ dừng; số lần dừng 2; hạn bước second 04/11/2025 17:00
05/11/2025 08:00 | Nam (officer@xa-a) | hết giờ |
    => bước third; đồng hồ dừng; số lần dừng 3
05/11/2025 08:00 | Lan (reception@xa-a) | yêu cầu nộp tiền | thông báo: TB; số tiền: 1
    => trạng thái 6
06/11/2025 09:00 | Lan (reception@xa-a) | xác nhận nộp tiền | biên lai: BL
    => trạng thái 4; bước settle; đồng hồ chạy; hạn 27/11/2025 17:00
