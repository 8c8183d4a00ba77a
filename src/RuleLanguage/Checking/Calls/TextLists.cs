using System.Collections.Immutable;
using Tthc.RuleLanguage.Library;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Checking.Calls;

/// <summary>Where a list of texts is wanted, a list of numbers or dates is written out.</summary>
internal static class TextLists
{
    public static ImmutableArray<BoundExpression> Fitting(IReadOnlyList<BuiltIn> functions, ImmutableArray<BoundExpression> arguments) =>
        functions.Any(f => f.Shape.Parameters.Any(p => p.Type.Kind == TypeKind.List)) ? [.. arguments.Select(AsTexts)] : arguments;

    private static BoundExpression AsTexts(BoundExpression argument)
    {
        if (argument.Type.Element is not { } element || element.Kind == TypeKind.String)
            return argument;
        var variable = new Variable("it", element, VariableKind.Element);
        return BuiltIns.Text(new BoundVariable(element, argument.Span, variable)) is { } text
            ? new BoundQuery(RuleType.ListOf(text.Type).AsNullable(), argument.Span, QueryOperator.Select, argument, new BoundLambda(variable, text), null)
            : argument;
    }
}
