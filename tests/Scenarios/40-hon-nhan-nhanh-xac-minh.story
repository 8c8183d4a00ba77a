Chuyện: Xác nhận tình trạng hôn nhân theo quy tắc thật: dữ kiện quyết định có phải hỏi nơi ở cũ không
Story: Marital status under the shipped rules: facts decide whether the former commune is asked
Bộ quy tắc: rules
Thủ tục: 1.004873

# Tiếp nhận chưa biết hết dữ kiện thì vẫn nhận; khi kiểm tra phải ghi đủ mới chuyển được.
06/10/2025 08:00 | Lan (one-stop-officer@qn-xa-dak-to) | tiếp nhận | giấy tờ: request; dữ kiện: LivedElsewhere=có
    => từ chối fact-value
06/10/2025 08:00 | Lan (one-stop-officer@qn-xa-dak-to) | tiếp nhận | giấy tờ: request; dữ kiện: LivedElsewhere=true
    => hạn 09/10/2025 17:00; dữ kiện LivedElsewhere=true; điều kiện không
06/10/2025 09:00 | Lan (one-stop-officer@qn-xa-dak-to) | chuyển |
06/10/2025 14:00 | Hùng (civil-status-officer@qn-xa-dak-to) | chuyển | hành động: sufficient
    => từ chối condition-undetermined
06/10/2025 14:00 | Hùng (civil-status-officer@qn-xa-dak-to) | chuyển | hành động: sufficient; dữ kiện: ProvedElsewhere=false
    => từ chối condition-not-met
# Từ chối thì không ghi gì, kể cả dữ kiện.
06/10/2025 14:00 | Hùng (civil-status-officer@qn-xa-dak-to) | hết giờ |
    => dữ kiện LivedElsewhere=true; bước check
06/10/2025 14:00 | Hùng (civil-status-officer@qn-xa-dak-to) | chuyển | hành động: query; ý kiến: từng ở xã khác; hỏi: former-commune@qn-xa-bo-y; dữ kiện: ProvedElsewhere=false
    => bước query/former-commune; hạn 14/10/2025 17:00; hạn gốc 09/10/2025 17:00; điều kiện case.LivedElsewhere and not case.ProvedElsewhere đúng
