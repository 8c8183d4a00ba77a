namespace Tthc.RuleLanguage.Syntax.Lexing;

/// <summary>How far a number reaches, letters that touch it included.</summary>
internal static class NumberExtent
{
    /// <summary>The end of the number that begins at a digit or at a point before a digit.</summary>
    public static int EndOf(string text, int start) => Word(text, MantissaEnd(text, start));

    /// <summary>Where the digits of a decimal number end: fraction and exponent included, suffix not.</summary>
    public static int MantissaEnd(string text, int start)
    {
        if (text[start] == '0' && start + 1 < text.Length && text[start + 1] is 'x' or 'X' or 'b' or 'B')
            return Word(text, start);
        var end = Digits(text, start);
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
            end = Digits(text, end + 1);
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var power = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (power < text.Length && char.IsAsciiDigit(text[power]))
                end = Digits(text, power);
        }
        return end;
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] == '_' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
            at++;
        return at;
    }

    private static int Word(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        return at;
    }
}
