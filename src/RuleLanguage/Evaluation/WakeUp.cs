using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Interpreting;
using Tthc.RuleLanguage.Evaluation.Interpreting.Rules;
using Tthc.RuleLanguage.Evaluation.Timing;
using Tthc.Text.Diagnostics;

namespace Tthc.RuleLanguage.Evaluation;

/// <summary>When verdicts may change though no event happens, so that the engine wakes then instead of looking again and again.</summary>
public static class WakeUp
{
    /// <summary>
    /// When the verdict of a rule may be another while the facts stay: before that instant it is what it is now. Cheap for rules that do not read the clock.
    /// </summary>
    /// <param name="set">The set.</param>
    /// <param name="rule">A rule of it, at the top or inside a group.</param>
    /// <param name="facts">Held as the root of the schema.</param>
    /// <param name="context">Clock and budget; begun by the caller.</param>
    public static NextChange Of(BoundRuleSet set, BoundRule rule, object facts, EvaluationContext context)
    {
        var scope = RuleScope.Of(set, rule);
        return scope.ReadsClock ? RuleTracer.Follow(set, rule, scope, facts, context).Next : NextChange.Never;
    }

    /// <summary>Whether the verdict of a rule can change at all while the facts stay.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rule">A rule of it, at the top or inside a group.</param>
    public static bool IsTimed(BoundRuleSet set, BoundRule rule) => RuleScope.Of(set, rule).ReadsClock;

    /// <summary>When a condition on its own may say something else while the facts stay.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="facts">Held as the root of the schema it was checked against.</param>
    /// <param name="context">Clock and budget; begun by the caller.</param>
    /// <param name="mode">What a missing fact means.</param>
    public static NextChange Of(BoundExpression condition, object facts, EvaluationContext context, MissingFacts mode)
    {
        var walk = new Interpreter(facts, context, mode) { Follows = true };
        return Standing.Of(walk, condition, walk.Evaluate(condition));
    }

    /// <summary>
    /// Whether an instant can be derived whatever the facts are; where it cannot, the rule is polled whenever its verdict hangs on that part.
    /// </summary>
    /// <param name="expression">The expression; parameters it reads count as derivable and are to be asked for themselves.</param>
    public static bool CanBeDerived(BoundExpression expression) => StaticCourses.Of(expression) is not StaticCourse.Unknown and not StaticCourse.Moving;

    /// <summary>Notes in <paramref name="bag"/> the part of a condition that makes its rule be polled, if there is one.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="text">Where it was written.</param>
    /// <param name="bag">Where the note goes.</param>
    public static void NoteIfPolled(BoundExpression condition, ExpressionText text, DiagnosticBag bag)
    {
        if (!CanBeDerived(condition))
            bag.Report(text.Problem(EvaluationDiagnostics.Polled, StaticCourses.Culprit(condition).Span));
    }
}
