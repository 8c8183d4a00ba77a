namespace Tthc.Text;

/// <summary>The languages people are addressed in.</summary>
public enum TextLanguage
{
    /// <summary>Vietnamese, the first language of every text.</summary>
    Vietnamese,

    /// <summary>English, the second.</summary>
    English,
}

/// <summary>One text in both languages; may be an argument of a diagnostic.</summary>
/// <param name="Vietnamese">For the people of the office.</param>
/// <param name="English">For those who maintain the system.</param>
public sealed record BilingualText(string Vietnamese, string English)
{
    /// <summary>The text in the language asked for.</summary>
    public string In(TextLanguage language) => language == TextLanguage.Vietnamese ? Vietnamese : English;

    /// <summary>Both, Vietnamese first.</summary>
    public override string ToString() => $"{Vietnamese} / {English}";
}
