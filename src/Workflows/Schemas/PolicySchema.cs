using Tthc.Text.Schemas;
using Tthc.Workflows.Policies;
using static Tthc.Text.Schemas.FieldShape;
using static Tthc.Workflows.Schemas.RuleShapes;

namespace Tthc.Workflows.Schemas;

/// <summary>The shape of a policy file, as the policy reader takes it.</summary>
internal static class PolicySchema
{
    /// <summary>The document.</summary>
    public static SchemaDocument Document { get; } = DefineTexts(new SchemaDocument(
        new("Quy định chung của cơ chế một cửa", "Handling policies of the one-stop mechanism"),
        new ObjectShape([Must("policies", Keyed(Ref("policy")), "Các quy định theo thời gian", "Policies by period")]))).Define("policy", Policy);

    private static ObjectShape Policy => new(
    [
        Must("inForce", Ref("period"), "Thời gian hiệu lực, theo ngày tiếp nhận", "Validity, by day of receipt"),
        Must("basis", new ArrayShape(Ref("basis")), "Căn cứ", "Acts it stands on"),
        Must("supplement", Supplement, "Yêu cầu bổ sung", "Supplements"),
        Must("reAppointments", Number("atMost", "Hẹn lại tối đa mấy lần", "New appointments at most"), "Hẹn lại", "New appointments"),
        May("acceptance", Ref("limit"), "Hạn tiếp nhận hồ sơ trực tuyến", "Limit for accepting an online filing"),
        Must("occurredBack", Number("days", "Số ngày", "Days"), "Được ghi lùi việc đã xảy ra bao nhiêu ngày", "How many days back an act may be said to have happened"),
        Must("forms", Forms, "Số mẫu của các phiếu", "Form numbers of the slips"),
    ]);

    private static ObjectShape Supplement => new(
    [
        Must("atMost", Count, "Tối đa mấy lần", "How often at most"),
        Must("clock", TextShape.OneOf(HandlingPolicyReader.ClockWords), "Đồng hồ chạy tiếp hay tính lại", "Whether the clock goes on or begins anew"),
        Must("silence", TextShape.OneOf(HandlingPolicyReader.SilenceWords), "Không trả lời thì", "What silence means"),
        May("basis", Ref("basis"), "Căn cứ", "Ground"),
    ]);

    private static ObjectShape Number(string name, string vietnamese, string english) =>
        new([Must(name, Count, vietnamese, english), May("basis", Ref("basis"), "Căn cứ", "Ground")]);

    private static ObjectShape Forms => new(
    [
        .. HandlingPolicyReader.Slips.Select(slip =>
            new FieldShape(slip, TextShape.NonBlank, new($"Số mẫu của phiếu \"{slip}\"", $"Form number of the slip \"{slip}\""), HandlingPolicyReader.RequiredSlips.Contains(slip))),
    ]);
}
