using Tthc.RuleLanguage.Checking.Operators;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;
using Tthc.Text;

namespace Tthc.RuleLanguage.Checking.Names;

/// <summary>Elements of lists, characters of texts, members of records by a name in brackets.</summary>
internal sealed class IndexBinder(Binder binder, CheckReport report)
{
    public BoundExpression Bind(IndexSyntax syntax, Scope scope)
    {
        var receiver = binder.BindReceiver(syntax.Target, scope);
        if (syntax.Arguments is not [var key])
            return report.Error(CheckDiagnostics.ArgumentCount, syntax.Span, "[]", syntax.Arguments.Length, "x[0]");
        return Of(receiver, binder.Bind(key, scope), syntax.Span);
    }

    /// <summary>What a list, text or record has under a key.</summary>
    public BoundExpression Of(BoundExpression receiver, BoundExpression key, TextSpan span)
    {
        if (receiver is BoundError || key is BoundError)
            return new BoundError(span);
        if (receiver.Type.Kind == TypeKind.Unknown)
            return new BoundConstant(RuleType.Unknown, span, null);
        if (receiver.Type.Record is { } record && key is BoundConstant { Value: string name })
            return binder.Members.OfRecord(receiver, record, name, key.Span, span);
        var element = receiver.Type.Kind switch { TypeKind.List => receiver.Type.Element, TypeKind.String => RuleType.Character, _ => null };
        if (element is null || key.Type.Kind is TypeKind.String || Conversions.Cost(key, RuleType.Int32) is null)
            return report.Error(CheckDiagnostics.NotIndexable, span, key.Type.ToString(), receiver.Type.ToString());
        return new BoundIndex(element.AsNullable(), span, receiver, Conversions.As(key, RuleType.Int32));
    }
}
