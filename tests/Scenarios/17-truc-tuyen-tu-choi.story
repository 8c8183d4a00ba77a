Chuyện: Nộp trực tuyến sai thẩm quyền: từ chối bằng mẫu 03
Story: An online filing is declined with form 03
Thủ tục: 1.004873

10/11/2025 08:00 | Cổng (online-portal@xa-a) | nộp trực tuyến | nơi nhận: xa-a; giấy tờ: form
11/11/2025 09:00 | Lan (reception@xa-a) | hết giờ |
    => việc cuối deadline-passed; trạng thái 1
11/11/2025 09:00 | Lan (reception@xa-a) | từ chối tiếp nhận | lý do: cư trú nơi khác
    => từ chối missing-slip
11/11/2025 09:00 | Lan (reception@xa-a) | từ chối tiếp nhận | lý do: cư trú nơi khác; phiếu: 3
    => trạng thái 3; mẫu 03; hạn không; trễ thực tế không
11/11/2025 10:00 | Lan (reception@xa-a) | chấp nhận |
    => từ chối status-forbids
