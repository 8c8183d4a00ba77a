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

    /// <summary>The verdict of a group, with one more child.</summary>
    public static Verdict With(GroupOperator op, Verdict so, Verdict child)
    {
        var deciding = op == GroupOperator.And ? Verdict.False : Verdict.True;
        if (so == deciding || child == deciding)
            return deciding;
        return so == Verdict.Undetermined || child == Verdict.Undetermined ? Verdict.Undetermined : child;
    }

    /// <summary>What a group says before its children are asked; of none it says no.</summary>
    public static Verdict Start(BoundGroup group) => group.Operator == GroupOperator.And && !group.Children.IsEmpty ? Verdict.True : Verdict.False;
}
