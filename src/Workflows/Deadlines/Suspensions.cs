using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Tthc.Workflows.Deadlines;

/// <summary>One stretch during which the clock stood still.</summary>
/// <param name="From">When it was paused, UTC.</param>
/// <param name="To">When it went on, UTC.</param>
public sealed record Suspension(DateTimeOffset From, DateTimeOffset To);

/// <summary>
/// The ledger of suspensions of one dossier, in order and apart, the last of which may be open. Nothing is ever taken out of it, so a
/// change of budget or of calendar cannot lose a pause.
/// </summary>
public sealed record Suspensions
{
    /// <summary>Never suspended.</summary>
    public static Suspensions Empty { get; } = new();

    /// <summary>Suspensions that have ended, oldest first.</summary>
    public ImmutableArray<Suspension> Closed { get; init; } = [];

    /// <summary>Since when the clock stands still; null while it runs.</summary>
    public DateTimeOffset? OpenSince { get; init; }

    /// <summary>Whether there never was one.</summary>
    [JsonIgnore]
    public bool IsEmpty => Closed.IsEmpty && OpenSince is null;

    /// <summary>Opens a suspension.</summary>
    /// <exception cref="InvalidOperationException">One is open already.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the end of the last suspension.</exception>
    public Suspensions Open(DateTimeOffset at)
    {
        if (OpenSince is not null)
            throw new InvalidOperationException("The clock is paused already.");
        if (Closed is [.., var last])
            ArgumentOutOfRangeException.ThrowIfLessThan(at, last.To);
        return this with { OpenSince = at.ToUniversalTime() };
    }

    /// <summary>Closes the open suspension.</summary>
    /// <exception cref="InvalidOperationException">None is open.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the opening.</exception>
    public Suspensions Close(DateTimeOffset at)
    {
        if (OpenSince is not { } since)
            throw new InvalidOperationException("The clock is not paused.");
        ArgumentOutOfRangeException.ThrowIfLessThan(at, since);
        return new Suspensions { Closed = Closed.Add(new Suspension(since, at.ToUniversalTime())) };
    }

    /// <inheritdoc/>
    public bool Equals(Suspensions? other) =>
        other is not null && OpenSince == other.OpenSince && Closed.AsSpan().SequenceEqual(other.Closed.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(OpenSince, Closed.Length, Closed is [.., var last] ? last : null);
}
