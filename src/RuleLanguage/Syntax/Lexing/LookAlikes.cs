using System.Collections.Frozen;

namespace Tthc.RuleLanguage.Syntax.Lexing;

/// <summary>Characters that word processors and other alphabets put where a plain one was meant.</summary>
internal static class LookAlikes
{
    private const int FullWidth = 0xFEE0;

    private static readonly FrozenDictionary<char, string> Signs = new Dictionary<char, string>
    {
        ['≥'] = ">=", ['≤'] = "<=", ['≠'] = "!=", ['⩾'] = ">=", ['⩽'] = "<=", ['≔'] = "=", ['≡'] = "==",
        ['–'] = "-", ['—'] = "-", ['−'] = "-", ['‐'] = "-", ['‑'] = "-", ['‒'] = "-", ['―'] = "-",
        ['×'] = "*", ['∗'] = "*", ['·'] = "*", ['⋅'] = "*", ['÷'] = "/", ['∕'] = "/", ['⁄'] = "/",
        ['∧'] = "&&", ['∨'] = "||", ['¬'] = "!", ['∈'] = "in", ['⇒'] = "=>", ['→'] = "=>",
        ['‚'] = ",", ['、'] = ",", ['。'] = ".", ['․'] = ".", ['‹'] = "<", ['›'] = ">", ['「'] = "(", ['」'] = ")",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<char, char> Letters = Pairs(
        "аАсСеЕоОрРхХуУіІјЈкКмМтТвВнНԁѕЅԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧαονρυ", "aAcCeEoOpPxXyYiIjJkKmMtTBBHHdsSqwhABEZHIKMNOPTYXaovpu");

    /// <summary>The plain symbol that a character looks like; null if none.</summary>
    public static string? SignOf(char c)
    {
        if (Signs.TryGetValue(c, out var sign))
            return sign;
        return c is >= '！' and <= '～' ? ((char)(c - FullWidth)).ToString() : null;
    }

    /// <summary>
    /// The first letter of a name that looks like a Latin one, when every letter of the name is Latin or looks it: a name wholly in another alphabet
    /// deceives nobody. −1 if there is none.
    /// </summary>
    public static int FirstIn(string name)
    {
        var first = -1;
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsLetter(name[i]) || IsLatin(name[i]))
                continue;
            if (LatinOf(name[i]) is null)
                return -1;
            first = first < 0 ? i : first;
        }
        return first;
    }

    /// <summary>The Latin letter that one of another alphabet looks like; null if none.</summary>
    public static char? LatinOf(char c)
    {
        if (Letters.TryGetValue(c, out var latin))
            return latin;
        return c is (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') ? (char)(c - FullWidth) : null;
    }

    private static bool IsLatin(char c) => c < '\u0250' || c is >= '\u1E00' and <= '\u1EFF';

    private static FrozenDictionary<char, char> Pairs(string strange, string latin) =>
        strange.Zip(latin).DistinctBy(pair => pair.First).ToFrozenDictionary(pair => pair.First, pair => pair.Second);
}
