Chuyện: Từ trong nhánh trả về bước trước ngã rẽ: các nhánh khác thôi, làm lại từ đầu
Story: Sent back from inside a branch to before the fork: the other branches end
Thủ tục: 1.010677

10/11/2025 08:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
10/11/2025 09:00 | Lan (reception@xa-a) | chuyển |
10/11/2025 10:00 | Thuế (tax@thue) | chuyển | bước: tax-check
10/11/2025 10:30 | Thuế (tax@thue) | trả lại | bước: tax-number; về: receive; lý do: hồ sơ nhầm người
    => bước receive
10/11/2025 10:40 | Hạnh (finance@xa-a) | chuyển | bước: both/finance
    => từ chối wrong-step
10/11/2025 10:50 | Lan (reception@xa-a) | chuyển |
    => bước both/finance, tax-check
