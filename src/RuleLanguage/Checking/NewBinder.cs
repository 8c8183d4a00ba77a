using Tthc.RuleLanguage.Checking.Names;
using Tthc.RuleLanguage.Checking.Operators;
using Tthc.RuleLanguage.Facts;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking;

/// <summary>Records and lists made in an expression.</summary>
internal sealed class NewBinder(Binder binder, CheckReport report)
{
    private static readonly BilingualText s_made = new("giá trị do quy tắc tạo ra", "a value made by the rule");

    public BoundExpression Record(NewObjectSyntax syntax, Scope scope)
    {
        var values = syntax.Members.Select(m => binder.Bind(m.Value, scope)).ToList();
        if (values.Exists(v => v is BoundError))
            return new BoundError(syntax.Span);
        var shape = DataRecord.ShapeOf("new", syntax.Members.Select((m, i) => (m.Name, values[i].Type, s_made)));
        return new BoundNewRecord(RuleType.Of(shape), syntax.Span, [.. values]);
    }

    public BoundExpression List(NewArraySyntax syntax, Scope scope)
    {
        var elements = syntax.Elements.Select(e => binder.Bind(e, scope)).ToList();
        var type = syntax.TypeName is { } name ? binder.Types.Named(name, syntax.Span) : null;
        if (elements.Exists(e => e is BoundError) || (syntax.TypeName is not null && type is null))
            return new BoundError(syntax.Span);
        if (elements.Count == 0 && type is null)
            return report.Error(CheckDiagnostics.EmptyList, syntax.Span);
        type ??= Common(elements);
        if (type is null)
            return new BoundError(syntax.Span);
        if (elements.Find(e => Conversions.Cost(e, type) is null) is { } wrong)
            return report.Error(CheckDiagnostics.NoCommonType, wrong.Span, wrong.Type.ToString(), type.ToString());
        var fitting = elements.ConvertAll(e => Conversions.As(e, type));
        var element = fitting.Exists(e => e.Type.IsNullable) ? type.AsNullable() : type;
        return new BoundNewList(RuleType.ListOf(element, element.ClrType.MakeArrayType()), syntax.Span, [.. fitting]);
    }

    /// <summary>The type all elements can have; null: reported.</summary>
    private RuleType? Common(List<BoundExpression> elements)
    {
        var common = elements[0];
        foreach (var element in elements.Skip(1))
        {
            if (binder.Unifier.Unify(common, element, element.Span, CheckDiagnostics.NoCommonType) is not { } both)
                return null;
            common = both.Left.Type.Kind == TypeKind.Null ? both.Right : both.Left;
        }
        return common.Type;
    }
}
