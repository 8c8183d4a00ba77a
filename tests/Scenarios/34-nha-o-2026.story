Chuyện: Giấy phép nhà ở theo quy định từ 01/7/2026: ba cơ quan được hỏi, một im lặng
Story: House permit under the rules of 1 July 2026: consultation with tacit consent
Bộ quy tắc: rules
Thủ tục: 1.009994

06/07/2026 08:00 | Lan (one-stop-officer@qn-xa-dak-to) | tiếp nhận | giấy tờ: application, drawings, land bản sao
    => trạng thái 2; hạn 15/07/2026 17:00
06/07/2026 09:00 | Lan (one-stop-officer@qn-xa-dak-to) | chuyển |
07/07/2026 09:00 | Hùng (construction-officer@qn-xa-dak-to) | chuyển | hành động: consult; dữ kiện: FireDataIncomplete=true, StructureDataIncomplete=true, InHeritageZone=false
    => bước opinions/construction, opinions/fire; hạn bước opinions/fire 09/07/2026 09:00
08/07/2026 10:00 | Nga (construction-officer@qn-so-xay-dung) | chuyển | bước: opinions/construction
    => bước opinions/fire
09/07/2026 09:30 | Hùng (construction-officer@qn-xa-dak-to) | hết giờ |
    => bước conclude; việc cuối tacitly-consented; trễ của qn-canh-sat-pccc 0 phút
09/07/2026 10:00 | Hùng (construction-officer@qn-xa-dak-to) | chuyển | hành động: sufficient
10/07/2026 10:00 | Bình (chairman@qn-xa-dak-to) | chuyển |
10/07/2026 11:00 | Mai (clerk@qn-xa-dak-to) | có kết quả | số: 1/GPXD; ngày ký: 10/07/2026; tệp: gp.pdf
    => trạng thái 9; trễ thực tế không; trễ của qn-xa-dak-to 0 phút
