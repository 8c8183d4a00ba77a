Chuyện: Trễ hẹn, xin lỗi và hẹn lại một lần; lần hai bị từ chối; hẹn lại không xoá trễ
Story: Late: one apology with a new appointment; the second is refused; the dossier still counts as late
Thủ tục: 9.000003

10/11/2025 09:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form
10/11/2025 09:30 | Lan (reception@xa-a) | chuyển |
14/11/2025 09:00 | Lan (reception@xa-a) | xin lỗi | phiếu: 4; lý do: chờ xác minh; hẹn lại: 16/11/2025 09:00; người ký: Bình
    => từ chối apology-date
14/11/2025 09:00 | Lan (reception@xa-a) | xin lỗi | phiếu: 4; hẹn lại: 20/11/2025 17:00
    => từ chối apology-incomplete
14/11/2025 09:00 | Lan (reception@xa-a) | xin lỗi | phiếu: 4; lý do: chờ xác minh; hẹn lại: 20/11/2025 17:00; người ký: Bình
    => mẫu 04; hẹn lại 20/11/2025 17:00; hạn 17/11/2025 09:00; hạn gốc 17/11/2025 09:00
19/11/2025 09:00 | Lan (reception@xa-a) | xin lỗi | phiếu: 5; lý do: vẫn chờ; hẹn lại: 25/11/2025 17:00; người ký: Bình
    => từ chối second-reappointment
19/11/2025 09:00 | Lan (reception@xa-a) | hết giờ |
    => trễ thực tế 960 phút; trễ trên hệ thống 960 phút
