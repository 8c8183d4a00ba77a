namespace Tthc.Bench.RuleFuzz.Generating;

/// <summary>What a generated expression gives.</summary>
public enum Sort
{
    Condition,
    Whole,
    Long,
    Real,
    Exact,
    Text,
    Instant,
    Local,
    Day,
    Span,
    Part,
    Parts,
    Wholes,
    Texts,
}
