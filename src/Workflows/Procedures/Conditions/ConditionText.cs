namespace Tthc.Workflows.Procedures.Conditions;

/// <summary>Knows a condition again when another is its negation, by its text alone.</summary>
internal static class ConditionText
{
    /// <summary>A condition without the brackets around it and the negations before it, and whether those turn it round.</summary>
    public static (string Text, bool IsTurned) Core(string text)
    {
        var core = Bare(text);
        var isTurned = false;
        while (Negated(core) is { } rest)
            (core, isTurned) = (Bare(rest), !isTurned);
        return (core, isTurned);
    }

    /// <summary>What stands behind a negation of the whole: of a name, or of something in brackets. A negation binds tighter than any operator behind a blank.</summary>
    private static string? Negated(string text)
    {
        var rest = text.StartsWith('!') ? text[1..].Trim() : text.StartsWith("not ", StringComparison.OrdinalIgnoreCase) ? text[4..].Trim() : null;
        return rest is not null && (IsBracketed(rest) || Negated(rest) is not null || rest.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_')) ? rest : null;
    }

    private static string Bare(string text)
    {
        var bare = text.Trim();
        while (IsBracketed(bare))
            bare = bare[1..^1].Trim();
        return bare;
    }

    /// <summary>Whether the first bracket is closed by the last one. A text with quotes is left alone: brackets inside them are none.</summary>
    private static bool IsBracketed(string text)
    {
        if (text is not ['(', .., ')'] || text.Contains('"', StringComparison.Ordinal) || text.Contains('\'', StringComparison.Ordinal))
            return false;
        var depth = 0;
        for (var i = 0; i < text.Length - 1; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
                return false;
        }
        return true;
    }
}
