Chuyện: Cấp giấy chứng nhận trong dự án: chờ nghĩa vụ tài chính không tính vào thời hạn
Story: Certificate in a housing project: the wait for the financial obligation is outside the clock
Thủ tục: TTHC-TINH-19

03/11/2025 08:00 | Lan (reception@trung-tam) | tiếp nhận | giấy tờ: form
    => hạn 13/11/2025 17:00; bước receive
03/11/2025 10:00 | Lan (reception@trung-tam) | chuyển |
04/11/2025 10:00 | Hùng (registry@van-phong-dat-dai) | chuyển |
04/11/2025 11:00 | Thu (section-head@van-phong-dat-dai) | chuyển |
05/11/2025 11:00 | Bình (leader@van-phong-dat-dai) | chuyển |
05/11/2025 15:00 | Hùng (registry@van-phong-dat-dai) | chuyển |
    => bước payment; đồng hồ dừng; trạng thái 4
05/11/2025 16:00 | Hùng (registry@van-phong-dat-dai) | xác nhận nộp tiền | biên lai: 1
    => từ chối status-forbids
05/11/2025 16:00 | Hùng (registry@van-phong-dat-dai) | yêu cầu nộp tiền | thông báo: TB-7; số tiền: 0
    => từ chối missing-notice
05/11/2025 16:00 | Hùng (registry@van-phong-dat-dai) | yêu cầu nộp tiền | thông báo: TB-7; số tiền: 12500000
    => trạng thái 6; đồng hồ dừng
# Nộp sau đúng 5 ngày làm việc: hạn lùi đúng 5 ngày, không bước nào bị tính thời gian chờ.
12/11/2025 15:00 | Lan (reception@trung-tam) | xác nhận nộp tiền | biên lai: BL-9
    => trạng thái 4; hạn 20/11/2025 17:00; hạn gốc 13/11/2025 17:00; bước proof; đồng hồ chạy; hạn bước proof 13/11/2025 09:00
13/11/2025 08:00 | Lan (reception@trung-tam) | chuyển |
14/11/2025 15:00 | Hùng (registry@van-phong-dat-dai) | chuyển |
17/11/2025 08:00 | Thu (section-head@van-phong-dat-dai) | chuyển |
17/11/2025 09:00 | Bình (leader@van-phong-dat-dai) | chuyển |
17/11/2025 10:00 | Hùng (registry@van-phong-dat-dai) | chuyển |
17/11/2025 10:30 | Hùng (registry@van-phong-dat-dai) | có kết quả | số: CN 1; ngày ký: 17/11/2025; tệp: cn.pdf
    => trạng thái 9; trễ thực tế không; trễ của van-phong-dat-dai 30 phút
17/11/2025 15:00 | Lan (reception@trung-tam) | trả kết quả | hình thức: trực tuyến; tham chiếu: DVC-1
    => trạng thái 10
