using Tthc.RuleLanguage.RuleSets.Reading;
using Tthc.Text.Schemas;
using static Tthc.Text.Schemas.FieldShape;

namespace Tthc.RuleLanguage.RuleSets.Schemas;

/// <summary>The shape of a rule file, as <see cref="RuleSetReader"/> takes it, for editors.</summary>
public static class RuleSetSchema
{
    /// <summary>The document: one set, or an array of them.</summary>
    public static SchemaDocument Document { get; } = new SchemaDocument(
            new("Bộ quy tắc (định dạng RulesEngine)", "Rule set (the format of RulesEngine)"), new UnionShape([new ReferenceShape("set"), new ArrayShape(new ReferenceShape("set"))]))
        .Define("set", Set).Define("rule", Rule).Define("parameter", Parameter).Define("threshold", Threshold).Define("table", TableSchema.Table)
        .Define("action", Action).Define("properties", PropertiesSchema.Properties).Define("text", PropertiesSchema.ForPeople).Define("expression", Expression);

    private static TextShape Expression => TextShape.NonBlank with
    {
        Description = new("Biểu thức của ngôn ngữ quy tắc", "An expression of the rule language"),
        Examples = ["now > dossier.DueAt and not dossier.IsClosed", "dossier.Apologies.Any(a => a.IsComplete)"],
    };

    private static UnionShape ExpressionType => new([new TextShape { Words = ["LambdaExpression"] }, new NumberShape { Whole = true, Minimum = 0, Maximum = 0 }]);

    private static ArrayShape Named => new(new ReferenceShape("parameter"));

    private static ObjectShape Set => new(
    [
        May("$schema", TextShape.Any, "Lược đồ cho trình soạn thảo", "Schema for editors"),
        Must("WorkflowName", TextShape.NonBlank, "Tên bộ quy tắc", "Name of the set"),
        May("Facts", TextShape.NonBlank, "Dữ kiện mà bộ này nói về, ví dụ dossier", "The facts it speaks of, such as dossier"),
        May("MissingFacts", TextShape.OneOf(WorkflowReader.MissingFactsNames), "Dữ kiện thiếu: không xác định được (mặc định) hay null như RulesEngine", "A missing fact: undetermined (default), or null as in RulesEngine"),
        May("Judges", TextShape.OneOf(WorkflowReader.RevisionNames), "Bản nào xét hồ sơ đang giải quyết: mới nhất (mặc định) hay lúc tiếp nhận", "Which revision judges what is under way: the newest (default) or that of the receipt"),
        May("Shadow", new BooleanShape(), "Chỉ chạy thử, ghi nhật ký", "Runs beside the others and only logs"),
        May("Properties", new ReferenceShape("properties"), "Tên, căn cứ, hiệu lực và thuộc tính riêng", "Title, basis, validity and properties of your own"),
        May("Parameters", new ArrayShape(new ReferenceShape("threshold")), "Ngưỡng do văn bản quy định, theo ngày hiệu lực", "Thresholds set by acts, by their days"),
        May("GlobalParams", Named, "Giá trị có tên, mọi quy tắc đọc được", "Named values all rules may read"),
        May("Rules", new ArrayShape(new ReferenceShape("rule")), "Các quy tắc", "The rules"),
        May("WorkflowsToInject", new ArrayShape(TextShape.NonBlank), "Các bộ lấy quy tắc sang", "Sets whose rules are judged too"),
        May("WorkflowRulesToInject", new ArrayShape(TextShape.NonBlank), "Tên cũ của WorkflowsToInject", "Old name of WorkflowsToInject"),
        May("RuleExpressionType", ExpressionType, "Luôn là LambdaExpression; có thể bỏ", "Always LambdaExpression; may be left out"),
    ]);

    private static ObjectShape Rule => new(
    [
        Must("RuleName", TextShape.NonBlank, "Tên quy tắc", "Name of the rule"),
        May("Properties", new ReferenceShape("properties"), "Mã, mức độ, căn cứ, thông báo …", "Identity, severity, basis, messages …"),
        May("LocalParams", Named, "Giá trị có tên cho quy tắc này và các quy tắc con", "Named values for this rule and those inside it"),
        May("Expression", new ReferenceShape("expression"), "Điều kiện", "The condition"),
        May("Table", new ReferenceShape("table"), "Bảng quyết định thay cho điều kiện", "A decision table instead of a condition"),
        May("Operator", new TextShape { Words = ["And", "AndAlso", "Or", "OrElse"] }, "Cách gộp các quy tắc con", "How the rules inside are joined"),
        May("Rules", new ArrayShape(new ReferenceShape("rule")), "Các quy tắc con", "The rules inside"),
        May("Enabled", new BooleanShape(), "false: coi như không có", "false: as if it were not there"),
        May("Shadow", new BooleanShape(), "Chỉ chạy thử, ghi nhật ký", "Runs beside the others and only logs"),
        May("ErrorMessage", TextShape.Any, "Thông báo khi không thỏa, có thể dùng $(tên.thành.phần)", "Message when it does not hold; $(name.of.part) is replaced"),
        May("SuccessEvent", TextShape.Any, "Tên sự kiện khi thỏa", "What its success is reported as"),
        May("Actions", Actions, "Việc làm khi thỏa hoặc không thỏa", "What is done when it holds or does not"),
        May("RuleExpressionType", ExpressionType, "Luôn là LambdaExpression; có thể bỏ", "Always LambdaExpression; may be left out"),
    ]);

    private static ObjectShape Actions => new(
    [
        May("OnSuccess", new ReferenceShape("action"), "Khi thỏa", "When it holds"),
        May("OnFailure", new ReferenceShape("action"), "Khi không thỏa", "When it does not"),
    ]);

    private static ObjectShape Action => new(
    [
        Must("Name", TextShape.NonBlank with { Examples = [ActionDefinition.OutputExpression, ActionDefinition.EvaluateRule] }, "Tên hành động", "Which action"),
        May("Context", new MapShape(new AnyShape()), "Dữ liệu cho hành động", "What the action is given"),
    ]);

    private static ObjectShape Parameter => new(
    [
        Must("Name", TextShape.NonBlank, "Tên đọc trong biểu thức", "Name that expressions read"),
        May("Expression", new ReferenceShape("expression"), "Giá trị", "Its value"),
        May("Table", new ReferenceShape("table"), "Bảng quyết định cho giá trị", "A decision table that gives it"),
    ]);

    private static ObjectShape Threshold => new(
    [
        Must("Name", TextShape.NonBlank, "Tên đọc trong biểu thức", "Name that expressions read"),
        Must("Values", new ArrayShape(ThresholdValue), "Các giá trị, sớm trước", "Values, the earliest first"),
        May("Type", TextShape.OneOf(ThresholdReader.TypeNames), "Kiểu; bỏ thì suy từ giá trị", "Type; that of the values if left out"),
        May("Unit", TextShape.NonBlank, "Đơn vị, ví dụ working-minutes", "Unit, such as working-minutes"),
        May("On", new ReferenceShape("expression"), "Ngày chọn giá trị; mặc định là ngày đánh giá", "The day that chooses the value; that of the evaluation by default"),
    ]);

    private static ObjectShape ThresholdValue => new(
    [
        Must("value", new AnyShape(), "Giá trị", "The value"),
        May("from", TextShape.Date, "Ngày đầu có hiệu lực", "First day in force"),
        May("basis", TextShape.Any, "Văn bản quy định", "The act that sets it"),
    ]);
}
