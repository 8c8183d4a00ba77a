Chuyện: Nhà ở trong khu vực di tích: giấy tờ và nơi lấy ý kiến theo dữ kiện
Story: House in a heritage zone: papers and consultations by condition
Bộ quy tắc: rules
Thủ tục: 1.009994

06/07/2026 08:00 | Lan (one-stop-officer@qn-xa-dak-to) | tiếp nhận | giấy tờ: application, drawings, land bản sao; dữ kiện: InHeritageZone=true
    => từ chối missing-paper
06/07/2026 08:00 | Lan (one-stop-officer@qn-xa-dak-to) | tiếp nhận | giấy tờ: application, drawings, land bản sao, heritage bản sao; dữ kiện: InHeritageZone=true
    => trạng thái 2
06/07/2026 09:00 | Lan (one-stop-officer@qn-xa-dak-to) | chuyển |
06/07/2026 10:00 | Hùng (construction-officer@qn-xa-dak-to) | chuyển | hành động: field-check; dữ kiện: NeedsFieldCheck=false
    => từ chối condition-not-met
06/07/2026 10:00 | Hùng (construction-officer@qn-xa-dak-to) | chuyển | hành động: field-check; dữ kiện: NeedsFieldCheck=true
    => bước inspect
06/07/2026 16:00 | Hùng (construction-officer@qn-xa-dak-to) | chuyển |
# Sửa dữ kiện: hóa ra không trong khu vực di tích, dữ liệu đã đủ: không nơi nào phải hỏi, kết luận luôn.
07/07/2026 09:00 | Hùng (construction-officer@qn-xa-dak-to) | chuyển | hành động: consult; dữ kiện: InHeritageZone=false, FireDataIncomplete=false
    => từ chối condition-undetermined
07/07/2026 09:00 | Hùng (construction-officer@qn-xa-dak-to) | chuyển | hành động: consult; dữ kiện: InHeritageZone=false, FireDataIncomplete=false, StructureDataIncomplete=false
    => bước conclude; dữ kiện FireDataIncomplete=false, InHeritageZone=false, NeedsFieldCheck=true, StructureDataIncomplete=false
