using Tthc.RuleLanguage.Evaluation.Interpreting;

namespace Tthc.RuleLanguage.Evaluation.Timing;

/// <summary>
/// Finds the first tick at which a property of a moving value is lost, by looking at the value at other instants. Right for properties that are never
/// found again once lost, as those of monotone values are.
/// </summary>
internal static class Bisection
{
    /// <summary>Where looking ahead ends: far beyond every dossier, and inside what instants hold at every offset.</summary>
    private static readonly DateTimeOffset s_horizon = new(9998, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="walk">The walk; its clock stands at each instant looked at while <paramref name="isSame"/> runs.</param>
    /// <param name="until">Nothing is looked at from here on.</param>
    /// <param name="isSame">Whether the property still holds.</param>
    /// <param name="guess">The answer of the time before, tried first.</param>
    public static NextChange FirstOther(Interpreter walk, NextChange until, Func<bool> isSame, Guess? guess = null)
    {
        if (until.IsUnknown)
            return until;
        var same = walk.Context.Now.UtcTicks;
        var other = (until.Instant is { } end && end < s_horizon ? end : s_horizon).UtcTicks;
        if (other - same <= 1 || walk.At(other - 1, isSame))
            return until;
        other--;
        if (guess is { Ticks: var ticks } && ticks > same + 1 && ticks < other && walk.At(ticks - 1, isSame) && !walk.At(ticks, isSame))
            return At(walk, ticks);
        // Changes are near more often than far: the first steps are short.
        for (var step = TimeSpan.TicksPerDay; step < other - same; step = Math.Min(step, long.MaxValue / 8) * 8)
        {
            if (!walk.At(same + step, isSame))
            {
                other = same + step;
                break;
            }
            same += step;
        }
        while (other - same > 1)
        {
            var middle = same + ((other - same) / 2);
            if (walk.At(middle, isSame))
                same = middle;
            else
                other = middle;
        }
        guess?.Ticks = other;
        return At(walk, other);
    }

    private static NextChange At(Interpreter walk, long ticks) => NextChange.At(new DateTimeOffset(ticks, TimeSpan.Zero).ToOffset(walk.Context.LocalOffset));
}

/// <summary>An instant to try first. Shared between threads: whatever it says is looked at before it is believed.</summary>
internal sealed class Guess
{
    private long _ticks;

    /// <summary>In ticks at Greenwich; 0: none yet.</summary>
    public long Ticks
    {
        get => Interlocked.Read(ref _ticks);
        set => Interlocked.Exchange(ref _ticks, value);
    }
}
