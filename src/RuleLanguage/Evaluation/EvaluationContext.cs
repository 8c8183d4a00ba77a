namespace Tthc.RuleLanguage.Evaluation;

/// <summary>
/// What one evaluation is given besides the facts, and what it has spent. Made once and used again for every evaluation of a thread: evaluating allocates
/// nothing. Not safe to share.
/// </summary>
public sealed class EvaluationContext
{
    /// <summary>A context at an instant.</summary>
    /// <param name="now">The evaluation instant: what <c>now</c> and <c>DateTime.Now</c> read.</param>
    /// <param name="localOffset">Offset of local time, by which <c>DateTime.Now</c> and <c>Today</c> read that instant.</param>
    /// <param name="limits">What the evaluation may spend; the usual limits unless given.</param>
    public EvaluationContext(DateTimeOffset now, TimeSpan localOffset, LanguageLimits? limits = null)
    {
        (LocalOffset, Limits) = (localOffset, limits ?? LanguageLimits.Default);
        Begin(now);
    }

    /// <summary>The evaluation instant, in local time.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Offset of local time.</summary>
    public TimeSpan LocalOffset { get; }

    /// <summary>What may be spent.</summary>
    public LanguageLimits Limits { get; }

    /// <summary>List elements that may still be looked at.</summary>
    public int StepsLeft { get; private set; }

    /// <summary>Something could not be computed since the flag was last cleared; read where missing facts are null.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Begins an evaluation: the clock stands at <paramref name="now"/>, everything may be spent again.</summary>
    public void Begin(DateTimeOffset now)
    {
        Now = now.ToOffset(LocalOffset);
        StepsLeft = Limits.Steps;
        HasFailed = false;
    }

    /// <summary>Spends a step of a list; false when none is left, after which everything that needs a list cannot be told.</summary>
    public bool Step() => --StepsLeft >= 0;

    /// <summary>Remembers that something could not be computed.</summary>
    public void Fail() => HasFailed = true;
}
