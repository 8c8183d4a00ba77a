using Tthc.RuleLanguage.Syntax;

namespace Tthc.RuleLanguage.Evaluation.Compiling.Following;

/// <summary>
/// What compiled code that follows conditions in time calls. Until when something stays is ticks at Greenwich here: <see cref="Never"/> comes after all instants, as
/// it promises most, and <see cref="Unfollowed"/> before them.
/// </summary>
internal static class Follow
{
    /// <summary>It never changes.</summary>
    public const long Never = long.MaxValue;

    /// <summary>Compiled code does not follow this one: the interpreter is to be asked.</summary>
    public const long Unfollowed = -1;

    /// <summary>As the rest of the engine has it; null: the interpreter is to be asked.</summary>
    public static NextChange? Change(long ticks, TimeSpan offset) => ticks switch
    {
        Never => NextChange.Never,
        Unfollowed => null,
        _ => NextChange.At(new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(offset)),
    };

    public static Verdict Not(Verdict verdict) => verdict switch
    {
        Verdict.True => Verdict.False,
        Verdict.False => Verdict.True,
        _ => Verdict.Undetermined,
    };

    /// <summary>Until when and, or stay: where one operand decides, as long as that one does; where both do, as long as either.</summary>
    public static long BothUntil(Verdict deciding, Verdict left, long leftUntil, Verdict right, long rightUntil)
    {
        if (left != deciding)
            return right == deciding ? rightUntil : Math.Min(leftUntil, rightUntil);
        return right == deciding ? Math.Max(leftUntil, rightUntil) : leftUntil;
    }

    /// <summary>Until when a comparison of instants stays, of which one, none or both run with the clock.</summary>
    public static long Crossing(BinaryOperator op, (DateTimeOffset At, bool Moves) left, (DateTimeOffset At, bool Moves) right, DateTimeOffset now)
    {
        // Two clocks that run alike keep their distance.
        if (left.Moves == right.Moves)
            return Never;
        var (moving, still) = left.Moves ? (left.At.UtcTicks, right.At.UtcTicks) : (right.At.UtcTicks, left.At.UtcTicks);
        var threshold = Threshold(left.Moves ? op : Timing.Crossing.Mirrored(op), moving, still);
        if (threshold == Never || threshold > DateTime.MaxValue.Ticks)
            return threshold == Never ? Never : Unfollowed;
        return Ahead(now, threshold - moving);
    }

    /// <summary>The value at which a comparison with what stands still becomes another while its left side rises; <see cref="Never"/>: there is none ahead.</summary>
    public static long Threshold(BinaryOperator op, long rising, long still)
    {
        var isBeyond = op switch
        {
            BinaryOperator.Less or BinaryOperator.GreaterOrEqual => false,
            BinaryOperator.LessOrEqual or BinaryOperator.Greater => true,
            _ => rising >= still,
        };
        if (op is BinaryOperator.Equal or BinaryOperator.NotEqual && rising > still)
            return Never;
        if (isBeyond && still == long.MaxValue)
            return Never;
        var threshold = isBeyond ? still + 1 : still;
        return rising >= threshold ? Never : threshold;
    }

    /// <summary>When the clock stands so that an argument which runs with it, and is <paramref name="value"/> now, is <paramref name="at"/>.</summary>
    public static long OnTheClock(DateTimeOffset value, DateTimeOffset? at, DateTimeOffset now)
    {
        if (at is not { } instant)
            return Never;
        var ahead = instant.UtcTicks - value.UtcTicks;
        return Ahead(now, ahead <= 0 ? 1 : ahead);
    }

    private static long Ahead(DateTimeOffset now, long ticks) => Values.Times.Add(now, new TimeSpan(ticks)) is { } at ? Math.Max(1, at.UtcTicks) : Never;
}
