Chuyện: Xác định mức độ khuyết tật: hội đồng, giám định ngoài, niêm yết 5 ngày làm việc
Story: Disability level: council, medical assessment outside, public posting that ends by itself
Thủ tục: 2.001661

# 20 ngày (không phải ngày làm việc) từ thứ hai 03/11 là chủ nhật 23/11: lùi sang thứ hai. Ngày 24/11/2026 mới là ngày nghỉ.
03/11/2025 09:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
    => hạn 24/11/2025 17:00
03/11/2025 10:00 | Lan (reception@xa-a) | chuyển |
04/11/2025 10:00 | Hùng (officer@xa-a) | chuyển |
    => bước council
05/11/2025 10:00 | Hội đồng (council@xa-a) | chuyển | hành động: medical
    => bước medical; đồng hồ chạy; hạn 24/11/2025 17:00
06/11/2025 10:00 | Hội đồng (council@xa-a) | chuyển |
    => bước council
07/11/2025 09:00 | Hội đồng (council@xa-a) | chuyển | hành động: medical
    => bước medical
10/11/2025 09:00 | Hội đồng (council@xa-a) | chuyển |
    => từ chối loop-bound; bước medical
