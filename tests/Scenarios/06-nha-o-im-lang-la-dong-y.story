Chuyện: Cấp phép xây dựng: hai cơ quan được hỏi, một trả lời, một im lặng coi như đồng ý
Story: House permit: two agencies are consulted, one answers, the other's silence is consent
Thủ tục: 1.013225

10/11/2025 08:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form, drawings bản sao, land-paper chứng thực
    => từ chối missing-paper
10/11/2025 08:00 | Lan (reception@xa-a) | tiếp nhận | giấy tờ: form, drawings x2 bản sao, land-paper chứng thực
    => hạn 19/11/2025 17:00
10/11/2025 08:30 | Lan (reception@xa-a) | chuyển |
11/11/2025 08:00 | Hùng (construction@xa-a) | chuyển | hành động: consult; hỏi: culture, fire
    => bước opinions/culture, opinions/fire; hạn bước opinions/culture 13/11/2025 08:00; hạn bước opinions/fire 13/11/2025 08:00
12/11/2025 10:00 | Thu (officer@so-van-hoa) | chuyển | bước: opinions/culture
    => bước opinions/fire
# Công an không trả lời: hết 2 ngày làm việc theo lịch của công an thì coi như đồng ý, không ai bị tính trễ.
13/11/2025 08:30 | Hùng (construction@xa-a) | hết giờ |
    => bước conclude; việc cuối tacitly-consented; trễ của cong-an 0 phút; hạn bước conclude 14/11/2025 08:00
14/11/2025 10:00 | Quân (officer@cong-an) | chuyển | bước: opinions/fire
    => từ chối wrong-step
14/11/2025 10:30 | Hùng (construction@xa-a) | trả lại | về: examine; lý do: thiếu biên bản
    => bước examine; đã dùng conclude 630 phút; trễ bước conclude 150 phút
14/11/2025 11:00 | Hùng (construction@xa-a) | chuyển | hành động: fit
    => bước sign
17/11/2025 09:00 | Bình (leader@xa-a) | có kết quả | số: 3/GP; ngày ký: 17/11/2025; tệp: gp.pdf
    => trạng thái 9; trễ thực tế không
