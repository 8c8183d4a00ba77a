using Tthc.Text.Diagnostics;
using static Tthc.Text.Diagnostics.DiagnosticSeverity;

namespace Tthc.RuleLanguage.RuleSets;

/// <summary>What can be wrong with a rule set besides its expressions.</summary>
public static class RuleSetDiagnostics
{
    public static readonly DiagnosticDescriptor NothingToJudge = new("RULE-250", Error,
        "bộ quy tắc \"{0}\" không có quy tắc nào, cũng không lấy của bộ khác", "the rule set \"{0}\" has no rules and takes none from another");

    public static readonly DiagnosticDescriptor DuplicateRule = new("RULE-251", Error,
        "bộ quy tắc này có hai quy tắc tên \"{0}\"", "two rules of this set are called \"{0}\"");

    public static readonly DiagnosticDescriptor GroupWithExpression = new("RULE-252", Warning,
        "nhóm có Operator nên Expression không có tác dụng", "a group has an Operator; its Expression has no effect");

    public static readonly DiagnosticDescriptor OperatorCase = new("RULE-253", Warning,
        "Operator \"{0}\" được đọc là \"{1}\"; RulesEngine bỏ qua nhóm viết như thế", "the Operator \"{0}\" is read as \"{1}\"; RulesEngine ignores a group written like this");

    public static readonly DiagnosticDescriptor EmptyGroup = new("RULE-254", Error,
        "nhóm phải có ít nhất một quy tắc con", "a group needs at least one rule in it");

    public static readonly DiagnosticDescriptor NoEnabledChild = new("RULE-255", Warning,
        "mọi quy tắc con đều bị tắt: nhóm không bao giờ thỏa", "every rule in the group is disabled: it never holds");

    public static readonly DiagnosticDescriptor RulesWithoutOperator = new("RULE-256", Error,
        "có Rules thì phải có Operator: And, AndAlso, Or hoặc OrElse", "Rules need an Operator: And, AndAlso, Or or OrElse");

    public static readonly DiagnosticDescriptor NothingToCheck = new("RULE-257", Error,
        "quy tắc \"{0}\" không có Expression, Table hay Operator", "the rule \"{0}\" has neither Expression nor Table nor Operator");

    public static readonly DiagnosticDescriptor RuleInject = new("RULE-258", Error,
        "một quy tắc không lấy quy tắc của bộ khác được; hãy đặt WorkflowsToInject ở bộ quy tắc", "a rule cannot take the rules of another set; write WorkflowsToInject at the set");

    public static readonly DiagnosticDescriptor UnknownInject = new("RULE-259", Error,
        "không có bộ quy tắc \"{0}\"", "there is no rule set \"{0}\"");

    public static readonly DiagnosticDescriptor InjectCycle = new("RULE-260", Error,
        "các bộ quy tắc lấy lẫn nhau thành vòng: {0}", "the rule sets take each other's rules in a ring: {0}");

    public static readonly DiagnosticDescriptor DuplicateParameter = new("RULE-261", Error,
        "tên \"{0}\" đã có ở đây", "the name \"{0}\" is already taken here");

    public static readonly DiagnosticDescriptor ShadowedName = new("RULE-262", Error,
        "tên \"{0}\" đã dùng cho {1}", "the name \"{0}\" is taken by {1}");

    public static readonly DiagnosticDescriptor NotAName = new("RULE-263", Error,
        "\"{0}\" không đọc được trong biểu thức; tên gồm chữ cái, chữ số, _ và không bắt đầu bằng chữ số", "\"{0}\" cannot be read in an expression; a name is made of letters, digits and _ and does not begin with a digit");

    public static readonly DiagnosticDescriptor UnknownOperator = new("RULE-264", Error,
        "Operator \"{0}\" không có; dùng And, AndAlso, Or hoặc OrElse", "there is no Operator \"{0}\"; use And, AndAlso, Or or OrElse");

    public static readonly DiagnosticDescriptor UnknownExpressionType = new("RULE-265", Error,
        "RuleExpressionType chỉ có thể là LambdaExpression (hoặc 0)", "RuleExpressionType can only be LambdaExpression (or 0)");

    public static readonly DiagnosticDescriptor UnknownAction = new("RULE-266", Error,
        "không có hành động \"{0}\"; được dùng: {1}", "there is no action \"{0}\"; allowed: {1}");

    public static readonly DiagnosticDescriptor ActionNeeds = new("RULE-267", Error,
        "hành động {0} cần \"{1}\" trong Context", "the action {0} needs \"{1}\" in its Context");

    public static readonly DiagnosticDescriptor ActionIgnores = new("RULE-268", Warning,
        "hành động {0} không dùng \"{1}\"", "the action {0} does not use \"{1}\"");

    public static readonly DiagnosticDescriptor UnknownTarget = new("RULE-269", Error,
        "bộ quy tắc \"{1}\" không có quy tắc \"{0}\" đang bật", "the rule set \"{1}\" has no enabled rule \"{0}\"");

    public static readonly DiagnosticDescriptor ActionCycle = new("RULE-270", Error,
        "các quy tắc gọi lẫn nhau bằng EvaluateRule thành vòng: {0}", "rules call each other by EvaluateRule in a ring: {0}");

    public static readonly DiagnosticDescriptor DuplicateSet = new("RULE-271", Error,
        "đã có bộ quy tắc tên \"{0}\"", "there is already a rule set called \"{0}\"");

    public static readonly DiagnosticDescriptor UnknownInput = new("RULE-272", Error,
        "không có dữ kiện hay tham số \"{0}\" để truyền", "there is no fact or parameter \"{0}\" to pass on");

    public static readonly DiagnosticDescriptor TemplateName = new("RULE-273", Warning,
        "\"$({0})\" không chỉ đến dữ kiện hay tham số nào, sẽ được giữ nguyên văn", "\"$({0})\" names no fact or parameter and stays as it is");

    public static readonly DiagnosticDescriptor ThresholdWithoutValue = new("RULE-274", Error,
        "ngưỡng \"{0}\" cần ít nhất một giá trị", "the threshold \"{0}\" needs at least one value");

    public static readonly DiagnosticDescriptor ThresholdOrder = new("RULE-275", Error,
        "giá trị này phải có hiệu lực sau giá trị đứng trước", "this value must be in force later than the one before it");

    public static readonly DiagnosticDescriptor ThresholdType = new("RULE-276", Error,
        "giá trị của ngưỡng này phải thuộc kiểu {0}", "the values of this threshold must be of type {0}");

    public static readonly DiagnosticDescriptor UnknownUnit = new("RULE-277", Error,
        "không có đơn vị \"{0}\"", "there is no unit \"{0}\"");

    public static readonly DiagnosticDescriptor TooDeep = new("RULE-278", Error,
        "nhóm quy tắc lồng nhau quá {0} tầng", "groups of rules are nested deeper than {0} levels");

    public static readonly DiagnosticDescriptor OldInjectName = new("RULE-279", Warning,
        "WorkflowRulesToInject là tên cũ, RulesEngine không còn đọc; được đọc là WorkflowsToInject", "WorkflowRulesToInject is an old name RulesEngine no longer reads; it is read as WorkflowsToInject");

    public static readonly DiagnosticDescriptor PeriodReversed = new("RULE-280", Error,
        "ngày cuối {1} đứng trước ngày đầu {0}", "the last day {1} is before the first {0}");

    public static readonly DiagnosticDescriptor MissingFactsDiffer = new("RULE-281", Warning,
        "bộ \"{0}\" hiểu dữ kiện thiếu theo cách khác; quy tắc lấy từ đó theo cách của bộ này", "the set \"{0}\" takes missing facts differently; rules taken from it follow this set");

    public static readonly DiagnosticDescriptor ActionsTooDeep = new("RULE-282", Error,
        "EvaluateRule gọi nối tiếp quá {0} lần", "EvaluateRule goes on for more than {0} calls");

    public static readonly DiagnosticDescriptor ThresholdDay = new("RULE-283", Error,
        "\"On\" phải cho một ngày hoặc một thời điểm, biểu thức này cho {0}", "\"On\" must give a day or an instant, this expression gives {0}");

    public static readonly DiagnosticDescriptor ValueTwice = new("RULE-284", Error,
        "chỉ được dùng một trong hai: Expression hoặc Table", "only one may be given: Expression or Table");
}
