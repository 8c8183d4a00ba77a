Chuyện: Quá hạn chưa xin lỗi; lập phiếu thì phát hiện ấy được xóa, việc quá hạn vẫn còn
Story: Overdue without an apology; the slip clears that finding, the lateness stays
Bộ quy tắc: rules
Thủ tục: 1.004873

02/03/2026 08:00 | Lan (one-stop-officer@qn-xa-dak-to) | tiếp nhận | giấy tờ: request
    => hạn 05/03/2026 17:00; phát hiện không
02/03/2026 09:00 | Lan (one-stop-officer@qn-xa-dak-to) | chuyển |
    => phát hiện không
# Cán bộ hộ tịch để quên: bước có 1,5 ngày làm việc, hồ sơ có 3 ngày.
03/03/2026 16:00 | Lan (one-stop-officer@qn-xa-dak-to) | hết giờ |
    => phát hiện V37
06/03/2026 08:00 | Lan (one-stop-officer@qn-xa-dak-to) | hết giờ |
    => phát hiện N02, V01, V03, V37, V39; nghĩa vụ apology-slip chưa
06/03/2026 09:00 | Lan (one-stop-officer@qn-xa-dak-to) | xin lỗi | phiếu: 04/PXL; lý do: cán bộ nghỉ ốm; hẹn lại: 10/03/2026 17:00; người ký: Bình
    => phát hiện N02, V03, V30, V37, V39; nghĩa vụ apology-slip xong; hạn gốc 05/03/2026 17:00
# Lỡ cả ngày hẹn lại.
11/03/2026 08:00 | Lan (one-stop-officer@qn-xa-dak-to) | hết giờ |
    => phát hiện N02, N03, V03, V30, V33, V37, V39
11/03/2026 08:30 | Hùng (civil-status-officer@qn-xa-dak-to) | chuyển | hành động: sufficient; dữ kiện: LivedElsewhere=false
11/03/2026 09:00 | Bình (chairman@qn-xa-dak-to) | chuyển |
11/03/2026 09:30 | Mai (clerk@qn-xa-dak-to) | có kết quả | số: 5/XN; ngày ký: 11/03/2026; tệp: xn.pdf
    => trạng thái 9; phát hiện V02, V30, V33, V37
11/03/2026 10:00 | Lan (one-stop-officer@qn-xa-dak-to) | trả kết quả | người nhận: Nguyễn Văn An
    => trạng thái 10; phát hiện V02, V30, V33, V37; đã phát hiện N01, N02, N03, V01, V02, V03, V30, V33, V37, V39
