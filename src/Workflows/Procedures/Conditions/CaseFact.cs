using Tthc.Text;

namespace Tthc.Workflows.Procedures.Conditions;

/// <summary>A fact of the single case (dữ kiện hồ sơ) that a procedure asks for: conditions read it as <c>case.Name</c>.</summary>
/// <param name="Key">Its name in expressions, in PascalCase.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Required">Whether nothing is received without it.</param>
/// <param name="Fixed">Whether it stays as it was at receipt.</param>
public sealed record CaseFact(string Key, CaseFactType Type, BilingualText Name, bool Required, bool Fixed)
{
    private const int LongestKey = 64;

    /// <summary>Whether a name can be a fact's: letters and digits, a capital first, so that it reads as a member of <c>case</c>.</summary>
    public static bool IsKey(string key) =>
        key.Length is > 0 and <= LongestKey && char.IsAsciiLetterUpper(key[0]) && key.All(char.IsAsciiLetterOrDigit);
}

/// <summary>What the values of a case fact are.</summary>
public enum CaseFactType
{
    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A day, year-month-day.</summary>
    Date,
}
