Chuyện: Trích lục nhận ở xã Đăk Dục ngày 30/6/2025, giải quyết tiếp ở xã Dục Nông sau sáp nhập
Story: An extract received the day before the merger is carried on by the commune that took over
Bộ quy tắc: rules
Thủ tục: 2.000635

30/06/2025 15:30 | Lan (one-stop-officer@xa-dak-duc) | tiếp nhận | giấy tờ: request, identity
    => trạng thái 2; hạn 01/07/2025 17:00
30/06/2025 15:50 | Lan (one-stop-officer@xa-dak-duc) | chuyển |
    => bước look-up
01/07/2025 08:00 | Thu (civil-status-officer@qn-xa-bo-y) | chuyển | hành động: found
    => từ chối wrong-agency
01/07/2025 08:00 | Hùng (civil-status-officer@qn-xa-duc-nong) | chuyển | hành động: found
    => bước sign
01/07/2025 09:00 | Bình (commune-leader@qn-xa-duc-nong) | chuyển |
01/07/2025 09:30 | Mai (clerk@qn-xa-duc-nong) | có kết quả | số: 1/TLHT; ngày ký: 01/07/2025; tệp: tl.pdf
    => trạng thái 9; trễ thực tế không; trễ của qn-xa-duc-nong 0 phút
01/07/2025 10:00 | Lan (one-stop-officer@qn-xa-duc-nong) | trả kết quả | người nhận: An
    => trạng thái 10
