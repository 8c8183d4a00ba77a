namespace Tthc.RuleLanguage.Facts;

/// <summary>Opens a property to rules. What does not carry it cannot be reached from a rule file: the schema of facts is an allow-list.</summary>
/// <param name="vietnamese">What it is, for the people of the office.</param>
/// <param name="english">What it is, in English.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RuleFactAttribute(string vietnamese, string english) : Attribute
{
    /// <summary>What it is, for the people of the office.</summary>
    public string Vietnamese => vietnamese;

    /// <summary>What it is, in English.</summary>
    public string English => english;

    /// <summary>Name in rules; that of the property unless given.</summary>
    public string? Name { get; init; }

    /// <summary>Name of the unit it counts, one of those handed to <see cref="FactShapes"/>; null: a plain number.</summary>
    public string? Unit { get; init; }
}

/// <summary>Names the record that a class is to rules; its simple name with a small first letter otherwise.</summary>
/// <param name="name">Name.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FactRecordAttribute(string name) : Attribute
{
    /// <summary>Name.</summary>
    public string Name => name;
}

/// <summary>Opens a method to rules. It must be total: null for what cannot be told, never an exception.</summary>
/// <param name="vietnamese">What it gives, for the people of the office.</param>
/// <param name="english">What it gives, in English.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactFunctionAttribute(string vietnamese, string english) : Attribute
{
    /// <summary>What it gives, for the people of the office.</summary>
    public string Vietnamese => vietnamese;

    /// <summary>What it gives, in English.</summary>
    public string English => english;

    /// <summary>Name of the unit of the result; null: a plain value.</summary>
    public string? Unit { get; init; }
}

/// <summary>Gives a parameter of a function the unit its numbers count.</summary>
/// <param name="name">Name of the unit.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FactUnitAttribute(string name) : Attribute
{
    /// <summary>Name of the unit.</summary>
    public string Name => name;
}

/// <summary>
/// Says that the result never falls (or never rises) while the instant passed as one parameter moves forward, and names the method of the same class that
/// turns it round: it takes the other parameters in order, then a threshold of the type of the result, and gives the earliest instant at which the result
/// is at least (falling: at most) the threshold; null: never.
/// </summary>
/// <param name="parameter">The parameter of type <see cref="DateTimeOffset"/>.</param>
/// <param name="inverse">The method that turns it round.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class MovesWithAttribute(string parameter, string inverse) : Attribute
{
    /// <summary>The parameter.</summary>
    public string Parameter => parameter;

    /// <summary>The method that turns it round.</summary>
    public string Inverse => inverse;

    /// <summary>Whether the result falls as the parameter rises.</summary>
    public bool Falling { get; init; }
}

/// <summary>
/// Says that the result changes only at certain instants of one parameter, and names the method of the same class that takes the same parameters and gives
/// the next instant of it at which the result may be another; null: never.
/// </summary>
/// <param name="parameter">The parameter of type <see cref="DateTimeOffset"/>.</param>
/// <param name="next">The method that gives the next change.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ChangesAtAttribute(string parameter, string next) : Attribute
{
    /// <summary>The parameter.</summary>
    public string Parameter => parameter;

    /// <summary>The method that gives the next change.</summary>
    public string Next => next;
}
