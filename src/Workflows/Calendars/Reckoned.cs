using System.Diagnostics.CodeAnalysis;

namespace Tthc.Workflows.Calendars;

/// <summary>A reckoning touched a day the calendar has no data for. The caller refuses rather than showing a guessed date.</summary>
/// <param name="CalendarId">The calendar that ran out.</param>
/// <param name="CoversFrom">First day it knows.</param>
/// <param name="CoversTo">Last day it knows.</param>
public sealed record CalendarOutOfRange(string CalendarId, DateOnly CoversFrom, DateOnly CoversTo);

/// <summary>What a calendar reckoned, or the reason it could not. Allocates nothing when it could.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
/// <remarks>A year nobody has loaded is an omission of an administrator, not a bug: hence a value and not an exception.</remarks>
public readonly record struct Reckoned<T>
{
    private readonly T _value;

    private Reckoned(T value, CalendarOutOfRange? outOfRange)
    {
        _value = value;
        OutOfRange = outOfRange;
    }

    /// <summary>Whether the calendar knew every day it needed.</summary>
    public bool IsKnown => OutOfRange is null;

    /// <summary>Why there is no value; null when there is one.</summary>
    public CalendarOutOfRange? OutOfRange { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none: the caller did not look at <see cref="IsKnown"/>.</exception>
    public T Value => OutOfRange is null
        ? _value
        : throw new InvalidOperationException($"Calendar {OutOfRange.CalendarId} covers {OutOfRange.CoversFrom:O} to {OutOfRange.CoversTo:O} only.");

    /// <summary>Gives the value, or else the reason there is none.</summary>
    public bool TryGet(out T value, [NotNullWhen(false)] out CalendarOutOfRange? outOfRange)
    {
        value = _value;
        outOfRange = OutOfRange;
        return outOfRange is null;
    }

    /// <summary>A known value.</summary>
    public static implicit operator Reckoned<T>(T value) => new(value, null);

    /// <summary>No value, and why.</summary>
    public static implicit operator Reckoned<T>(CalendarOutOfRange outOfRange) => new(default!, outOfRange);
}
