Chuyện: Đã có kết quả nhưng sai: mở lại có lý do và người duyệt, thời gian tính tiếp
Story: A settled dossier is reopened with reason and approver; the clock goes on as if it had not ended
Thủ tục: 2.000635

10/11/2025 08:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
10/11/2025 08:10 | Lan (reception@xa-a) | chuyển |
10/11/2025 08:20 | Hùng (civil-status@xa-a) | chuyển |
10/11/2025 08:30 | Bình (leader@xa-a) | chuyển |
10/11/2025 09:00 | Mai (clerk@xa-a) | có kết quả | số: 12; ngày ký: 10/11/2025; tệp: tl.pdf
10/11/2025 10:00 | Lan (reception@xa-a) | mở lại | lý do: sai tên đệm; về: look-up
    => từ chối missing-approver
10/11/2025 10:00 | Lan (reception@xa-a) | mở lại | lý do: sai tên đệm; người duyệt: Bình; về: return
    => từ chối unknown-step
10/11/2025 10:00 | Lan (reception@xa-a) | mở lại | lý do: sai tên đệm; người duyệt: Bình; về: look-up
    => trạng thái 4; bước look-up; hạn 10/11/2025 17:00
11/11/2025 08:00 | Hùng (civil-status@xa-a) | chuyển |
11/11/2025 08:10 | Bình (leader@xa-a) | chuyển |
11/11/2025 09:00 | Mai (clerk@xa-a) | có kết quả | số: 13; ngày ký: 11/11/2025; tệp: tl2.pdf
    => trạng thái 9; trễ thực tế 120 phút; trễ trên hệ thống 120 phút
