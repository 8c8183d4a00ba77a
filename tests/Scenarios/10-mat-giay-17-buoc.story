Chuyện: Cấp lại giấy chứng nhận bị mất: 17 bước, bốn cơ quan, chờ thuế
Story: A lost certificate: seventeen steps, four agencies, the tax office confirms the payment
Thủ tục: TTHC-TINH-15

03/11/2025 08:00 | Lan (reception@trung-tam) | tiếp nhận | giấy tờ: form
    => hạn 17/11/2025 17:00; bước s01; hạn bước s01 03/11/2025 14:00
03/11/2025 09:00 | Lan (reception@trung-tam) | chuyển |
03/11/2025 10:00 | Hùng (registry@van-phong-dat-dai) | chuyển |
03/11/2025 11:00 | Thu (section-head@van-phong-dat-dai) | chuyển |
    => bước s04; hạn bước s04 03/11/2025 17:00
03/11/2025 14:00 | Nam (officer@xa-a) | chuyển |
03/11/2025 15:00 | Thu (section-head@van-phong-dat-dai) | chuyển |
    => từ chối wrong-agency
03/11/2025 15:00 | Yến (section-head@xa-a) | chuyển |
03/11/2025 16:00 | Bình (leader@xa-a) | chuyển |
04/11/2025 08:00 | Nam (officer@xa-a) | chuyển |
04/11/2025 09:00 | Yến (section-head@xa-a) | chuyển |
04/11/2025 10:00 | Bình (leader@xa-a) | chuyển |
    => bước s10
05/11/2025 09:00 | Hùng (registry@van-phong-dat-dai) | chuyển |
05/11/2025 10:00 | Đức (leader@van-phong-dat-dai) | chuyển |
05/11/2025 11:00 | Hùng (registry@van-phong-dat-dai) | chuyển |
    => bước payment; đồng hồ dừng
05/11/2025 14:00 | Hùng (registry@van-phong-dat-dai) | yêu cầu nộp tiền | thông báo: TB; số tiền: 100000
    => từ chối wrong-role
05/11/2025 14:00 | Thuế (tax@thue) | yêu cầu nộp tiền | thông báo: TB; số tiền: 100000
    => trạng thái 6
10/11/2025 11:00 | Thuế (tax@thue) | xác nhận nộp tiền | biên lai: BL
    => trạng thái 4; bước s13; hạn 20/11/2025 17:00
10/11/2025 14:00 | Lan (reception@trung-tam) | chuyển |
11/11/2025 14:00 | Hùng (registry@van-phong-dat-dai) | chuyển |
11/11/2025 15:00 | Đức (leader@van-phong-dat-dai) | chuyển |
11/11/2025 16:00 | Hùng (registry@van-phong-dat-dai) | có kết quả | số: 1; ngày ký: 11/11/2025; tệp: gcn.pdf
    => trạng thái 9; bước return; trễ của xa-a 0 phút; trễ của van-phong-dat-dai 0 phút
