Chuyện: Giấy chứng nhận trong dự án theo tệp thủ tục thật: tiền nộp sau một tuần
Story: The project certificate under the shipped file: paid after a week
Bộ quy tắc: rules
Thủ tục: TTHC-TINH-19

03/11/2025 08:00 | Lan (one-stop-officer@qn-trung-tam) | tiếp nhận | giấy tờ: registration, contract bản sao
    => từ chối missing-paper
03/11/2025 08:00 | Lan (one-stop-officer@qn-trung-tam) | tiếp nhận | giấy tờ: registration, contract bản sao, handover bản sao
    => hạn 13/11/2025 17:00; bước receive; hạn bước receive 03/11/2025 13:30
03/11/2025 10:00 | Lan (one-stop-officer@qn-trung-tam) | chuyển |
04/11/2025 10:00 | Hùng (land-registry-officer@qn-dang-ky-dat-dai) | chuyển | hành động: submit
04/11/2025 11:00 | Thu (land-registry-section-head@qn-dang-ky-dat-dai) | chuyển |
05/11/2025 10:00 | Bình (land-registry-director@qn-dang-ky-dat-dai) | chuyển |
05/11/2025 15:00 | Hùng (land-registry-officer@qn-dang-ky-dat-dai) | chuyển |
    => bước payment; đồng hồ dừng
05/11/2025 16:00 | Hùng (land-registry-officer@qn-dang-ky-dat-dai) | yêu cầu nộp tiền | thông báo: TB-1; số tiền: 12500000
    => trạng thái 6
12/11/2025 15:00 | Lan (one-stop-officer@qn-trung-tam) | xác nhận nộp tiền | biên lai: BL-1
    => trạng thái 4; bước proof; hạn 20/11/2025 17:00; hạn gốc 13/11/2025 17:00
13/11/2025 08:00 | Lan (one-stop-officer@qn-trung-tam) | chuyển |
14/11/2025 15:00 | Hùng (land-registry-officer@qn-dang-ky-dat-dai) | chuyển |
17/11/2025 08:00 | Thu (land-registry-section-head@qn-dang-ky-dat-dai) | chuyển |
17/11/2025 09:00 | Bình (land-registry-director@qn-dang-ky-dat-dai) | chuyển |
17/11/2025 10:00 | Hùng (land-registry-officer@qn-dang-ky-dat-dai) | có kết quả | số: CN 1; ngày ký: 17/11/2025; tệp: cn.pdf
    => trạng thái 9; bước return; trễ thực tế không; trễ của qn-dang-ky-dat-dai 0 phút; trễ của qn-trung-tam 0 phút
