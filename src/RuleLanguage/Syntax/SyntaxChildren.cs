namespace Tthc.RuleLanguage.Syntax;

/// <summary>What an expression is made of.</summary>
internal static class SyntaxChildren
{
    /// <summary>The expressions directly inside another, in the order of the text.</summary>
    public static IEnumerable<ExpressionSyntax> Of(ExpressionSyntax node) => node switch
    {
        MemberSyntax member => [member.Target],
        CallSyntax call => call.Target is null ? call.Arguments : call.Arguments.Prepend(call.Target),
        IndexSyntax index => index.Arguments.Prepend(index.Target),
        UnarySyntax unary => [unary.Operand],
        BinarySyntax binary => [binary.Left, binary.Right],
        ConditionalSyntax conditional => [conditional.Condition, conditional.WhenTrue, conditional.WhenFalse],
        InSyntax contained => contained.Candidates.Prepend(contained.Value),
        LambdaSyntax lambda => [lambda.Body],
        NewObjectSyntax made => made.Members.Select(member => member.Value),
        NewArraySyntax list => list.Elements,
        _ => [],
    };
}
