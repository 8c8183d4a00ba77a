Chuyện: Trường hợp có thời hạn riêng, hẹn theo cam kết rút ngắn của tỉnh
Story: A case with its own limit; the appointment follows the province's shorter promise
Thủ tục: 9.000004

10/11/2025 09:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form; trường hợp: khac
    => từ chối unknown-case
10/11/2025 09:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form; trường hợp: renew
    => từ chối missing-paper
10/11/2025 09:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form, permit bản sao
    => từ chối unknown-paper
10/11/2025 09:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form, permit bản sao; trường hợp: renew
    => trạng thái 2; hạn 14/11/2025 17:00
