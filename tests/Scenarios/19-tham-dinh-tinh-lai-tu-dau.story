Chuyện: Thẩm định: bổ sung thì tính lại từ đầu, tạm dừng thì tính tiếp
Story: Appraisal: a supplement restarts the clock in full, a suspension only pauses it
Thủ tục: 1.013239

03/11/2025 08:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
    => hạn 01/12/2025 17:00
03/11/2025 09:00 | Lan (reception@xa-a) | chuyển |
05/11/2025 08:00 | Hùng (construction@xa-a) | yêu cầu bổ sung | giấy tờ: drawings; lý do: thiếu; phiếu: 1
10/11/2025 08:00 | Lan (reception@xa-a) | nhận bổ sung | giấy tờ: drawings bản sao
    => hạn 08/12/2025 17:00; hạn gốc 01/12/2025 17:00
11/11/2025 08:00 | Hùng (construction@xa-a) | tạm dừng |
    => từ chối missing-ground
11/11/2025 08:00 | Hùng (construction@xa-a) | tạm dừng | căn cứ: khoản 4 Điều 36
    => trạng thái 4; đồng hồ dừng; hạn bổ sung 09/12/2025 17:00
12/11/2025 08:00 | Hùng (construction@xa-a) | chuyển |
    => từ chối clock-paused
13/11/2025 08:00 | Hùng (construction@xa-a) | tiếp tục |
    => đồng hồ chạy; hạn 10/12/2025 17:00
13/11/2025 08:00 | Hùng (construction@xa-a) | tiếp tục |
    => từ chối not-suspended
14/11/2025 08:00 | Hùng (construction@xa-a) | tạm dừng | căn cứ: khoản 4 Điều 36
    => từ chối second-suspension
