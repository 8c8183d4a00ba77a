Chuyện: Xác nhận tình trạng hôn nhân, phải hỏi xã nơi ở cũ; xã kia trả lời chậm
Story: Marital status with a query to another commune, which answers late
Thủ tục: 1.004873

10/11/2025 08:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
    => hạn 13/11/2025 17:00
10/11/2025 09:00 | Lan (reception@xa-a) | chuyển |
    => bước check
10/11/2025 10:00 | Hùng (civil-status@xa-a) | chuyển | hành động: query
    => từ chối missing-note
10/11/2025 10:00 | Hùng (civil-status@xa-a) | chuyển | hành động: query; ý kiến: từng ở xã B
    => từ chối branch-choice
# Xác minh kéo dài thời hạn thêm 3 ngày làm việc; xã được hỏi có 3 ngày.
10/11/2025 10:00 | Hùng (civil-status@xa-a) | chuyển | hành động: query; ý kiến: từng ở xã B; hỏi: commune@xa-b
    => hạn 18/11/2025 17:00; hạn gốc 13/11/2025 17:00; bước queries/commune; hạn bước queries/commune 13/11/2025 10:00
14/11/2025 10:00 | Hùng (civil-status@xa-a) | chuyển | bước: queries/commune
    => từ chối wrong-agency
14/11/2025 10:00 | Thu (civil-status@xa-b) | chuyển | bước: queries/commune
    => bước sign; trễ của xa-b 480 phút; trễ của xa-a 0 phút
17/11/2025 10:00 | Bình (leader@xa-a) | có kết quả | số: 5; ngày ký: 17/11/2025; tệp: xn.pdf
    => trạng thái 9; trễ thực tế không
17/11/2025 10:30 | Lan (reception@xa-a) | trả kết quả | hình thức: bưu chính
    => từ chối handover-incomplete
17/11/2025 10:30 | Lan (reception@xa-a) | trả kết quả | hình thức: bưu chính; tham chiếu: BCCI-1
    => trạng thái 10
