namespace Tthc.RuleLanguage.Checking;

/// <summary>Walks over checked expressions.</summary>
public static class BoundTree
{
    /// <summary>The expressions directly below, in the order they are written; the body of a lambda after its list.</summary>
    public static IEnumerable<BoundExpression> Children(BoundExpression expression) => expression switch
    {
        BoundMember e => [e.Receiver],
        BoundGroupKey e => [e.Receiver],
        BoundCall e => e.Arguments,
        BoundUnary e => [e.Operand],
        BoundBinary e => [e.Left, e.Right],
        BoundConditional e => [e.Condition, e.WhenTrue, e.WhenFalse],
        BoundCoalesce e => [e.Value, e.Fallback],
        BoundConversion e => [e.Operand],
        BoundIn e => e.Candidates.Prepend(e.Value),
        BoundIndex e => [e.Receiver, e.Index],
        BoundNewRecord e => e.Values,
        BoundNewList e => e.Elements,
        BoundQuery e => QueryParts(e),
        _ => [],
    };

    /// <summary>The expression and everything below it.</summary>
    public static IEnumerable<BoundExpression> All(BoundExpression expression)
    {
        var open = new Stack<BoundExpression>();
        open.Push(expression);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var child in Children(next).Reverse())
                open.Push(child);
        }
    }

    /// <summary>Whether two expressions read the same fact, wherever they stand.</summary>
    internal static bool ReadsSame(BoundExpression a, BoundExpression b) => (a, b) switch
    {
        (BoundFacts, BoundFacts) => true,
        (BoundVariable x, BoundVariable y) => x.Variable == y.Variable,
        (BoundMember x, BoundMember y) => x.Member == y.Member && ReadsSame(x.Receiver, y.Receiver),
        (BoundClock x, BoundClock y) => x.Reading == y.Reading,
        (BoundConstant x, BoundConstant y) => x.Value is not null && x.Value.Equals(y.Value),
        (BoundConversion x, BoundConversion y) => x.Type == y.Type && ReadsSame(x.Operand, y.Operand),
        _ => false,
    };

    private static IEnumerable<BoundExpression> QueryParts(BoundQuery query)
    {
        yield return query.Source;
        if (query.Lambda is { } lambda)
            yield return lambda.Body;
        if (query.Argument is { } argument)
            yield return argument;
    }
}
