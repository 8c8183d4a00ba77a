namespace Tthc.RuleLanguage.Checking.Operators;

/// <summary>Whether two expressions read the same fact.</summary>
internal static class SameMeaning
{
    public static bool Of(BoundExpression a, BoundExpression b) => (a, b) switch
    {
        (BoundFacts, BoundFacts) => true,
        (BoundVariable x, BoundVariable y) => x.Variable == y.Variable,
        (BoundMember x, BoundMember y) => x.Member == y.Member && Of(x.Receiver, y.Receiver),
        (BoundClock x, BoundClock y) => x.Reading == y.Reading,
        (BoundConstant x, BoundConstant y) => x.Value is not null && x.Value.Equals(y.Value),
        (BoundConversion x, BoundConversion y) => x.Type == y.Type && Of(x.Operand, y.Operand),
        _ => false,
    };
}
