using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;
using Tthc.RuleLanguage.Evaluation.Values;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Interpreting;

/// <summary>Members, variables, elements.</summary>
internal static class Accesses
{
    public static Outcome Member(Interpreter walk, BoundMember e)
    {
        var receiver = walk.EvaluateReceiver(e.Receiver);
        if (receiver.IsMissing)
            return receiver with { IsFailed = walk.IsTwoValued };
        return e.Member.Get(receiver.Value!) is { } value
            ? new Outcome(value, null, receiver.Course)
            : new Outcome(null, MissingTexts.Fact(e), receiver.Course);
    }

    public static Outcome Variable(Interpreter walk, BoundVariable e)
    {
        var outcome = walk.Slots.Read(walk, e.Variable);
        return outcome is { IsMissing: true, Reason: null } ? outcome with { Reason = MissingTexts.Variable(e) } : outcome;
    }

    public static Outcome GroupKey(Interpreter walk, BoundGroupKey e)
    {
        var receiver = walk.Evaluate(e.Receiver);
        if (receiver.IsMissing)
            return receiver with { IsFailed = walk.IsTwoValued };
        return ((Grouped)receiver.Value!).BoxedKey is { } key ? new Outcome(key, null, receiver.Course) : walk.Missing(MissingKind.NullWritten, e, receiver.Course);
    }

    public static Outcome Index(Interpreter walk, BoundIndex e)
    {
        var (receiver, index) = (walk.Evaluate(e.Receiver), walk.Evaluate(e.Index));
        if (Operands.AreMissing(walk, receiver, index, out var missing))
            return missing with { IsFailed = walk.IsTwoValued };
        var course = Course.Standing(NextChange.Earlier(receiver.Until, Standing.Of(walk, e.Index, index)));
        var at = Conversions.ToNumber(index.Value!, typeof(int)) as int? ?? -1;
        if (receiver.Value is string text)
            return at >= 0 && at < text.Length ? new Outcome(text[at], null, course) : walk.Missing(MissingKind.OutOfBounds, e, course);
        var items = Items.Of(receiver.Value!);
        if (at < 0 || at >= items.Count)
            return walk.Missing(MissingKind.OutOfBounds, e, course);
        return items[at] is { } element ? new Outcome(element, null, course) : walk.Missing(MissingKind.MissingFact, e, course);
    }
}
