using Tthc.RuleLanguage.Checking;

namespace Tthc.RuleLanguage.Evaluation.Interpreting.Rules;

/// <summary>Verdicts.</summary>
internal static class Judgement
{
    /// <summary>What the outcome of a condition says.</summary>
    public static Verdict Of(in Outcome condition, MissingFacts mode)
    {
        if (condition.IsTrue)
            return Verdict.True;
        return condition.IsFalse || (mode == MissingFacts.Null && !condition.IsFailed) ? Verdict.False : Verdict.Undetermined;
    }

    /// <summary>The verdict of one child that decides its group.</summary>
    public static Verdict Deciding(GroupOperator op) => op == GroupOperator.And ? Verdict.False : Verdict.True;

    /// <summary>The verdict of a group, with one more child: Kleene's and, or.</summary>
    public static Verdict With(GroupOperator op, Verdict so, Verdict child)
    {
        var deciding = Deciding(op);
        if (so == deciding || child == deciding)
            return deciding;
        return so == Verdict.Undetermined || child == Verdict.Undetermined ? Verdict.Undetermined : child;
    }

    /// <summary>What a group says before its children are asked; of none it says no.</summary>
    public static Verdict Start(BoundGroup group) => group.Operator == GroupOperator.And && !group.Children.IsEmpty ? Verdict.True : Verdict.False;
}
