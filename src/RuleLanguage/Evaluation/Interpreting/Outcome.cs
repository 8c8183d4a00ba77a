using Tthc.RuleLanguage.Evaluation.Timing;

namespace Tthc.RuleLanguage.Evaluation.Interpreting;

/// <summary>What a sub-expression came to during a walk.</summary>
/// <param name="Value">The value; null: missing.</param>
/// <param name="Reason">Why it is missing.</param>
/// <param name="Course">How it goes on while time passes; null: it stays.</param>
/// <param name="IsFailed">An error that, where missing facts are null, makes the whole rule undetermined.</param>
internal readonly record struct Outcome(object? Value, MissingReason? Reason = null, Course? Course = null, bool IsFailed = false)
{
    private static readonly object s_true = true;
    private static readonly object s_false = false;

    public bool IsMissing => Value is null;

    public bool IsTrue => ReferenceEquals(Value, s_true) || Value is true;

    public bool IsFalse => ReferenceEquals(Value, s_false) || Value is false;

    public Motion? Motion => Course?.Motion;

    /// <summary>Until when what <see cref="Course"/> says holds.</summary>
    public NextChange Until => Course is null ? NextChange.Never : Course.Until;

    public static Outcome Of(bool value, Course? course = null) => new(Box(value), null, course);

    public static object Box(bool value) => value ? s_true : s_false;
}
