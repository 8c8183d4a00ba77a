namespace Tthc.RuleLanguage.Library;

/// <summary>At which readings of the clock the result of a function may change.</summary>
internal enum ClockStep
{
    None,
    Second,
    Minute,
    Hour,
    Day,
    Month,
    Year,
}

/// <summary>A built-in function on a static method of ours, total: null for what cannot be told, never an exception.</summary>
/// <param name="vietnamese">What it gives, for the people of the office.</param>
/// <param name="english">What it gives, in English.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BuiltInAttribute(string vietnamese, string english) : Attribute
{
    public string Vietnamese => vietnamese;

    public string English => english;

    /// <summary>Whether it is written without brackets.</summary>
    public bool IsProperty { get; init; }

    /// <summary>Whether the result counts what the arguments count.</summary>
    public bool KeepsUnit { get; init; }

    /// <summary>Where the result may change while the first argument, an instant, moves.</summary>
    public ClockStep Steps { get; init; }

    /// <summary>
    /// Says that the result never falls while the first argument, an instant, rises: the method of the same class that gives the earliest such instant for
    /// which the result reaches a threshold, of all arguments and the threshold.
    /// </summary>
    public string? Inverse { get; init; }
}
