namespace Tthc.RuleLanguage.Evaluation;

/// <summary>
/// When a value may become another while the facts stay as they are and only the clock moves. Ordered by what it promises: the instants, then never; not known
/// promises nothing and comes first.
/// </summary>
public readonly record struct NextChange : IComparable<NextChange>
{
    private const long NoTicks = -1;

    // Sixteen bytes: traces hold one for every node. Ticks 0: never.
    private readonly long _utcTicks;
    private readonly short _offsetMinutes;

    private NextChange(long utcTicks, short offsetMinutes) => (_utcTicks, _offsetMinutes) = (utcTicks, offsetMinutes);

    /// <summary>It never changes.</summary>
    public static NextChange Never => default;

    /// <summary>Nothing is known: whoever needs to notice has to look again from time to time.</summary>
    public static NextChange Unknown { get; } = new(NoTicks, 0);

    /// <summary>It stays what it is before this instant.</summary>
    public static NextChange At(DateTimeOffset instant) => new(Math.Max(1, instant.UtcTicks), (short)instant.TotalOffsetMinutes);

    /// <summary>The instant; null where it never changes or nothing is known.</summary>
    public DateTimeOffset? Instant => _utcTicks <= 0 ? null : new DateTimeOffset(_utcTicks, TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(_offsetMinutes));

    /// <summary>Whether it never changes.</summary>
    public bool IsNever => _utcTicks == 0;

    /// <summary>Whether it has to be polled.</summary>
    public bool IsUnknown => _utcTicks == NoTicks;

    /// <summary>The one that promises less.</summary>
    public static NextChange Earlier(NextChange a, NextChange b) => a.CompareTo(b) <= 0 ? a : b;

    /// <summary>The one that promises more.</summary>
    public static NextChange Later(NextChange a, NextChange b) => a.CompareTo(b) >= 0 ? a : b;

    /// <inheritdoc/>
    public int CompareTo(NextChange other) => Promised.CompareTo(other.Promised);

    /// <summary>Whether the first promises less.</summary>
    public static bool operator <(NextChange a, NextChange b) => a.CompareTo(b) < 0;

    /// <summary>Whether the first promises more.</summary>
    public static bool operator >(NextChange a, NextChange b) => a.CompareTo(b) > 0;

    /// <summary>Whether the first promises no more.</summary>
    public static bool operator <=(NextChange a, NextChange b) => a.CompareTo(b) <= 0;

    /// <summary>Whether the first promises no less.</summary>
    public static bool operator >=(NextChange a, NextChange b) => a.CompareTo(b) >= 0;

    private long Promised => IsNever ? long.MaxValue : _utcTicks;

    /// <summary>Changes at the same moment are the same, whatever the offset they are shown in.</summary>
    public bool Equals(NextChange other) => _utcTicks == other._utcTicks;

    /// <inheritdoc/>
    public override int GetHashCode() => _utcTicks.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => IsNever ? "never" : Instant is { } at ? at.ToString("O") : "unknown";
}
