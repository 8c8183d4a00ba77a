namespace Tthc.RuleLanguage.Evaluation.Timing;

/// <summary>How a value goes on while time passes and the facts stay.</summary>
/// <param name="Until">Before this instant it follows <paramref name="Motion"/>.</param>
/// <param name="Motion">How it moves; null: it stands still.</param>
internal sealed record Course(NextChange Until, Motion? Motion = null)
{
    private static readonly Course s_unknown = new(NextChange.Unknown);

    /// <summary>A value that stands still until then; null, the course of constants, when it does so forever.</summary>
    public static Course? Standing(NextChange until) => until.IsNever ? null : until.IsUnknown ? s_unknown : new Course(until);
}

/// <summary>A value that never falls, or never rises.</summary>
/// <param name="IsFalling">Whether it never rises.</param>
internal sealed record Motion(bool IsFalling)
{
    /// <summary>With every tick of the clock it rises (or falls) by one tick: an instant, local time or duration.</summary>
    public bool IsLinear { get; init; }

    /// <summary>Some function it is made of may be unable to tell from a certain instant on.</summary>
    public bool MayEnd { get; init; }

    /// <summary>The earliest instant of the clock at which it is at least (falling: at most) a threshold of its own type; null: never. Null itself: no way is known.</summary>
    public Func<object, DateTimeOffset?>? FirstReaching { get; init; }

    public static Motion Rising { get; } = new(false);

    public static Motion Falling { get; } = new(true);

    public static Motion LinearRising { get; } = new(false) { IsLinear = true };

    public static Motion LinearFalling { get; } = new(true) { IsLinear = true };

    /// <summary>The same the other way round, without what is known of its inverse.</summary>
    public Motion Turned() => IsLinear && !MayEnd ? (IsFalling ? LinearRising : LinearFalling) : new Motion(!IsFalling) { IsLinear = IsLinear, MayEnd = MayEnd };

    /// <summary>The direction alone, of a value reckoned from this one.</summary>
    public Motion Direction(bool turned = false) => new(IsFalling != turned) { MayEnd = MayEnd };
}
