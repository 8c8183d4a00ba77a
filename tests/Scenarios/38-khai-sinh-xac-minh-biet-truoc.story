Chuyện: Liên thông khai sinh, biết phải xác minh ngay khi tiếp nhận: hẹn 5 ngày, hồ sơ con thừa hưởng dữ kiện
Story: Linked birth registration, verification known at receipt: five days, and the child dossier inherits the fact
Bộ quy tắc: rules
Thủ tục: 3.000722

06/10/2025 08:00 | Lan (one-stop-officer@qn-xa-dak-to) | tiếp nhận | giấy tờ: form, birth-notice; dữ kiện: NeedsVerification=true
    => hạn 13/10/2025 17:00; điều kiện case.NeedsVerification ?? false đúng
06/10/2025 09:00 | Lan (one-stop-officer@qn-xa-dak-to) | chuyển | dữ kiện: NeedsVerification=false
    => từ chối fact-fixed
06/10/2025 09:00 | Lan (one-stop-officer@qn-xa-dak-to) | chuyển |
06/10/2025 13:30 | Hùng (civil-status-officer@qn-xa-dak-to) | chuyển | hành động: submit
06/10/2025 14:30 | Bình (commune-leader@qn-xa-dak-to) | chuyển | hành động: verify; ý kiến: mới thấy cần xác minh
    => từ chối condition-not-met
06/10/2025 14:30 | Bình (commune-leader@qn-xa-dak-to) | chuyển | hành động: send
    => hồ sơ con LT-3000722-BHYT 2, LT-3000722-CUTRU 2; hạn 13/10/2025 17:00
06/10/2025 14:31 | Bình (commune-leader@qn-xa-dak-to) | hết giờ | hồ sơ: LT-3000722-CUTRU
    => dữ kiện NeedsVerification=true; hạn 10/10/2025 17:00; điều kiện case.NeedsVerification ?? false đúng
