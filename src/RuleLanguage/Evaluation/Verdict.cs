namespace Tthc.RuleLanguage.Evaluation;

/// <summary>What a condition says about some facts.</summary>
public enum Verdict : byte
{
    /// <summary>It does not hold.</summary>
    False = 0,

    /// <summary>It holds.</summary>
    True = 1,

    /// <summary>It cannot be told: a fact is missing, or a value could not be computed. Neither compliance nor violation.</summary>
    Undetermined = 2,
}

/// <summary>What a missing fact means to the expressions of a rule set.</summary>
public enum MissingFacts
{
    /// <summary>A condition that needs it is undetermined. Connectives follow Kleene: false and undetermined is false, true or undetermined is true.</summary>
    Undetermined,

    /// <summary>It is null, as in RulesEngine: comparisons with it are false, arithmetic gives null, an error makes the whole rule undetermined.</summary>
    Null,
}
