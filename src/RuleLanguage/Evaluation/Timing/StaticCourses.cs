using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Syntax;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Timing;

/// <summary>How the value of an expression goes on, as far as its form tells.</summary>
internal enum StaticCourse
{
    /// <summary>It stays.</summary>
    Standing,

    /// <summary>It stays until instants that can be told.</summary>
    Stepping,

    /// <summary>It keeps moving one way; its comparison with what stands can be told.</summary>
    Moving,

    /// <summary>Nothing is known.</summary>
    Unknown,
}

/// <summary>Judges expressions by their form.</summary>
internal static class StaticCourses
{
    public static StaticCourse Of(BoundExpression e) => e switch
    {
        BoundConstant or BoundFacts or BoundVariable => StaticCourse.Standing,
        BoundClock clock => clock.Reading == ClockReading.Today ? StaticCourse.Stepping : StaticCourse.Moving,
        BoundBinary binary => OfBinary(binary),
        BoundUnary unary => Of(unary.Operand),
        BoundCall call => OfCall(call),
        BoundConversion conversion => OfConversion(conversion),
        BoundIn test => test.Candidates.Select(Of).Append(Of(test.Value)).Max() is var course && course == StaticCourse.Moving ? StaticCourse.Stepping : course,
        BoundConditional or BoundCoalesce => BoundTree.Children(e).Select(Of).Max(),
        BoundMember member => Of(member.Receiver),
        _ => Still(BoundTree.Children(e).Select(Of)),
    };

    /// <summary>The smallest part of which nothing is known.</summary>
    public static BoundExpression Culprit(BoundExpression e)
    {
        while (BoundTree.Children(e).FirstOrDefault(c => Of(c) == StaticCourse.Unknown) is { } child)
            e = child;
        return e;
    }

    private static StaticCourse OfBinary(BoundBinary e)
    {
        var (left, right) = (Of(e.Left), Of(e.Right));
        if (e.Operator is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual)
            return (left, right) is (StaticCourse.Moving, StaticCourse.Moving) ? OfTwo(e) : Compared(left > right ? left : right);
        if (e.Operator is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide)
            return e.Type.Kind == TypeKind.Time ? Still([left, right]) : left > right ? left : right;
        return Still([left, right]);
    }

    // Two that move: only clocks themselves are known to keep their distance.
    private static StaticCourse OfTwo(BoundBinary e) =>
        e.Left.Type.Kind is TypeKind.Instant or TypeKind.DateTime or TypeKind.Duration ? StaticCourse.Stepping : StaticCourse.Unknown;

    private static StaticCourse Compared(StaticCourse course) => course == StaticCourse.Moving ? StaticCourse.Stepping : course;

    private static StaticCourse OfCall(BoundCall e)
    {
        if (BuiltInMotions.MayReadClock(e.Function))
            return StaticCourse.Unknown;
        var courses = e.Arguments.Select(Of).ToList();
        var moving = courses.FindAll(c => c == StaticCourse.Moving).Count;
        if (moving == 0)
            return courses.Append(StaticCourse.Standing).Max();
        var index = courses.IndexOf(StaticCourse.Moving);
        if (BuiltInMotions.OfName(e) is var known && known != StaticCourse.Unknown)
            return known;
        if (moving == 1 && e.Function.InTime.FirstOrDefault(b => b.Parameter == index) is { } declared)
            return declared is Monotone ? StaticCourse.Moving : StaticCourse.Stepping;
        return StaticCourse.Unknown;
    }

    private static StaticCourse OfConversion(BoundConversion e)
    {
        var operand = Of(e.Operand);
        return operand != StaticCourse.Moving || MotionConversions.KeepsOrder(e.Operand.Type, e.Type) ? operand : StaticCourse.Unknown;
    }

    /// <summary>Of what only stands still while its parts do.</summary>
    private static StaticCourse Still(IEnumerable<StaticCourse> parts) =>
        parts.Append(StaticCourse.Standing).Max() is var course && course == StaticCourse.Moving ? StaticCourse.Unknown : course;
}
