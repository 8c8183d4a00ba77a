Chuyện: Liên thông khai sinh, không biết trước phải xác minh: hẹn 3 ngày, phát hiện sau thì kéo dài bằng hành động
Story: Linked birth registration, verification found out later: three days, lengthened by the action only
Bộ quy tắc: rules
Thủ tục: 3.000722

# Dữ kiện chưa có: thời hạn ngắn, không đoán.
06/10/2025 08:00 | Lan (one-stop-officer@qn-xa-dak-to) | tiếp nhận | giấy tờ: form, birth-notice
    => hạn 09/10/2025 17:00; điều kiện case.NeedsVerification ?? false sai
06/10/2025 09:00 | Lan (one-stop-officer@qn-xa-dak-to) | chuyển |
06/10/2025 13:30 | Hùng (civil-status-officer@qn-xa-dak-to) | chuyển | hành động: submit
06/10/2025 14:30 | Bình (commune-leader@qn-xa-dak-to) | chuyển | hành động: verify; ý kiến: mới thấy cần xác minh
    => hạn 13/10/2025 17:00; hạn gốc 09/10/2025 17:00
06/10/2025 14:31 | Bình (commune-leader@qn-xa-dak-to) | hết giờ | hồ sơ: LT-3000722-CUTRU
    => dữ kiện không; hạn 08/10/2025 17:00
