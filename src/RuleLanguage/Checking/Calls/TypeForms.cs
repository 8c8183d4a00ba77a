using Tthc.RuleLanguage.Checking.Names;
using Tthc.RuleLanguage.Checking.Operators;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Calls;

/// <summary><c>is</c>, <c>as</c> and <c>cast</c>, decided when the rule is checked: facts have one type each.</summary>
internal sealed class TypeForms(Binder binder, CheckReport report)
{
    private static readonly BilingualText s_typeName = new("tên kiểu trong ngoặc kép, ví dụ \"int\"", "the name of a type in quotes, such as \"int\"");
    private static readonly BilingualText s_typeKnown = new("kiểu đã biết từ trước", "the type is known beforehand");

    public BoundExpression Bind(string form, CallSyntax call, BoundExpression value)
    {
        if (Target(form, call.Arguments[1]) is not { } target || value is BoundError)
            return new BoundError(call.Span);
        if (form == "cast")
            return binder.Conversions.To(value, target, call.Span);
        if (value.Type.Kind == TypeKind.Unknown)
            return form == "is" ? new BoundConstant(RuleType.Boolean, call.Span, false) : Conversions.As(value, target);
        var same = Operators.Conversions.IsSame(value.Type, target);
        if (form == "as")
            return same ? value with { Span = call.Span } : new BoundConstant(target.AsNullable(), call.Span, null);
        if (same && value.Type.IsNullable)
            return Nullables.IsThere(value, call.Span);
        report.Note(CheckDiagnostics.ConstantCondition, call.Span, same ? "true" : "false", s_typeKnown);
        return new BoundConstant(RuleType.Boolean, call.Span, same);
    }

    private RuleType? Target(string form, ExpressionSyntax written)
    {
        if (written is LiteralSyntax { Value: string text })
            return binder.Types.Named(text, written.Span);
        if (TypeNameBinder.NameIn(written) is { } name)
            return binder.Types.Named(name.Name, written.Span);
        report.Error(CheckDiagnostics.LiteralNeeded, written.Span, form, s_typeName);
        return null;
    }
}
