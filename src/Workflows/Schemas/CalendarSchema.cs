using Tthc.Text.Schemas;
using static Tthc.Text.Schemas.FieldShape;
using static Tthc.Workflows.Schemas.RuleShapes;

namespace Tthc.Workflows.Schemas;

/// <summary>The shape of a calendar file, as the calendar reader takes it.</summary>
internal static class CalendarSchema
{
    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The document.</summary>
    public static SchemaDocument Document { get; } = new SchemaDocument(new("Lịch làm việc", "Working calendar"), new ObjectShape(
    [
        Must("id", new TextShape { Pattern = KeyPattern }, "Tên lịch", "Id"),
        Must("name", Ref("text"), "Tên cho người đọc", "Name"),
        May("extends", TextShape.NonBlank, "Lịch được kế thừa", "Calendar it extends"),
        May("utcOffset", new TextShape { Pattern = @"^[+-]\d\d:\d\d$", Examples = ["+07:00"] }, "Giờ địa phương trừ UTC", "Local time minus UTC"),
        May("workingDayMinutes", new NumberShape { Whole = true, Minimum = 1, Maximum = 1440 }, "Số phút của một ngày làm việc", "Minutes of a working day"),
        May("dayNames", new MapShape(Ref("text")), "Tên các ngày", "Names of days"),
        May("hours", new ArrayShape(Hours), "Giờ làm việc theo thời gian", "Office hours by period"),
        May("years", new MapShape(Year) { NamePattern = @"^2\d{3}$" }, "Ngày nghỉ, ngày làm bù theo năm", "Holidays and worked days by year"),
    ])).Define("text", ForPeople).Define("spans", new ArrayShape(new TextShape { Pattern = @"^\d\d:\d\d-\d\d:\d\d$", Examples = ["07:00-11:00"] }));

    private static ObjectShape Hours => new(
    [
        Must("from", TextShape.Date, "Ngày đầu", "First day"),
        May("to", TextShape.Date, "Ngày cuối", "Last day"),
        Must("source", TextShape.NonBlank, "Căn cứ", "Source"),
        Must("confirmed", new BooleanShape(), "Đã xác nhận chưa", "Whether confirmed"),
        May("weekdays", Ref("spans"), "Giờ của thứ hai đến thứ sáu", "Hours from Monday to Friday"),
        .. Weekdays.Select(day => May(day, Ref("spans"), $"Giờ riêng ({day})", $"Hours of {day}")),
        May("makeUp", Ref("spans"), "Giờ của ngày làm bù", "Hours of a worked rest day"),
    ]);

    private static ObjectShape Year => new(
    [
        Must("source", TextShape.NonBlank, "Căn cứ", "Source"),
        Must("confirmed", new BooleanShape(), "Đã xác nhận chưa", "Whether confirmed"),
        May("days", new ArrayShape(Day), "Các ngày", "Days"),
    ]);

    private static ObjectShape Day => new(
    [
        May("date", TextShape.Date, "Một ngày", "One day"),
        May("from", TextShape.Date, "Từ ngày", "From"),
        May("to", TextShape.Date, "Đến ngày", "To"),
        Must("kind", new TextShape { Words = ["holiday", "compensatory", "swap-off", "swap-work"] }, "Loại ngày", "Kind of day"),
        Must("name", TextShape.NonBlank, "Khóa trong dayNames", "Key of dayNames"),
        May("source", TextShape.NonBlank, "Căn cứ riêng", "Its own source"),
        May("confirmed", new BooleanShape(), "Xác nhận riêng", "Its own confirmation"),
    ]);
}
