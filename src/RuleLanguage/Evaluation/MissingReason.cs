using Tthc.Text;

namespace Tthc.RuleLanguage.Evaluation;

/// <summary>Why an expression has no value.</summary>
public enum MissingKind
{
    /// <summary>A fact is not there.</summary>
    MissingFact,

    /// <summary><c>null</c> was written where a value is needed.</summary>
    NullWritten,

    /// <summary>A division by zero.</summary>
    DividedByZero,

    /// <summary>A number, date or duration beyond what its type holds.</summary>
    Overflow,

    /// <summary>An index outside the list or text.</summary>
    OutOfBounds,

    /// <summary>A text or value that cannot be read as the type wanted.</summary>
    BadText,

    /// <summary>A list without the element asked for.</summary>
    NoElement,

    /// <summary>Several elements where one is asked for.</summary>
    SeveralElements,

    /// <summary>A function that cannot tell for these arguments.</summary>
    NoResult,

    /// <summary>The lists were longer than one evaluation may look at.</summary>
    Budget,

    /// <summary>A text longer than an expression may make.</summary>
    TooLong,
}

/// <summary>Why an expression has no value, and where that began.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Span">The part of the expression where it happened.</param>
/// <param name="Text">In words.</param>
public sealed record MissingReason(MissingKind Kind, TextSpan Span, BilingualText Text)
{
    /// <summary>Whether it is an error, where RulesEngine would have thrown, rather than a fact that is not there.</summary>
    public bool IsError => Kind is not (MissingKind.MissingFact or MissingKind.NullWritten);
}

/// <summary>What an expression came to.</summary>
/// <param name="Value">The value, boxed as its type is held; null: missing.</param>
/// <param name="Reason">Why it is missing; null when it is not.</param>
public sealed record EvaluatedValue(object? Value, MissingReason? Reason);
