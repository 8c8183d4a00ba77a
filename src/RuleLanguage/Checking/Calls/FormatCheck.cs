using Tthc.RuleLanguage.Library.Texts;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Calls;

/// <summary>A format written in a rule is tried when the rule is checked.</summary>
internal static class FormatCheck
{
    private static readonly BilingualText s_unusable = new("không phải mẫu hợp lệ của kiểu này", "it is no format of this type");

    public static BoundError? Of(CheckReport report, BoundCall call) =>
        call is { Function.Name: "ToString", Arguments: [var value, BoundConstant { Value: string format } written] } && Sample(value.Type) is { } sample
        && !Formats.IsUsable(sample, format)
            ? report.Error(CheckDiagnostics.BadFormat, written.Span, format, s_unusable)
            : null;

    private static IFormattable? Sample(RuleType type) => type.Kind switch
    {
        TypeKind.Number or TypeKind.DateTime or TypeKind.Instant or TypeKind.Date or TypeKind.Time or TypeKind.Duration or TypeKind.Guid =>
            Activator.CreateInstance(type.Clr) as IFormattable,
        _ => null,
    };
}
