using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Timing;
using Tthc.RuleLanguage.Evaluation.Values;
using Tthc.RuleLanguage.Facts;

namespace Tthc.RuleLanguage.Evaluation.Interpreting.Lists;

/// <summary>Records and lists made by an expression.</summary>
internal static class Makings
{
    public static Outcome Record(Interpreter walk, BoundNewRecord e)
    {
        var values = new object?[e.Values.Length];
        var until = NextChange.Never;
        for (var i = 0; i < values.Length; i++)
        {
            var value = walk.Evaluate(e.Values[i]);
            if (value.IsFailed)
                return value;
            values[i] = value.Value;
            until = NextChange.Earlier(until, Standing.Of(walk, e.Values[i], value));
        }
        return new Outcome(new DataRecord(e.Type.Record!, values), null, Course.Standing(until));
    }

    public static Outcome List(Interpreter walk, BoundNewList e)
    {
        var values = new object?[e.Elements.Length];
        var until = NextChange.Never;
        for (var i = 0; i < values.Length; i++)
        {
            var value = walk.Evaluate(e.Elements[i]);
            if (value.IsFailed || (value.IsMissing && !e.Type.Element!.IsNullable))
                return value;
            values[i] = value.Value;
            until = NextChange.Earlier(until, Standing.Of(walk, e.Elements[i], value));
        }
        return new Outcome(Items.ArrayOf(e.Type.Element!.ClrType, values), null, Course.Standing(until));
    }
}
