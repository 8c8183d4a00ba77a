Chuyện: Nhận việc, phân công, chuyển giao; người khác không làm thay được
Story: Claimed, assigned, handed on; nobody else can do it
Thủ tục: 9.000003

10/11/2025 09:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
10/11/2025 09:10 | Lan (reception@xa-a) | nhận việc | bước: receive
    => trạng thái 2
10/11/2025 09:20 | Mai (reception@xa-a) | chuyển |
    => từ chối assigned-to-another
10/11/2025 09:20 | Lan (reception@xa-a) | phân công | bước: receive; cho: Mai
10/11/2025 09:20 | Lan (reception@xa-a) | phân công | bước: receive; cho: Mai
    => từ chối may-not-assign
10/11/2025 09:30 | Mai (reception@xa-a) | chuyển |
    => bước draft; trạng thái 4
10/11/2025 09:40 | Thu (section-head@xa-a) | phân công | bước: draft; cho: Nam
10/11/2025 10:00 | Nam (officer@xa-a) | chuyển |
    => bước check
