namespace Tthc.RuleLanguage.Evaluation;

/// <summary>
/// When a value may become another while the facts stay as they are and only the clock moves. Ordered by what it promises: the instants, then never; not known
/// promises nothing and comes first.
/// </summary>
public readonly record struct NextChange : IComparable<NextChange>
{
    private readonly bool _isTimed;

    private NextChange(DateTimeOffset? at) => (_isTimed, Instant) = (true, at);

    /// <summary>It never changes.</summary>
    public static NextChange Never => default;

    /// <summary>Nothing is known: whoever needs to notice has to look again from time to time.</summary>
    public static NextChange Unknown { get; } = new((DateTimeOffset?)null);

    /// <summary>It stays what it is before this instant.</summary>
    public static NextChange At(DateTimeOffset instant) => new(instant);

    /// <summary>The instant; null where it never changes or nothing is known.</summary>
    public DateTimeOffset? Instant { get; }

    /// <summary>Whether it never changes.</summary>
    public bool IsNever => !_isTimed;

    /// <summary>Whether it has to be polled.</summary>
    public bool IsUnknown => _isTimed && Instant is null;

    /// <summary>The one that promises less.</summary>
    public static NextChange Earlier(NextChange a, NextChange b) => a.CompareTo(b) <= 0 ? a : b;

    /// <summary>The one that promises more.</summary>
    public static NextChange Later(NextChange a, NextChange b) => a.CompareTo(b) >= 0 ? a : b;

    /// <inheritdoc/>
    public int CompareTo(NextChange other)
    {
        if (IsNever || other.IsNever)
            return IsNever.CompareTo(other.IsNever);
        return Instant is { } mine && other.Instant is { } theirs ? mine.CompareTo(theirs) : Instant.HasValue.CompareTo(other.Instant.HasValue);
    }

    /// <summary>Whether the first promises less.</summary>
    public static bool operator <(NextChange a, NextChange b) => a.CompareTo(b) < 0;

    /// <summary>Whether the first promises more.</summary>
    public static bool operator >(NextChange a, NextChange b) => a.CompareTo(b) > 0;

    /// <summary>Whether the first promises no more.</summary>
    public static bool operator <=(NextChange a, NextChange b) => a.CompareTo(b) <= 0;

    /// <summary>Whether the first promises no less.</summary>
    public static bool operator >=(NextChange a, NextChange b) => a.CompareTo(b) >= 0;

    /// <inheritdoc/>
    public override string ToString() => IsNever ? "never" : Instant is { } at ? at.ToString("O") : "unknown";
}
