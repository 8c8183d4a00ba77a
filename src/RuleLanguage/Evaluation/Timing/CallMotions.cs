using Tthc.RuleLanguage.Checking;
using Tthc.RuleLanguage.Evaluation.Interpreting;
using Tthc.RuleLanguage.Evaluation.Values;
using Tthc.RuleLanguage.Types;

namespace Tthc.RuleLanguage.Evaluation.Timing;

/// <summary>How the result of a call goes on when its arguments move.</summary>
internal static class CallMotions
{
    /// <summary>The call gave a value for these arguments.</summary>
    public static Course? Of(Interpreter walk, BoundCall call, ReadOnlySpan<Outcome> arguments, object?[] values)
    {
        if (BuiltInMotions.MayReadClock(call.Function))
            return Course.Standing(NextChange.Unknown);
        var (until, moving, count) = (NextChange.Never, -1, 0);
        for (var i = 0; i < arguments.Length; i++)
        {
            until = NextChange.Earlier(until, arguments[i].Until);
            if (arguments[i].Motion is not null)
                (moving, count) = (i, count + 1);
        }
        if (moving < 0 || until.IsUnknown)
            return Course.Standing(until);
        if (BuiltInMotions.Of(walk, call, arguments, until) is { } known)
            return known;
        if (count == 1 && IsDeclared(walk, call, arguments[moving], moving, values, until, out var declared))
            return declared;
        return Course.Standing(Still(walk, call, arguments));
    }

    /// <summary>What the function says of itself; that it never changes again is said too, and is no course.</summary>
    private static bool IsDeclared(Interpreter walk, BoundCall call, in Outcome argument, int index, object?[] values, NextChange until, out Course? course)
    {
        var motion = argument.Motion!;
        foreach (var behaviour in call.Function.InTime)
        {
            if (behaviour.Parameter != index)
                continue;
            if (behaviour is Monotone monotone)
            {
                course = new Course(until, Moved(walk, call, monotone, argument, values));
                return true;
            }
            if (behaviour is Stepwise stepwise && motion is { IsLinear: true, IsFalling: false })
            {
                course = Course.Standing(NextChange.Earlier(until, OnTheClock(walk, argument.Value!, stepwise.NextChange(values)) is { } at ? NextChange.At(at) : NextChange.Never));
                return true;
            }
        }
        course = null;
        return false;
    }

    private static Motion Moved(Interpreter walk, BoundCall call, Monotone monotone, in Outcome argument, object?[] values)
    {
        var motion = argument.Motion!;
        var moved = motion.Direction(monotone.IsFalling) with { MayEnd = motion.MayEnd || call.Function.Returns.IsNullable };
        if (!motion.IsLinear || motion.IsFalling)
            return moved;
        var value = argument.Value!;
        return moved with { FirstReaching = threshold => OnTheClock(walk, value, monotone.FirstReaching(values, threshold)) };
    }

    /// <summary>When the clock stands so that an argument which runs with it, and is <paramref name="value"/> now, is <paramref name="at"/>.</summary>
    private static DateTimeOffset? OnTheClock(Interpreter walk, object value, DateTimeOffset? at)
    {
        if (at is not { } instant)
            return null;
        var now = walk.Context.Now;
        // A function of a local time speaks of local times, written as if at Greenwich.
        var ahead = instant.UtcTicks - Discrete.TicksOf(value);
        return ahead <= 0 ? now.AddTicks(1) : Times.Add(now, new TimeSpan(ahead));
    }

    private static NextChange Still(Interpreter walk, BoundCall call, ReadOnlySpan<Outcome> arguments)
    {
        var until = NextChange.Never;
        for (var i = 0; i < arguments.Length; i++)
            until = NextChange.Earlier(until, Standing.Of(walk, call.Arguments[i], arguments[i]));
        return until;
    }
}
