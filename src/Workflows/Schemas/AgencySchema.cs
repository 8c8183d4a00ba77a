using Tthc.Text.Schemas;
using static Tthc.Text.Schemas.FieldShape;
using static Tthc.Workflows.Schemas.RuleShapes;

namespace Tthc.Workflows.Schemas;

/// <summary>The shape of an agency file, as the agency reader takes it.</summary>
internal static class AgencySchema
{
    /// <summary>The document.</summary>
    public static SchemaDocument Document { get; } = new SchemaDocument(new("Cơ quan", "Agencies"), new ObjectShape(
    [
        May("name", Ref("text"), "Tên tệp cho người đọc", "Title"),
        May("kinds", Keyed(Ref("text")), "Loại cơ quan", "Kinds of agency"),
        May("roles", new MapShape(Role), "Vai trò", "Roles"),
        May("unitSets", Keyed(Ref("units")), "Các bộ phòng ban dùng chung", "Shared sets of units"),
        May("agencies", Keyed(Ref("agency")), "Các cơ quan", "Agencies"),
    ])).Define("text", ForPeople).Define("units", Keyed(Unit)).Define("agency", Agency);

    private static ObjectShape Role => new(
    [
        Must("name", Ref("text"), "Tên vai trò", "Name"),
        May("assigns", Names, "Được giao việc của các vai trò", "Roles whose work a holder may assign"),
    ]);

    private static ObjectShape Unit => new(
    [
        Must("name", Ref("text"), "Tên đơn vị", "Name"),
        May("roles", Names, "Vai trò trong đơn vị", "Roles held there"),
    ]);

    private static ObjectShape Agency => new(
    [
        Must("id", TextShape.NonBlank, "Mã định danh", "Identifier"),
        May("confirmed", new BooleanShape(), "Mã đã xác nhận chưa", "Whether the identifier is confirmed"),
        Must("name", Ref("text"), "Tên cơ quan", "Name"),
        Must("kind", TextShape.NonBlank, "Loại", "Kind"),
        May("parent", TextShape.NonBlank, "Cấp trên", "Agency above"),
        May("serves", Names, "Phục vụ địa bàn của", "Agencies whose areas it serves"),
        May("from", TextShape.Date, "Ngày đầu", "First day"),
        May("to", TextShape.Date, "Ngày cuối", "Last day"),
        May("successor", TextShape.NonBlank, "Cơ quan kế tục", "Successor"),
        May("calendar", TextShape.NonBlank, "Lịch làm việc", "Working calendar"),
        May("units", new UnionShape([TextShape.NonBlank, Ref("units")]), "Đơn vị, hoặc tên một bộ dùng chung", "Units, or the name of a shared set"),
    ]);
}
